import Analysis
import ProvisionModel

/// Why a step is suggested for a pupil, in a sentence made of the figures.
struct PupilReason {
  private let pack: ReleasedPack

  /// The reasons of a pack's rows.
  init(in pack: ReleasedPack) {
    self.pack = pack
  }

  /// The sentence of a row.
  func text(_ row: PupilSupport) -> String {
    guard let score = row.latest?.score, score.censoring != .none,
      row.nextStep != .readyToLeave, row.nextStep != .considerSupport
    else { return sentence(row) }
    let words = pack.words(score, row.measure)
    return "\(sentence(row)) The latest score, \(words), is off the scale."
  }

  private func sentence(_ row: PupilSupport) -> String {
    switch row.nextStep {
    case .readyToLeave: "\(latest(row)), after the support began."
    case .checkAttendance:
      "\(Wording.percent(row.attendance ?? 0, beside: thresholds.lowAttendance)) of the planned "
        + "sessions were attended, under "
        + "\(Wording.percent(thresholds.lowAttendance)): what was missed cannot have helped."
    case .oneAtATime:
      "\(interventions(row)) ran "
        + (row.interventions.count > 2 ? "in the term, some of them " : "")
        + "at the same time: nobody can tell which of them helps."
    case .changeSupport: "\(termsInARow(row)) (\(missedTerms(row)))."
    case .test:
      "\(nameOfEnded(row)) ended on \(endOfEnded(row)) and there is no score near that day."
    case .watch: watch(row)
    case .goOn: goOn(row)
    case .nameMeasure:
      "Nothing says which measure \(interventions(row)) is about, so that all of the pupil's are looked "
        + "at: name it in the provision map or in school.yml."
    case .considerSupport: "\(latest(row)), and nothing is under way on it\(planned(row))."
    }
  }

  private var thresholds: ThresholdSettings { pack.data.settings.thresholds }

  private func measure(_ row: PupilSupport) -> Measure { pack.data.measures[row.measure] }

  private func interventions(_ row: PupilSupport) -> String {
    Wording.list(pack.names(ofInterventions: row.interventions))
  }

  /// The latest score and where it lies.
  private func latest(_ row: PupilSupport) -> String {
    guard let latest = row.latest else { return "There is no score" }
    let measure = measure(row)
    let distance = latest.distance ?? 0
    let size = Wording.number(abs(distance), decimals: 2)
    // Piece by piece: there may be a sentence for each pupil of many schools.
    var text = ""
    text.reserveCapacity(192)
    text += "The latest score, "
    text += pack.words(latest.score, row.measure)
    text += " on "
    text += Wording.date(latest.score.day)
    text += latest.score.censoring == .none ? ", lies " : ", is off the scale, whose end lies "
    if size == "0.00" {
      text += "at"
    } else {
      let direction = distance > 0 ? "on the good side of" : "on the poor side of"
      text += size
      text += " SD "
      text += measure.lowerIsBetter ? direction : distance > 0 ? "over" : "under"
    }
    text += " the mean of "
    text += whoseMean(latest, row)
    text += " ("
    text += Wording.mean(latest.mean, measure)
    text += ")"
    return text
  }

  private func whoseMean(_ latest: LatestScore, _ row: PupilSupport) -> String {
    guard latest.isMeanOfCohort else { return "the test" }
    return pack.data.pupils[row.pupil].yearGroup.isEmpty ? "the school" : "the year group"
  }

  private func termsInARow(_ row: PupilSupport) -> String {
    row.termsWithoutProgress == 1
      ? "A term without the expected progress"
      : "\(row.termsWithoutProgress) terms of support in a row without the expected progress"
  }

  /// The missed terms, the earliest first, each with the gain of an episode.
  private func missedTerms(_ row: PupilSupport) -> String {
    row.missed.reversed().map { position in
      let end = pack.figures.episodes[position].end ?? pack.facts.evaluation.asOf
      let term = pack.data.settings.terms.term(containing: end)
      return "\(term.title): \(gain(position))"
    }.joined(separator: "; ")
  }

  /// The gain beside the expected one: `+2.0, where 3.5 was expected`.
  private func gain(_ position: Int) -> String {
    let link = pack.figures.links[position]
    guard let gain = link.gain else { return "no gain is known" }
    let expected = link.expectedGain.map { ", where \(Wording.signed($0)) was expected" } ?? ""
    return "\(Wording.signed(gain))\(expected)"
  }

  private func nameOfEnded(_ row: PupilSupport) -> String {
    guard let ended = row.ended else { return "" }
    let intervention = pack.figures.episodes[ended].intervention
    return pack.data.interventions[intervention].name
  }

  private func endOfEnded(_ row: PupilSupport) -> String {
    row.ended.flatMap { pack.figures.episodes[$0].end }.map(Wording.date) ?? ""
  }

  private func watch(_ row: PupilSupport) -> String {
    guard let ended = row.ended else { return "" }
    let change = row.isChangedSince ? "; another intervention has begun since" : ""
    guard row.termsWithoutProgress > 1 else {
      return "\(nameOfEnded(row)): \(gain(ended))\(change). One test is uncertain."
    }
    return "\(termsInARow(row)) (\(missedTerms(row)))\(change)."
  }

  private func goOn(_ row: PupilSupport) -> String {
    guard let ended = row.ended else {
      let missed =
        row.missed.isEmpty
        ? "" : " Before that: \(termsInARow(row).lowercased()) (\(missedTerms(row)))."
      let starts = row.episodes.map { pack.figures.episodes[$0].start }
      let since = starts.min().map { "since \(Wording.date($0))" } ?? ""
      return "\(interventions(row)) under way \(since): nothing to judge by yet.\(missed)"
    }
    let link = pack.figures.links[ended]
    if row.isOnTrack == true { return "\(nameOfEnded(row)): \(gain(ended))." }
    if link.isCensored {
      return "\(nameOfEnded(row)): a score is off the scale, so no gain is known."
    }
    guard link.isPaired else {
      return "\(nameOfEnded(row)): no score near the start, so no gain is known."
    }
    return "\(nameOfEnded(row)): \(gain(ended)); nothing is said of what to expect on this measure."
  }

  private func planned(_ row: PupilSupport) -> String {
    row.plannedStart.map { "; support is to begin on \(Wording.date($0))" } ?? ""
  }
}
