import Analysis
import ProvisionModel

/// KPI 5.6 pupil by pupil, on the SENCo's page only: pupils who are far under their year group on a
/// measure on which they have no support.
extension Pages {
  /// A pupil, and the rows about the measures.
  struct UnservedPupil: Sendable {
    let pupil: Int
    let rows: [PupilSupport]
  }

  /// Adds a sentence with the numbers, a table of those who are under on several measures, and one
  /// to be opened of the others.
  func addUnservedPupils(to view: inout [String: Any]) {
    let pupils = unservedPupils
    guard !pupils.isEmpty else { return }
    let onSeveral = pupils.filter { $0.rows.count > 1 }
    let onOne = pupils.filter { $0.rows.count == 1 }
    view["unservedSentence"] = unservedSentence(pupils, onSeveral: onSeveral.count)
    view["unservedOnSeveral"] = unservedTable(onSeveral, "several measures").view()
    if let table = unservedTable(onOne, "one measure").view() {
      view["unservedOnOne"] = [
        "title": "\(Wording.count(onOne.count, "pupil")) under on one measure", "table": table,
      ]
    }
  }

  /// The pupils, those who are under on more measures first.
  var unservedPupils: [UnservedPupil] {
    var pupils: [UnservedPupil] = []
    var rows: [PupilSupport] = []
    // The rows of a pupil come one after the other.
    for row in evaluation.pupilSupport where !row.isSupported {
      if let last = rows.last, last.pupil != row.pupil {
        pupils.append(UnservedPupil(pupil: last.pupil, rows: rows))
        rows = []
      }
      rows.append(row)
    }
    if let last = rows.last { pupils.append(UnservedPupil(pupil: last.pupil, rows: rows)) }
    let most = pupils.map(\.rows.count).max() ?? 0
    return (0...most).reversed().flatMap { count in pupils.filter { $0.rows.count == count } }
  }

  private func unservedSentence(_ pupils: [UnservedPupil], onSeveral: Int) -> String {
    let depth = PlainNumber.text(data.settings.thresholds.notServedBelow, decimals: 1)
    var counts: [Int: Int] = [:]
    for row in pupils.flatMap(\.rows) { counts[row.measure, default: 0] += 1 }
    let measures = ScalarOrder.sorted(counts.keys.sorted()) { [data.measures[$0].name] }
    let byMeasure = measures.map {
      "\(data.measures[$0].name) (\(counts[$0] ?? 0))"
    }
    let several = onSeveral > 0 ? ", \(onSeveral) of them on more than one" : ""
    return
      "\(Wording.count(pupils.count, "pupil")) lately scored more than \(depth) SD under the mean "
      + "of the year group on a measure on which nothing is under way for them\(several): "
      + "\(Wording.list(byMeasure)). One low score may be a bad day: look at the other work first."
  }

  /// The table of some of them, a row each.
  func unservedTable(_ pupils: [UnservedPupil], _ measures: String) -> PageTable {
    var support: [Int: [String]] = [:]
    for row in evaluation.pupilSupport where row.isSupported {
      support[row.pupil, default: []].append(data.measures[row.measure].name)
    }
    let begun = support
    return PageTable(
      "Pupils without support, though far under the year group on \(measures, is: Sentence.word)",
      PageColumn<UnservedPupil>.pupil { row, _ in row.pupil } + [
        PageColumn(
          "Latest score, standing (SD)", .prose, .standing, figures: ["latest_score", "standing"]
        ) { $0.row.rows.map(scoreAndStanding).joined(separator: "; ") },
        PageColumn("Has support on", .words, figures: ["supported"]) {
          (begun[$0.row.pupil] ?? []).joined(separator: "; ")
        },
        PageColumn("To begin", figures: ["start_date"]) { released in
          released.row.rows.compactMap { row in
            row.plannedStart.map { "\(data.measures[row.measure].name): \(Wording.date($0))" }
          }.joined(separator: "; ")
        },
      ], pupils, in: pack)
  }

  private func scoreAndStanding(_ row: PupilSupport) -> String {
    let standing =
      row.latest?.standing.map { Wording.number($0, decimals: 2) } ?? "off the scale"
    return
      "\(data.measures[row.measure].name) \(pack.words(row.latest?.score, row.measure)) (\(standing))"
  }
}
