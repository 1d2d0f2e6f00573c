import Analysis
import ProvisionModel

extension Report {
  /// Whether the readers of a pack may see what is recommended of an intervention: what it rests on
  /// has to be shown, too.
  func isShown(_ recommendation: InterventionRecommendation, _ pack: Pack) -> Bool {
    guard pack == .governors else { return true }
    // Without a row nothing has ended and nothing goes on: it says so of nobody.
    guard let row = recommendation.row else { return recommendation.measure == nil }
    let footings = release.footings(of: row)
    guard footings.contains(.effects), !release.hides(row) else { return false }
    if recommendation.period == .all {
      // That all terms had to be taken together tells that the year's pupils are few, on each measure.
      let areFewShown = rows(.year, of: recommendation).allSatisfy {
        $0.started == 0 || !release.hides($0)
      }
      guard areFewShown else { return false }
    }
    if recommendation.facts.isContradicted {
      // The reason says that pupils did better on another test, and what is recommended allows for it.
      let isToldAnyway = rows(recommendation.period, of: recommendation).allSatisfy {
        $0.measure == row.measure || $0.evidence.verdict != .better
          || (release.footings(of: $0).contains(.effects) && !release.hides($0))
      }
      guard isToldAnyway else { return false }
    }
    guard !tellsOfSmallGroups(recommendation) else { return false }
    let rule = recommendation.rule.map { data.settings.recommendations[$0] }
    return (rule?.when ?? []).allSatisfy { condition in
      switch condition {
      case .lowAttendance: footings.contains(.attendance)
      // Beside the verdict stands a warning where more than a fifth lack a test.
      case .manyMissing:
        footings.contains(.attrition)
          || data.settings.thresholds.manyMissing == EvidenceStrength.muchMissing
      case .costly: footings.contains(.cost)
      case .unusualFrequency, .unusualDuration: hasEnoughNow(recommendation)
      case .largeGroup, .smallGroup:
        hasEnoughNow(recommendation) && areGroupsShown(recommendation)
      case .wideSpread: footings.contains(.growth)
      case .falling: isComparisonShown(recommendation)
      }
    }
  }

  /// The rows of KPI 5.5 of a recommendation's intervention in a period, one for each measure.
  private func rows(
    _ period: Period, of recommendation: InterventionRecommendation
  ) -> [InterventionProgress] {
    (progress[SchoolIntervention(recommendation)] ?? []).filter { $0.period == period }
  }

  /// Whether an earlier line, all else of which holds, asks for small groups: if that line's
  /// recommendation is left out where groups are of few pupils, any other would tell that they are not.
  private func tellsOfSmallGroups(_ recommendation: InterventionRecommendation) -> Bool {
    guard let index = recommendation.rule, recommendation.facts.groupSize != nil,
      !hasEnoughNow(recommendation) || !areGroupsShown(recommendation)
    else { return false }
    return data.settings.recommendations.prefix(index).contains { rule in
      guard rule.when.contains(.smallGroup) else { return false }
      var rest = rule
      rest.when.removeAll { $0 == .smallGroup }
      return rest.holds(recommendation.facts, data.settings.thresholds)
    }
  }

  private func hasEnoughNow(_ recommendation: InterventionRecommendation) -> Bool {
    variation(of: recommendation).map { $0.pupilsNow >= rules.minimumPupils } ?? false
  }

  private func areGroupsShown(_ recommendation: InterventionRecommendation) -> Bool {
    variation(of: recommendation).map { release.shows($0).groupsNow } ?? false
  }

  private func isComparisonShown(_ recommendation: InterventionRecommendation) -> Bool {
    guard let variation = variation(of: recommendation) else { return false }
    return isVerdictNowShown(variation, .governors)
      && isVerdictBeforeShown(variation, .governors)
  }

  private func variation(of recommendation: InterventionRecommendation) -> Variation? {
    variations[SchoolIntervention(recommendation)]
  }

  /// Whether the readers of a pack may see the verdict of the term before.
  func isVerdictBeforeShown(_ row: Variation, _ pack: Pack) -> Bool {
    pack == .senco || row.comparison.before == nil || release.shows(row).verdictBefore
  }

  /// Whether they may see that of the reported term.
  func isVerdictNowShown(_ row: Variation, _ pack: Pack) -> Bool {
    guard pack == .governors, let now = row.comparison.after else { return true }
    let key = InterventionKey(.term, now.school, now.intervention, now.measure)
    return release.footings(of: key).contains(.effects) && !release.hides(key)
  }
}
