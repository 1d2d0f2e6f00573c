import Analysis
import ProvisionModel

/// Whether the governors may see what is recommended of an intervention: what it rests on has to be
/// shown, too.
struct RecommendationRelease {
  private let facts: Facts
  private let release: Release

  /// What is left to be told beside the figures.
  init(_ facts: Facts, _ release: Release) {
    self.facts = facts
    self.release = release
  }

  /// Whether it may be seen.
  func shows(_ recommendation: InterventionRecommendation) -> Bool {
    // Without a row nothing has ended and nothing goes on: it says so of nobody.
    guard let row = recommendation.row else { return recommendation.measure == nil }
    let footings = release.footings(of: InterventionKey(row))
    guard footings.contains(.effects), !release.hides(row) else { return false }
    if recommendation.facts.isContradicted {
      // The reason says that pupils did better on another test, and what is recommended allows for it.
      let isToldAnyway = rows(recommendation.period, of: recommendation).allSatisfy {
        $0.measure == row.measure || !$0.evidence.verdict.isGood
          || (release.footings(of: InterventionKey($0)).contains(.effects) && !release.hides($0))
      }
      guard isToldAnyway else { return false }
    }
    guard !tellsOfSmallGroups(recommendation) else { return false }
    let rule = recommendation.rule.map { facts.data.settings.recommendations[$0] }
    return (rule?.when ?? []).allSatisfy { condition in
      switch condition {
      case .lowAttendance: footings.contains(.attendance)
      // Beside the verdict stands a warning where more than a fifth lack a test.
      case .manyMissing:
        footings.contains(.attrition)
          || facts.data.settings.thresholds.manyMissing == EvidenceStrength.muchMissing
      case .costly: footings.contains(.cost)
      case .unusualFrequency, .unusualDuration: hasEnoughNow(recommendation)
      case .largeGroup, .smallGroup:
        hasEnoughNow(recommendation) && areGroupsShown(recommendation)
      case .wideSpread: footings.contains(.contrasts)
      case .falling: isComparisonShown(recommendation)
      }
    }
  }

  /// The rows of KPI 5.5 of a recommendation's intervention in a period, one for each measure.
  private func rows(
    _ period: Period, of recommendation: InterventionRecommendation
  ) -> [InterventionProgress] {
    (facts.progress[SchoolIntervention(recommendation)] ?? []).filter { $0.period == period }
  }

  /// Whether an earlier line, all else of which holds, asks for small groups: if that line's
  /// recommendation is left out where groups are of few pupils, any other would tell that they are not.
  private func tellsOfSmallGroups(_ recommendation: InterventionRecommendation) -> Bool {
    guard let index = recommendation.rule, recommendation.facts.groupSize != nil,
      !hasEnoughNow(recommendation) || !areGroupsShown(recommendation)
    else { return false }
    let settings = facts.data.settings
    return settings.recommendations.prefix(index).contains { rule in
      guard rule.when.contains(.smallGroup) else { return false }
      var rest = rule
      rest.when.removeAll { $0 == .smallGroup }
      return rest.holds(recommendation.facts, settings.thresholds)
    }
  }

  private func variation(of recommendation: InterventionRecommendation) -> Variation? {
    facts.variations[SchoolIntervention(recommendation)]
  }

  private func hasEnoughNow(_ recommendation: InterventionRecommendation) -> Bool {
    variation(of: recommendation).map { $0.pupilsNow >= facts.rules.minimumPupils } ?? false
  }

  private func areGroupsShown(_ recommendation: InterventionRecommendation) -> Bool {
    variation(of: recommendation).map(release.showsGroups) ?? false
  }

  private func isComparisonShown(_ recommendation: InterventionRecommendation) -> Bool {
    guard let variation = variation(of: recommendation) else { return false }
    let shown = release.verdicts(of: variation)
    return shown.contains(.verdictBefore) && shown.contains(.verdictNow)
  }
}
