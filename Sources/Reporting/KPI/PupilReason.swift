import Analysis
import ProvisionModel

/// Why a step is suggested for a pupil, in a sentence made of the figures.
struct PupilReason {
  private let row: PupilSupport
  private let report: Report
  private let measure: Measure

  /// The reason of a row of a report.
  init(_ row: PupilSupport, of report: Report) {
    self.row = row
    self.report = report
    measure = report.data.measures[row.measure]
  }

  /// The sentence.
  var text: String {
    guard let score = row.latest?.score, score.censoring != .none,
      row.nextStep != .readyToLeave, row.nextStep != .considerSupport
    else { return sentence }
    return "\(sentence) The latest score, \(report.scoreWords(score, measure)), is off the scale."
  }

  private var sentence: String {
    switch row.nextStep {
    case .readyToLeave: "\(latest), after the support began."
    case .checkAttendance:
      "\(Wording.percent(row.attendance ?? 0, beside: thresholds.lowAttendance)) of the planned "
        + "sessions were attended, under "
        + "\(Wording.percent(thresholds.lowAttendance)): what was missed cannot have helped."
    case .oneAtATime:
      "\(interventions) ran "
        + (row.interventions.count > 2 ? "in the term, some of them " : "")
        + "at the same time: nobody can tell which of them helps."
    case .changeSupport: "\(termsInARow) (\(missedTerms))."
    case .test: "\(nameOfEnded) ended on \(endOfEnded) and there is no score near that day."
    case .watch: watch
    case .goOn: goOn
    case .nameMeasure:
      "Nothing says which measure \(interventions) is about, so that all of the pupil's are looked "
        + "at: name it in the provision map or in school.yml."
    case .considerSupport: "\(latest), and nothing is under way on it\(planned)."
    }
  }

  private var thresholds: ThresholdSettings { report.data.settings.thresholds }

  private var interventions: String { Wording.list(report.interventionNames(row)) }

  /// The latest score and where it lies.
  private var latest: String {
    guard let latest = row.latest else { return "There is no score" }
    let beginning =
      "The latest score, \(report.scoreWords(latest.score, measure)) on "
      + Wording.date(latest.score.day)
    let end = latest.score.censoring == .none ? "" : "is off the scale, whose end "
    let mean = "the mean of \(whoseMean(latest)) (\(Wording.mean(latest.mean, measure)))"
    let distance = latest.distance ?? 0
    let size = Wording.number(abs(distance), decimals: 2)
    guard size != "0.00" else { return "\(beginning), \(end)lies at \(mean)" }
    let direction = distance > 0 ? "on the good side of" : "on the poor side of"
    let side = measure.lowerIsBetter ? direction : distance > 0 ? "over" : "under"
    return "\(beginning), \(end)lies \(size) SD \(side) \(mean)"
  }

  private func whoseMean(_ latest: LatestScore) -> String {
    guard latest.isMeanOfCohort else { return "the test" }
    return report.data.pupils[row.pupil].yearGroup.isEmpty ? "the school" : "the year group"
  }

  private var termsInARow: String {
    row.termsWithoutProgress == 1
      ? "A term without the expected progress"
      : "\(row.termsWithoutProgress) terms of support in a row without the expected progress"
  }

  /// The missed terms, the earliest first, each with the gain of an episode.
  private var missedTerms: String {
    row.missed.reversed().map { position in
      let end = report.evaluation.figures.episodes[position].end ?? report.evaluation.asOf
      let term = report.data.settings.terms.term(containing: end)
      return "\(term.title): \(gain(position))"
    }.joined(separator: "; ")
  }

  /// The gain beside the expected one: `+2.0, where 3.5 was expected`.
  private func gain(_ position: Int) -> String {
    let link = report.evaluation.figures.links[position]
    guard let gain = link.gain else { return "no gain is known" }
    let expected = link.expectedGain.map { ", where \(Wording.signed($0)) was expected" } ?? ""
    return "\(Wording.signed(gain))\(expected)"
  }

  private var nameOfEnded: String {
    guard let ended = row.ended else { return "" }
    let intervention = report.evaluation.figures.episodes[ended].intervention
    return report.data.interventions[intervention].name
  }

  private var endOfEnded: String {
    row.ended.flatMap { report.evaluation.figures.episodes[$0].end }.map(Wording.date) ?? ""
  }

  private var watch: String {
    guard let ended = row.ended else { return "" }
    let change = row.isChangedSince ? "; another intervention has begun since" : ""
    guard row.termsWithoutProgress > 1 else {
      return "\(nameOfEnded): \(gain(ended))\(change). One test is uncertain."
    }
    return "\(termsInARow) (\(missedTerms))\(change)."
  }

  private var goOn: String {
    guard let ended = row.ended else {
      let missed =
        row.missed.isEmpty ? "" : " Before that: \(termsInARow.lowercased()) (\(missedTerms))."
      let starts = row.episodes.map { report.evaluation.figures.episodes[$0].start }
      let since = starts.min().map { "since \(Wording.date($0))" } ?? ""
      return "\(interventions) under way \(since): nothing to judge by yet.\(missed)"
    }
    let link = report.evaluation.figures.links[ended]
    if row.isOnTrack == true { return "\(nameOfEnded): \(gain(ended))." }
    if link.isCensored { return "\(nameOfEnded): a score is off the scale, so no gain is known." }
    guard link.isPaired else {
      return "\(nameOfEnded): no score near the start, so no gain is known."
    }
    return "\(nameOfEnded): \(gain(ended)); nothing is said of what to expect on this measure."
  }

  private var planned: String {
    row.plannedStart.map { "; support is to begin on \(Wording.date($0))" } ?? ""
  }
}
