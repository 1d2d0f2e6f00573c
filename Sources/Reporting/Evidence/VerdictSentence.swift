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
    let pupils = evidence.growth?.pupils ?? evidence.expected?.pupils ?? row.pupilsPaired
    // One end of the range rests on those with similar pupils only.
    let ofThem = evidence.matched.flatMap { $0.pupils < pupils ? $0.pupils : nil }
    let matched: Sentence =
      ofThem.map { ", \($0, is: "matched_pupils") of them with similar pupils" } ?? ""
    let all: Sentence =
      pupils == 1 ? "this one pupil" : "these \(pupils, is: "growth_pupils") pupils"
    let them: Sentence = isCounted ? all + matched : "these pupils"
    // Where the sentence goes on behind what is set between commas.
    let who: Sentence = isCounted && ofThem != nil ? them + "," : them
    guard let probabilities = evidence.probabilities else {
      text = Self.nothing(row, measure, minimumPupils)
      return
    }
    let hasSpread = !evidence.warnings.contains(.noSpread)
    let chance: Sentence =
      hasSpread
      ? Self.chance(of: evidence.verdict, probabilities)
      : "Scores do not differ enough to tell how sure it is"
    switch (evidence.verdict, evidence.basis) {
    case (.better, .expectedProgress):
      text =
        "\(chance) that \(who) gained more than the expected progress. There was nobody to compare "
        + "them with\(Self.chanceRise(evidence))."
    case (.worse, .expectedProgress):
      text = "\(chance) that \(who) gained less than the expected progress."
    case (.same, .expectedProgress):
      text =
        "\(chance) that \(who) gained about the expected progress. There was nobody to compare them "
        + "with\(Self.chanceRise(evidence))."
    case (.unclear, .expectedProgress):
      text =
        "It cannot be told whether \(who) gained more than the expected progress. There was nobody "
        + "to compare them with\(Self.chanceRise(evidence))."
    case (.better, _):
      text = "\(chance) that \(who) did better than they would have done without it."
    case (.worse, _):
      text = "\(chance) that \(who) did worse than they would have done without it."
    case (.same, _):
      text =
        "\(chance) that it made no difference that matters to \(them): they did about as they would "
        + "have done without it."
    case (.unclear, .classmates), (.tooFew, .classmates):
      text =
        "Fewer than \(minimumPupils, is: "setting") of \(who) started where enough classmates did. Growth beside that "
        + "of all classmates flatters where pupils were picked for a low score, so nothing good is "
        + "claimed."
    case (.unclear, _), (.tooFew, _):
      text =
        "It cannot be told whether \(who) did better: the chances are at least "
        + "\(Self.percentWords(probabilities.better)) for better, "
        + "\(Self.percentWords(probabilities.same)) for no difference that matters, "
        + "\(Self.percentWords(probabilities.worse)) for worse."
    }
  }

  /// Why nothing can be said.
  private static func nothing(
    _ row: InterventionProgress, _ measure: Measure, _ minimumPupils: Int
  ) -> Sentence {
    if measure.kind == .ordinal {
      return "Codes are counted, not compared: see who rose, stayed and fell."
    }
    if row.started == 0 { return "No pupil has finished it yet." }
    if row.pupilsPaired < minimumPupils {
      return
        "Fewer than \(minimumPupils, is: "setting") pupils have a test at the start and at the end: too few to say "
        + "anything."
    }
    return
      "There is nobody to compare these pupils with: fewer than \(minimumPupils, is: "setting") of them have "
      + "classmates who took the same tests without support, or scores do not differ at all"
      + (row.progress.expectedGain == nil ? ", and no expected gain is known." : "." as Sentence)
  }

  /// `At least an 82% chance`; rounded down, as it says at least.
  private static func chance(of verdict: Verdict, _ probabilities: Probabilities) -> Sentence {
    let probability =
      switch verdict {
      case .better: probabilities.better
      case .worse: probabilities.worse
      case .same: probabilities.same
      case .unclear, .tooFew: 0.0
      }
    if probability > 0.99 { return "More than a 99% chance" }
    let percent = Self.percent(probability)
    let article: Sentence = percent >= 80 && percent < 90 ? "an" : "a"
    return "At least \(article) \("\(percent)%", is: "chance") chance"
  }

  private static func percentWords(_ probability: Double) -> Sentence {
    Sentence("\(percent(probability))%", is: "chance")
  }

  /// In whole per cent, rounded down.
  static func percent(_ probability: Double) -> Int {
    Int((probability * 100).rounded(.down))
  }

  private static func chanceRise(_ evidence: Evidence) -> Sentence {
    guard let rise = evidence.chanceRise, rise > 0 else { return "" }
    return
      """
      , and pupils picked for a low score rise by chance alone, here by up to \
      \(Wording.number(rise), is: "chance_rise")
      """
  }
}
