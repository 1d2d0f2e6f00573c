import Analysis
import ProvisionModel

/// Why something is recommended of an intervention, in one sentence made of the figures.
struct RecommendationSentence {
  private let recommendation: InterventionRecommendation
  private let rule: RecommendationRule?
  private let measure: Measure?
  private let thresholds: ThresholdSettings
  private let isCounted: Bool

  /// - Parameters:
  ///   - isCounted: Whether it may say of how many pupils, and give figures of them.
  init(_ recommendation: InterventionRecommendation, data: SchoolData, isCounted: Bool) {
    self.recommendation = recommendation
    self.isCounted = isCounted
    rule = recommendation.rule.map { data.settings.recommendations[$0] }
    measure = recommendation.measure.map { data.measures[$0] }
    thresholds = data.settings.thresholds
  }

  /// The sentence, with its full stop.
  var text: Sentence {
    let clauses: [Sentence] = [finding] + (rule?.when ?? []).map(clause)
    return "\(clauses.joined(", and "))\(disagreement): \(advice)."
  }

  // MARK: What is found

  private var facts: RecommendationFacts { recommendation.facts }
  private var evidence: Evidence { recommendation.row?.evidence ?? Evidence() }

  private var time: Sentence {
    // Some of those who ended in the term may have begun before it was varied.
    if recommendation.isVariedNow { return "In this term, in which it was varied," }
    return switch recommendation.period {
    case .term: "In this term"
    case .year: "In the school year so far"
    case .all: "Over all terms together"
    }
  }

  /// What the evidence says.
  private var finding: Sentence {
    guard let measure else { return "No test is named on which its pupils could be compared" }
    let on = on(measure)
    switch facts.verdict {
    case .better: return "\(time) pupils did better \(on) than without it\(weight)"
    case .likelyBetter: return "\(time) pupils probably did better \(on) than without it\(weight)"
    case .worse: return "\(time) pupils did worse \(on) than without it\(weight)"
    case .same: return "\(time) it made no difference that matters \(on)\(weight)"
    case .noGain: return "\(time) a gain worth having \(on) is unlikely\(weight)"
    case .unclear:
      return "\(time) the data cannot tell whether pupils did better \(on)\(weight)"
    case .countsOnly:
      return "\(time) the codes of \(measure.name, is: "measure") can be counted, not compared"
    case .notJudged:
      return
        "\(time) too few classmates took comparable tests \(on), so that the gain is not judged"
    case .tooFew: return nothing(measure)
    }
  }

  /// Why nothing can be said.
  private func nothing(_ measure: Measure) -> Sentence {
    guard let row = recommendation.row, row.started > 0 else {
      return recommendation.isVariedNow
        ? "\(time) no pupil has finished it" : "No pupil has finished it yet"
    }
    guard isCounted else {
      return "\(time) too few pupils have both tests and somebody to compare them with"
    }
    if row.pupilsPaired < thresholds.minimumPupils {
      let have: Sentence = row.progress.paired == 1 ? "has" : "have"
      return """
        \(time) \(row.progress.paired, is: "n_paired") of \
        \(Wording.count(row.started, "episode", is: "n_started")) \(have) both tests \(on(measure)), too \
        few to say anything
        """
    }
    return
      "\(time) fewer than \(thresholds.minimumPupils, is: "setting") of the \(row.pupilsPaired, is: "pupils") pupils with both "
      + "tests \(on(measure)) have classmates to compare them with"
  }

  private func on(_ measure: Measure) -> Sentence {
    "on \(measure.name, is: "measure")"
  }

  /// ` (chance of a gain worth having: 62–71%, evidence 3 of 4)`.
  private var weight: Sentence {
    let strength: Sentence =
      "evidence \(facts.strength, is: "evidence_strength") of \(4, is: Sentence.fixed)"
    guard evidence.probabilities != nil else { return " (\(strength))" }
    return " (\(VerdictSentence.chance(evidence)), \(strength))"
  }

  /// What a condition of the line found.
  private func clause(_ condition: RuleCondition) -> Sentence {
    switch condition {
    case .lowAttendance:
      return "only \(attendance) of the planned sessions were attended"
    case .manyMissing:
      guard isCounted, let row = recommendation.row else { return "many episodes lack a test" }
      let missing = row.started - row.progress.paired
      let lack: Sentence = missing == 1 ? "lacks" : "lack"
      return """
        \(missing, is: "n_started") of \(Wording.count(row.started, "episode", is: "n_started")) \(lack) a \
        test
        """
    case .unusualFrequency:
      return
        "it is given \(beside(facts.sessionsPerWeek ?? 0, thresholds.usualSessionsPerWeek)) times a "
        + "week, where programmes "
        + "that worked mostly had \(RuleCondition.range(thresholds.usualSessionsPerWeek), is: "setting")"
    case .unusualDuration: return duration
    case .largeGroup:
      return isCounted
        ? """
        its groups have \
        \(Wording.plain(facts.groupSize ?? 0, beside: thresholds.largestGroup), is: "group_size") \
        pupils, more than \(Wording.plain(thresholds.largestGroup), is: "setting")
        """
        : """
        its groups have more than \(Wording.plain(thresholds.largestGroup), is: "setting") pupils
        """
    case .smallGroup:
      return
        "its groups have no more than \(Wording.plain(thresholds.smallestGroup), is: "setting") pupils"
    case .wideSpread:
      return
        "its pupils’ own results lie \(Wording.plain(facts.spread ?? 0), is: "spread") times as far apart as "
        + "their classmates’"
    case .costly:
      return
        "a month of progress costs \(Wording.pounds(facts.costPerMonth), is: "cost_per_month") a pupil"
    case .falling: return "this term’s range lies below that of the term before"
    }
  }

