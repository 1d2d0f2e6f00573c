import Analysis
import Diagnostics
import ProvisionModel

/// What a page says first.
extension Pages {
  /// Who finished and who goes on, in a sentence.
  var opening: Sentence {
    let figures = pack.figures
    let ended = figures.episodes.filter(endedInTerm)
    let who = pupilWords(Set(ended.map(\.pupil)).count)
    let interventions = Set(
      evaluation.interventions.filter { $0.period == .term && isEffectivenessRow($0) }
        .map(\.intervention)
    ).count
    let count = Sentence(String(interventions), is: "interventions")
    let finished: Sentence =
      switch (interventions, who) {
      case (0, _): "no pupil finished an intervention"
      case (1, let who?): "\(who) finished the one intervention that ended"
      case (1, nil): "one intervention ended"
      case (_, let who?): "\(who) finished at least one of \(count) interventions"
      case (_, nil): "\(count) interventions ended"
      }
    let underWay = Set(figures.episodes.filter { $0.status == .inProgress }.map(\.intervention))
      .count
    let day = Sentence(Wording.date(evaluation.asOf), is: "as_of")
    let goingOn: Sentence =
      switch (pupilsUnderWay, pack.pack) {
      case (0, _): ""
      case (_, .senco):
        "; \(Wording.count(pupilsUnderWay, "pupil", is: "pupils")) were still in one on \(day)"
      case (_, .governors):
        "; \(Wording.count(underWay, "intervention", is: "interventions")) \(underWay == 1 ? "was" : "were" as Sentence) still under way on \(day)"
      }
    return "In the \(pack.term.title, is: "term"), \(finished)\(goingOn)."
  }

  /// The pupils of episodes under way.
  var pupilsUnderWay: Int {
    Set(pack.figures.episodes.filter { $0.status == .inProgress }.map(\.pupil)).count
  }

  /// What is missing that the SENCo can look for.
  func attention(_ room: SummaryRoom) -> [Sentence] {
    var lines: [Sentence] = []
    let short = effectivenessRows(.term).filter { row in
      guard let attrition = row.attrition else { return false }
      return attrition > EvidenceStrength.muchMissing
        && row.pupils >= data.settings.thresholds.minimumPupils
    }
    if !short.isEmpty {
      let names = short.map { row -> Sentence in
        let missing = row.started - row.progress.paired
        return
          "\(label(row, room)) (\(missing, is: "n_started") of \(row.started, is: "n_started"))"
      }
      lines.append("Many lack one: \(room.list(names)); the means say nothing about these.")
    }
    let findings = pack.facts.findings
    let unscored = findings.count { $0.code == .pupilWithoutScores }
    if unscored > 0 {
      let have: Sentence = unscored == 1 ? "has" : "have"
      lines.append(
        """
        \(Wording.count(unscored, "pupil", is: "pupils")) of the provision map \(have) no score at all.
        """)
    }
    let errors = findings.count { $0.severity == .error }
    if errors > 0 {
      let entries: Sentence = errors == 1 ? "entry" : "entries"
      lines.append(
        """
        \(errors, is: "rows") \(entries) of the files could not be used: see Data quality, by file and \
        line.
        """)
    }
    return lines
  }

  /// How many pupils finished something; nil where the governors could tell from it how many are in a
  /// row that they do not see, or lack a test.
  private func pupilWords(_ pupils: Int) -> Sentence? {
    guard !isForSENCo else { return Wording.count(pupils, "pupil", is: "pupils") }
    let visible = effectivenessRows(.term).map { thing in
      let row = pack.row(thing)
      return [InterventionFigures.pupils, InterventionFigures.paired].compactMap {
        row[$0].number.map { Int($0) }
      }
    }
    let about = AboutPupils(pupils)
    guard about.tellsNothing(beside: visible, minimum: pack.rules.minimumPupils) else { return nil }
    return "about \(about.shown, is: AboutPupils.figure) pupils"
  }

  /// The intervention, and the measure where it has several in the period; cut off where it is long,
  /// as the tables have it in full.
  func label(_ row: InterventionProgress, _ room: SummaryRoom) -> Sentence {
    let name = Sentence(
      TextFit.shortened(pack.name(of: row), to: room.letters), is: "intervention")
    let measures = effectivenessRows(row.period, like: row).count
    guard measures > 1 || !row.together.isEmpty, let measure = row.measure else { return name }
    let words = TextFit.shortened(data.measures[measure].name, to: room.letters * 2 / 3)
    return "\(name) (\(words, is: "measure"))"
  }

  /// An intervention, with its school where there are several, cut off where it is long.
  func label(_ intervention: Int, _ school: Int, _ room: SummaryRoom) -> Sentence {
    Sentence(
      TextFit.shortened(pack.named(intervention, school), to: room.letters), is: "intervention")
  }
}
