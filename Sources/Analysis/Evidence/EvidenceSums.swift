package import ProvisionModel

/// Makes the evidence of any set of courses of one measure.
struct EvidenceSums {
  private let figures: EpisodeFigures
  private let expectedProgress: ExpectedProgress
  private var effects: EffectSums
  private var pupilCount: PupilCount
  /// Only sets without anybody to compare with ask for it.
  private lazy var chanceRise = ChanceRise(
    figures.comparison, data: figures.data, links: figures.links)

  /// Sums over the courses of some figures.
  init(_ figures: EpisodeFigures) {
    self.figures = figures
    expectedProgress = ExpectedProgress(
      figures.comparison, episodes: figures.episodes, links: figures.links)
    effects = EffectSums(figures.comparison, pupilOfEpisode: figures.pupilOfEpisode)
    pupilCount = PupilCount(
      pupilOfEpisode: figures.pupilOfEpisode, pupils: figures.data.pupils.count)
  }

  /// The number of distinct pupils of some courses.
  mutating func pupils(_ positions: [Int]) -> Int {
    pupilCount.count(positions)
  }

  /// The evidence of some ended courses of a measure, in file order.
  mutating func evidence(_ ended: [Int], measure: Int) -> Evidence {
    var evidence = Evidence()
    let figures = figures
    let paired = ended.filter { figures.links[$0].isPaired }
    evidence.chosenBy = chosenBy(ended)
    addEffects(ended, measure, &evidence)
    addStatements(measure, pupilsPaired: pupils(paired), &evidence)
    let attrition = ended.isEmpty ? 0 : 1 - Double(paired.count) / Double(ended.count)
    let share = paired.isEmpty ? 0 : Double(evidence.contrasts) / Double(paired.count)
    evidence.strength = EvidenceStrength.of(
      evidence.basis, pupils: evidence.pupils, attrition: attrition, comparedShare: share,
      beyond: evidence.beyond)
    let found = Set(paired.compactMap { figures.comparison.contrasts[$0].warning })
    evidence.warnings = warnings(evidence, found, attrition: attrition, comparedShare: share)
    return evidence
  }

  /// How the school says that the pupils of some courses were chosen; nil where it does not say, or
  /// not the same of all.
  private func chosenBy(_ ended: [Int]) -> ChosenBy? {
    let figures = figures
    guard let first = ended.first else { return nil }
    let said = figures.data.chosenBy(figures.episodes[first])
    let isSaidOfAll = ended.dropFirst().allSatisfy {
      figures.data.chosenBy(figures.episodes[$0]) == said
    }
    return isSaidOfAll ? said : nil
  }

  private mutating func addEffects(_ ended: [Int], _ measure: Int, _ evidence: inout Evidence) {
    let figures = figures
    let minimum = figures.data.settings.thresholds.minimumPupils
    let used = ended.filter { figures.comparison.contrasts[$0].compared != nil }
    evidence.contrasts = used.count
    evidence.contrastPupils = pupils(used)
    if let found = effects.effects(
      used, pupils: evidence.contrastPupils, measure: measure, minimumPupils: minimum)
    {
      evidence.basis = .twoPredictions
      evidence.ends = found.ends
      evidence.farOut = found.farOut
      evidence.distance = found.distance
      evidence.beyond = found.beyond
    } else if let expected = expectedProgress.effect(
      ended, measure: measure, minimumPupils: minimum)
    {
      evidence.basis = .expectedProgress
      evidence.expected = expected
      evidence.chanceRise = chanceRise.rise(ended, measure: measure)
    }
  }

  private func addStatements(_ measure: Int, pupilsPaired: Int, _ evidence: inout Evidence) {
    let settings = figures.data.settings.evidence
    let minimum = figures.data.settings.thresholds.minimumPupils
    guard let ends = evidence.ends else {
      evidence.verdict =
        if figures.data.measures[measure].kind == .ordinal, pupilsPaired >= minimum {
          .countsOnly
        } else if evidence.basis == .expectedProgress {
          .notJudged
        } else {
          .tooFew
        }
      return
    }
    let sizes = Ends { ends[$0].size }
    evidence.probabilities = Probabilities(
      Verdict.counting(sizes, chosenBy: evidence.chosenBy), settings)
    evidence.verdict = Verdict(
      sizes, chosenBy: evidence.chosenBy, settings)
    evidence.pValue = Self.p(ends)
    if figures.data.measures[measure].attainment, let range = evidence.range {
      let limits = figures.data.settings.thresholds.monthsOfProgress
      evidence.months =
        MonthsOfProgress.of(
          range.lowerBound, limits: limits)...MonthsOfProgress.of(
          range.upperBound, limits: limits)
    }
  }

  /// The larger p, 1 where the effects differ in sign; nil where one of them has none.
  private static func p(_ ends: Ends<Effect>) -> Double? {
    guard let score = ends.score.p, let need = ends.need.p else { return nil }
    return ends.score.value * ends.need.value > 0 ? max(score, need) : 1
  }

  private func warnings(
    _ evidence: Evidence, _ found: Set<ContrastWarning>, attrition: Double,
    comparedShare: Double
  ) -> [EvidenceWarning] {
    EvidenceWarning.allCases.filter { warning in
      switch warning {
      case .fewPupils:
        evidence.basis != .none && evidence.pupils < EvidenceWarning.manyPupils
      case .fewCompared:
        evidence.basis == .twoPredictions && comparedShare < EvidenceStrength.fewCompared
      case .muchMissing: evidence.basis != .none && attrition > EvidenceStrength.muchMissing
      case .implausiblyLarge:
        evidence.effects.contains {
          abs($0.size.value) > figures.data.settings.thresholds.implausibleEffect
        }
      case .outsideClassmates: evidence.beyond ?? 0 > EvidenceStrength.farOutside
      case .chanceRise: evidence.basis == .expectedProgress
      case .otherTestUsed: found.contains(.otherTestUsed)
      case .differentTestDates: found.contains(.differentTestDates)
      case .tooFewClassmates: found.contains(.tooFewClassmates)
      }
    }
  }
}

extension SchoolData {
  /// How the school says that the pupil of a course was chosen: its rows, else its intervention; nil
  /// where neither does, or the rows disagree.
  package func chosenBy(_ course: Episode) -> ChosenBy? {
    let said = provision[course.row].chosenBy
    guard course.otherRows.allSatisfy({ provision[$0].chosenBy == said }) else { return nil }
    return said ?? interventions[course.intervention].chosenBy
  }
}