  private var duration: Sentence {
    var parts: [Sentence] = []
    if let minutes = facts.minutesPerSession, isOutside(minutes, thresholds.usualMinutes) {
      parts.append(
        "a session lasts \(beside(minutes, thresholds.usualMinutes)) minutes, where programmes that "
          + "worked mostly had "
          + Sentence(RuleCondition.range(thresholds.usualMinutes), is: "setting"))
    }
    if let weeks = facts.weeks, isOutside(weeks, thresholds.usualWeeks) {
      parts.append(
        "it lasts \(beside(weeks, thresholds.usualWeeks)) weeks, where programmes that worked mostly had "
          + Sentence(RuleCondition.range(thresholds.usualWeeks), is: "setting"))
    }
    return parts.joined(", and ")
  }

  private func isOutside(_ value: Double, _ usual: [Double]) -> Bool {
    guard let low = usual.first, let high = usual.last else { return false }
    return value < low || value > high
  }

  /// A number outside of what is usual, so that it can be told from the nearer end.
  private func beside(_ value: Double, _ usual: [Double]) -> Sentence {
    guard let low = usual.first, let high = usual.last else { return given(Wording.plain(value)) }
    let limit = value < low ? low : high
    guard isCounted || Wording.plain(value) != Wording.plain(limit) else {
      let side: Sentence = value < limit ? "under" : "over"
      return "just \(side) \(Wording.plain(limit), is: "setting")"
    }
    return given(Wording.plain(value, beside: limit))
  }

  private func given(_ text: String) -> Sentence { Sentence(text, is: "sessions_per_week") }

  /// The share of sessions attended, which lies under what is called low.
  private var attendance: Sentence {
    let (share, limit) = (facts.attendance ?? 0, thresholds.lowAttendance)
    guard isCounted || Wording.percent(share) != Wording.percent(limit) else {
      return "just under \(Wording.percent(limit), is: "setting")"
    }
    return Sentence(Wording.percent(share, beside: limit), is: "attendance")
  }

  private var disagreement: Sentence {
    if facts.isContradicted, !facts.verdict.isGood {
      return ", though pupils did better on another test"
    }
    // The governors' table of verdicts says so where it may.
    return facts.isWorseElsewhere && facts.verdict.isGood && isCounted
      ? ", though pupils did worse on another test" : ""
  }

  // MARK: What is to be done

  private var advice: Sentence {
    switch recommendation.recommend {
    case .continue: return "go on with it"
    case .varyFrequency:
      return
        "try \(RuleCondition.range(thresholds.usualSessionsPerWeek), is: "setting") sessions a week"
    case .varyDuration: return durationAdvice
    case .varyGroupSize:
      let isLarge = facts.meets(.largeGroup, thresholds)
      return isLarge
        ? "try groups of no more than \(Wording.plain(thresholds.largestGroup), is: "setting")"
        : "let other pupils join its groups"
    case .varyPupils: return "find out whom it helps, and choose its pupils by that"
    case .checkDelivery:
      return !facts.verdict.isJudged || facts.verdict == .unclear
        ? "see first whether it is given as it is meant to be"
        : "see whether it is given as it is meant to be before anything else is decided"
    case .stopOrReplace: return "stop it, or give these pupils something else"
    case .assess: return assessment
    }
  }

  private var durationAdvice: Sentence {
    let minutes = facts.minutesPerSession.map { isOutside($0, thresholds.usualMinutes) } ?? false
    return minutes
      ? "try sessions of \(RuleCondition.range(thresholds.usualMinutes), is: "setting") minutes"
      : "try \(RuleCondition.range(thresholds.usualWeeks), is: "setting") weeks"
  }

  /// Which tests to take, and how many pupils an answer takes.
  private var assessment: Sentence {
    guard let measure else {
      return
        "name its test in school.yml, and take it at the start and at the end of each programme"
    }
    if measure.kind == .ordinal {
      return "take a test with scores beside it, at the start and at the end of each programme"
    }
    var advice: Sentence =
      "go on, and take \(measure.name, is: "measure") at the start and at the end of each programme"
    guard isCounted, let needed = recommendation.needed else { return advice }
    if let more = needed.more {
      advice +=
        """
        ; if it goes on as now, about \(Wording.count(more, "more term", is: "terms_needed")) would show it
        """
    } else {
      advice += "; at these numbers no answer is in sight"
    }
    return advice
  }
}
