import ProvisionModel

/// Makes the evidence of any set of episodes of one measure.
struct EvidenceSums {
  private let comparison: AgainstOtherPupils
  private let data: SchoolData
  private let links: [LinkedEpisode]
  private let measures: [Measure]
  private let thresholds: ThresholdSettings
  private let expectedProgress: ExpectedProgress
  private var effects: EffectSums
  private var pupilCount: PupilCount
  /// Only sets without anybody to compare with ask for it.
  private lazy var chanceRise = ChanceRise(comparison, data: data, links: links)

  /// Sums over the episodes of some figures.
  init(_ figures: EpisodeFigures) {
    comparison = figures.comparison
    data = figures.data
    links = figures.links
    measures = figures.data.measures
    thresholds = figures.data.settings.thresholds
    expectedProgress = ExpectedProgress(comparison, episodes: figures.episodes, links: links)
    effects = EffectSums(comparison, pupilOfEpisode: figures.pupilOfEpisode)
    pupilCount = PupilCount(
      pupilOfEpisode: figures.pupilOfEpisode, pupils: figures.data.pupils.count)
  }

  /// The number of distinct pupils of some episodes.
  mutating func pupils(_ positions: [Int]) -> Int {
    pupilCount.count(positions)
  }

  /// The evidence of some ended episodes of a measure, in file order.
  mutating func evidence(_ ended: [Int], measure: Int) -> Evidence {
    var evidence = Evidence()
    addEffects(ended, measure, &evidence)
    addStatements(measure, &evidence)
    let paired = ended.count { links[$0].isPaired }
    let attrition = ended.isEmpty ? 0 : 1 - Double(paired) / Double(ended.count)
    let share = paired > 0 ? Double(evidence.matchedEpisodes) / Double(paired) : 0
    evidence.strength = EvidenceStrength.of(
      evidence.basis, pupils: evidence.pupils, attrition: attrition, matchedShare: share,
      baselineDifference: evidence.baselineDifference)
    evidence.warnings = warnings(evidence, attrition: attrition, matchedShare: share)
    return evidence
  }

  private mutating func addEffects(_ ended: [Int], _ measure: Int, _ evidence: inout Evidence) {
    let minimum = thresholds.minimumPupils
    let withMatched = ended.filter { comparison.contrasts[$0].matched != nil }
    let withGrowth = ended.filter { comparison.contrasts[$0].growth != nil }
    (evidence.matchedEpisodes, evidence.matchedPupils) = (withMatched.count, pupils(withMatched))
    (evidence.growthEpisodes, evidence.growthPupils) = (withGrowth.count, pupils(withGrowth))
    let matched = effects.effect(
      .matched, withMatched, pupils: evidence.matchedPupils, measure: measure,
      minimumPupils: minimum)
    let growth = effects.effect(
      .growth, withGrowth, pupils: evidence.growthPupils, measure: measure, minimumPupils: minimum)
    // With growth there is a better basis than the expected progress.
    let expected =
      growth == nil
      ? expectedProgress.effect(ended, measure: measure, minimumPupils: minimum) : nil
    evidence.basis = Basis(matched: matched, growth: growth, expected: expected)
    switch evidence.basis {
    case .similarPupils: (evidence.matched, evidence.growth) = (matched, growth)
    case .classmates: evidence.growth = growth
    case .expectedProgress:
      evidence.expected = expected
      evidence.chanceRise = chanceRise.rise(ended, measure: measure)
    case .none: break
    }
    if evidence.matched != nil, let sd = comparison.referenceSDs[measure] {
      let differences = ended.compactMap { comparison.contrasts[$0].baselineDifference }
      evidence.baselineDifference = SampleSummary(differences).mean.map { $0 / sd.value }
    }
  }

  private func addStatements(_ measure: Int, _ evidence: inout Evidence) {
    let known = evidence.effects.map {
      Probabilities(
        $0.size, priorSD: thresholds.priorSd, smallestEffect: thresholds.smallestEffect)
    }
    if let first = known.first {
      evidence.probabilities = known.dropFirst().reduce(first) { Probabilities($0, $1) }
    }
    evidence.verdict = Verdict(
      evidence.probabilities, basis: evidence.basis, needed: thresholds.probability)
    evidence.pValue = Self.p(evidence.effects)
    if measures[measure].attainment, evidence.growth != nil, let range = evidence.range {
      let limits = thresholds.monthsOfProgress
      evidence.months =
        MonthsOfProgress.of(
          range.lowerBound, limits: limits)...MonthsOfProgress.of(
          range.upperBound, limits: limits)
    }
  }

  /// The larger p, 1 where the effects differ in sign; nil where one of them has none.
  private static func p(_ effects: [Effect]) -> Double? {
    let known = effects.compactMap(\.p)
    guard let largest = known.max(), known.count == effects.count else { return nil }
    let haveOneSign = effects.allSatisfy { $0.value > 0 } || effects.allSatisfy { $0.value < 0 }
    return haveOneSign ? largest : 1
  }

  private func warnings(
    _ evidence: Evidence, attrition: Double, matchedShare: Double
  ) -> [EvidenceWarning] {
    EvidenceWarning.allCases.filter { warning in
      guard evidence.basis != .none else { return false }
      return switch warning {
      case .fewPupils: evidence.pupils < EvidenceWarning.manyPupils
      case .fewMatched:
        evidence.basis == .similarPupils && matchedShare < EvidenceStrength.fewMatched
      case .muchMissing: attrition > EvidenceStrength.muchMissing
      case .implausiblyLarge:
        evidence.effects.contains { abs($0.size.value) > thresholds.implausibleEffect }
      case .baselineApart:
        abs(evidence.baselineDifference ?? 0) > EvidenceStrength.baselineApart
      case .noSpread: evidence.effects.contains { $0.standardError == 0 }
      case .mayFlatter: evidence.basis == .classmates
      case .chanceRise: evidence.basis == .expectedProgress
      }
    }
  }
}
