import Analysis
import ProvisionModel

/// What is said of a row's effect, in a sentence that a governor understands (METHOD §7).
struct VerdictSentence {
  /// The sentence, with its full stop.
  let text: Sentence

  /// The sentence of a row's evidence.
  ///
  /// - Parameter isCounted: Whether it may say of how many pupils.
  init(
    _ row: InterventionProgress, measure: Measure, minimumPupils: Int, isCounted: Bool = true
  ) {
    let evidence = row.evidence
    let pupils = evidence.fewestPupils
    let them: Sentence =
      isCounted && pupils > 0
      ? Wording.count(pupils, "pupil", is: "contrast_pupils") : "pupils"
    let said: Sentence
    switch evidence.verdict {
    case .better: said = "These \(them) did better than without it"
    case .likelyBetter: said = "These \(them) probably did better than without it"
    case .same: said = "For these \(them) it made no difference that matters"
    case .noGain: said = "A gain worth having is unlikely for these \(them)"
    case .worse: said = "These \(them) did worse than without it: look into why"
    case .unclear: said = "The data cannot tell whether these \(them) did better than without it"
    case .countsOnly:
      text = "A scale of steps is counted, not judged: see who rose, stayed and fell."
      return
    case .notJudged:
      text =
        "Too few classmates took comparable tests, or their scores do not differ, so the gain is not "
        + "judged"
        + "\(Self.chanceRise(evidence))."
      return
    case .tooFew:
      text = Self.nothing(row, measure, minimumPupils)
      return
    }
    text = "\(said) (\(Self.chance(evidence)))\(Self.chosenBy(evidence))."
  }

  /// Why nothing can be said.
  private static func nothing(
    _ row: InterventionProgress, _ measure: Measure, _ minimumPupils: Int
  ) -> Sentence {
    if row.started == 0 { return "No pupil has finished it yet." }
    if row.pupilsPaired < minimumPupils {
      return
        "Fewer than \(minimumPupils, is: "setting") pupils have a test at the start and at the end: too few to say "
        + "anything."
    }
    if row.evidence.warnings.contains(.differentTestDates) {
      return
        "Classmates were tested at other times than these pupils: fewer than "
        + "\(minimumPupils, is: "setting") can be compared."
    }
    return
      "Fewer than \(minimumPupils, is: "setting") of these pupils have classmates who took comparable tests without "
      + "support."
  }

  /// `chance of a gain worth having: 62–71%`.
  static func chance(_ evidence: Evidence) -> Sentence {
    guard let better = evidence.probabilities?.better else { return "" }
    return "chance of a gain worth having: \(range(better), is: "chance")"
  }

  /// `62–71%`: outwards in whole per cent, and never 0% or 100%, as nothing is certain.
  static func range(_ chances: ClosedRange<Double>) -> String {
    let (least, most) = (chances.lowerBound * 100, chances.upperBound * 100)
    if most < 1 { return "under 1%" }
    if least > 99 { return "over 99%" }
    let isOne = chances.lowerBound == chances.upperBound
    let low = isOne ? Int(least.rounded()) : max(1, Int(least.rounded(.down)))
    let high = isOne ? low : min(99, Int(most.rounded(.up)))
    return low == high ? "\(low)%" : "\(low)–\(high)%"
  }

  private static func chosenBy(_ evidence: Evidence) -> Sentence {
    evidence.chosenBy.map { "; \($0.words)" } ?? ""
  }

  private static func chanceRise(_ evidence: Evidence) -> Sentence {
    guard let rise = evidence.chanceRise, rise > 0 else { return "" }
    return """
      ; pupils picked for a low score rise by chance alone, here by up to \
      \(Wording.number(rise), is: "chance_rise")
      """
  }
}
