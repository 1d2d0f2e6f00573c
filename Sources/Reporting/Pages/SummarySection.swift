import Analysis
import Diagnostics
import ProvisionModel

/// What a page says first.
extension Report {
  /// The term in plain sentences.
  func sentences(_ pack: Pack) -> [String] {
    let rows = effectivenessRows(.term)
    let figures = evaluation.figures
    let ended = figures.episodes.indices.filter { position in
      let episode = figures.episodes[position]
      guard episode.status == .ended, let end = episode.end else { return false }
      return evaluation.term.contains(end)
    }
    let pupils = Set(ended.map { figures.episodes[$0].pupil }).count
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
    var sentences = ["In the \(evaluation.term.title), \(finished)\(goingOn)."]
    sentences += progressSentences(rows, pack)
    return sentences
  }

  /// What there is to look at, for the SENCo.
  var attention: [String] {
    let rows = effectivenessRows(.term)
    var lines: [String] = []
    for row in rows {
      guard let attrition = row.attrition, attrition > Self.muchMissing,
        row.pupils >= data.settings.thresholds.minimumPupils
      else { continue }
      lines.append(
        "\(label(row)): \(row.started - row.progress.paired) of \(row.started) lack a test at the "
          + "start or the end, or have one off the scale; the means say nothing about them.")
    }
    for row in rows {
      guard let attendance = row.dose.attendance, attendance < Self.littleAttendance else {
        continue
      }
      lines.append(
        "\(label(row)): pupils attended \(Wording.percent(attendance)) of the planned sessions.")
    }
    let errors = findings.count { $0.severity == .error }
    if errors > 0 {
      lines.append(
        "\(Wording.count(errors, "entry").replacing("entrys", with: "entries")) of the files could "
          + "not be used: see Data quality, by file and line.")
    }
    return lines
  }

  /// Attrition over this costs a figure some of its strength (METHOD §7).
  private static let muchMissing = 0.2
  /// Attendance under this is worth a question.
  private static let littleAttendance = 0.8

  private func pupilWords(_ pupils: Int, _ pack: Pack) -> String {
    pack == .governors && suppression.hides(pupils)
      ? "fewer than \(suppression.minimumPupils) pupils" : Wording.count(pupils, "pupil")
  }

  /// The intervention, and the measure where it has several in the term.
  private func label(_ row: InterventionProgress) -> String {
    let name = interventionName(row)
    let measures = effectivenessRows(.term).count { $0.intervention == row.intervention }
    guard measures > 1, let measure = row.measure else { return name }
    return "\(name) (\(data.measures[measure].name))"
  }

  /// Where the 95% range of the mean gain lies beside the expected gain.
  private func progressSentences(_ rows: [InterventionProgress], _ pack: Pack) -> [String] {
    let minimum = data.settings.thresholds.minimumPupils
    var above: [String] = []
    var within: [String] = []
    var below: [String] = []
    var unknown: [String] = []
    var few: [String] = []
    for row in rows {
      let progress = row.progress
      guard row.pupilsPaired >= minimum else {
        few.append(label(row))
        continue
      }
      guard let range = progress.gainInterval, let expected = progress.expectedGain else {
        unknown.append(label(row))
        continue
      }
      if range.lowerBound > expected {
        above.append(label(row))
      } else if range.upperBound < expected {
        below.append(label(row))
      } else {
        within.append(label(row))
      }
    }
    let parts: [([String], String)] = [
      (above, "More than the expected gain, with the whole 95% range: "),
      (below, "Less than the expected gain, with the whole 95% range: "),
      (within, "Not to be told from the expected gain, which lies within the range: "),
      (unknown, "No expected gain is known, so see the gains themselves: "),
      (few, "Fewer than \(minimum) pupils with both tests, too few to say anything: "),
    ]
    return parts.filter { !$0.0.isEmpty }.map { $0.1 + Wording.list($0.0) + "." }
  }
}
