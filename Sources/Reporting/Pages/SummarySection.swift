import Analysis
import Diagnostics
import ProvisionModel

/// What a page says first.
extension Report {
  /// Who finished and who goes on, in a sentence.
  func opening(_ pack: Pack) -> String {
    let figures = evaluation.figures
    let ended = figures.episodes.filter(endedInTerm)
    let pupils = Set(ended.map(\.pupil)).count
    let interventions = Set(effectivenessRows(.term, .senco).map(\.intervention)).count
    let who = pupilWords(pupils, pack)
    let finished =
      switch (interventions, who) {
      case (0, _): "no pupil finished an intervention"
      case (1, let who?): "\(who) finished the one intervention that ended"
      case (1, nil): "one intervention ended"
      case (_, let who?): "\(who) finished at least one of \(interventions) interventions"
      case (_, nil): "\(interventions) interventions ended"
      }
    let underWay = Set(figures.episodes.filter { $0.status == .inProgress }.map(\.intervention))
      .count
    let goingOn =
      switch (pupilsUnderWay, pack) {
      case (0, _): ""
      case (_, .senco):
        "; \(Wording.count(pupilsUnderWay, "pupil")) were still in one on \(Wording.date(evaluation.asOf))"
      case (_, .governors):
        "; \(underWay) more \(underWay == 1 ? "was" : "were") still under way on "
          + "\(Wording.date(evaluation.asOf))"
      }
    return "In the \(evaluation.term.title), \(finished)\(goingOn)."
  }

  /// The pupils of episodes under way.
  var pupilsUnderWay: Int {
    Set(evaluation.figures.episodes.filter { $0.status == .inProgress }.map(\.pupil)).count
  }

  /// What is missing that the SENCo can look for.
  func attention(_ room: SummaryRoom) -> [String] {
    var lines: [String] = []
    let short = effectivenessRows(.term, .senco).filter { row in
      guard let attrition = row.attrition else { return false }
      return attrition > EvidenceStrength.muchMissing
        && row.pupils >= data.settings.thresholds.minimumPupils
    }
    if !short.isEmpty {
      let names = short.map {
        "\(label($0, room)) (\($0.started - $0.progress.paired) of \($0.started))"
      }
      lines.append(
        "Many lack one: \(room.list(names)); the means say nothing about these.")
    }
    let unscored = findings.count { $0.code == .pupilWithoutScores }
    if unscored > 0 {
      lines.append(
        "\(Wording.count(unscored, "pupil")) of the provision map "
          + "\(unscored == 1 ? "has" : "have") no score at all.")
    }
    let errors = findings.count { $0.severity == .error }
    if errors > 0 {
      lines.append(
        "\(Wording.count(errors, "entry").replacing("entrys", with: "entries")) of the files could "
          + "not be used: see Data quality, by file and line.")
    }
    return lines
  }

  /// Attendance under this is worth a question.
  static var littleAttendance: Double { 0.8 }

  /// How many pupils finished something; nil where the governors could tell from it how many are in a
  /// row that they do not see, or lack a test.
  private func pupilWords(_ pupils: Int, _ pack: Pack) -> String? {
    guard pack == .governors else { return Wording.count(pupils, "pupil") }
    let visible = effectivenessRows(.term, pack).map(\.progress.paired)
    let rounded = DisclosureRules.rounded(Double(pupils) / 5, decimals: 0) * 5
    let (least, most) = (Int(rounded) - 2, Int(rounded) + 2)
    guard visible.reduce(0, +) >= least, let largest = visible.max(),
      most - largest >= rules.minimumPupils
    else { return nil }
    return "about \(Int(rounded)) pupils"
  }

  /// The intervention, and the measure where it has several in the term; cut off where it is long,
  /// as the tables have it in full.
  func label(_ row: InterventionProgress, _ room: SummaryRoom) -> String {
    let name = TextFit.shortened(interventionName(row), to: room.letters)
    let measures = effectivenessRows(.term, like: row).count
    guard measures > 1 || !row.together.isEmpty, let measure = row.measure else { return name }
    return "\(name) (\(TextFit.shortened(data.measures[measure].name, to: room.letters * 2 / 3)))"
  }
}
