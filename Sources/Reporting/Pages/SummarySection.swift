import Analysis
import Diagnostics
import ProvisionModel

/// What a page says first.
extension Report {
  /// Who finished and who goes on, in a sentence.
  func opening(_ pack: Pack) -> String {
    let rows = effectivenessRows(.term)
    let figures = evaluation.figures
    let ended = figures.episodes.filter(endedInTerm)
    let pupils = Set(ended.map(\.pupil)).count
    let underWay = figures.episodes.filter { $0.status == .inProgress }
    let pupilsUnderWay = Set(underWay.map(\.pupil)).count
    let interventions = Set(rows.map(\.intervention)).count
    let finished =
      switch interventions {
      case 0: "no pupil finished an intervention"
      case 1: "\(pupilWords(pupils, pack)) finished the one intervention that ended"
      default: "\(pupilWords(pupils, pack)) finished at least one of \(interventions) interventions"
      }
    let goingOn =
      pupilsUnderWay > 0
      ? "; \(pupilWords(pupilsUnderWay, pack)) were still in one on "
        + "\(Wording.date(evaluation.asOf))" : ""
    return "In the \(evaluation.term.title), \(finished)\(goingOn)."
  }

  /// What is missing that the SENCo can look for.
  var attention: [String] {
    var lines: [String] = []
    for row in effectivenessRows(.term) {
      guard let attrition = row.attrition, attrition > EvidenceStrength.muchMissing,
        row.pupils >= data.settings.thresholds.minimumPupils
      else { continue }
      lines.append(
        "\(label(row)): \(row.started - row.progress.paired) of \(row.started) of them; the means "
          + "say nothing about these.")
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

  private func pupilWords(_ pupils: Int, _ pack: Pack) -> String {
    pack == .governors && suppression.hides(pupils)
      ? "fewer than \(suppression.minimumPupils) pupils" : Wording.count(pupils, "pupil")
  }

  /// The intervention, and the measure where it has several in the term; cut off where it is long,
  /// as the tables have it in full.
  func label(_ row: InterventionProgress) -> String {
    let name = TextFit.shortened(interventionName(row), to: 60)
    let measures = effectivenessRows(.term).count { $0.intervention == row.intervention }
    guard measures > 1, let measure = row.measure else { return name }
    return "\(name) (\(TextFit.shortened(data.measures[measure].name, to: 40)))"
  }
}
