import Analysis
import ProvisionModel

/// KPI 5.6 on a page.
extension VariationFigures {
  /// The columns of the page.
  static let columns: [PageColumn<Variation>] = [
    PageColumn("Intervention", figures: ["intervention"]) {
      $0.pack.named($0.row.intervention, $0.row.school)
    },
    PageColumn("What changed", figures: ["change_kind"]) { $0.row.kind.title },
    PageColumn(before, .text), PageColumn(after, .text), PageColumn(joined), PageColumn(left),
    PageColumn("Latest decision", .text, .decision, figures: ["decision", "decided_term"]) {
      words($0.row.decision?.decision, $0.pack)
    },
    PageColumn(followed, .words) { row, _ in row.decision?.followThrough.title ?? "" },
  ]

  private static func words(_ decision: Decision?, _ pack: ReleasedPack) -> String {
    guard let decision else { return "" }
    // What a school wrote may name pupils or staff.
    guard pack.pack == .senco else { return "\(decision.kind.rawValue) (\(decision.term.title))" }
    let group = decision.group.isEmpty ? "" : " for \(decision.group)"
    let change = decision.change.isEmpty ? "" : ": \(decision.change)"
    return "\(decision.kind.rawValue)\(group) (\(decision.term.title))\(change)"
  }
}

extension Pages {
  /// The table.
  var variationTable: PageTable {
    PageTable(
      "Changes from one term to the next", VariationFigures.columns, evaluation.variations,
      in: pack)
  }

  /// The same as a picture: what there was more and less of.
  var variationPictures: [Picture] {
    var rows: [VariationPicture.Row] = []
    var last: SchoolIntervention?
    for row in evaluation.variations {
      let key = SchoolIntervention(row)
      if key != last {
        let name = pack.named(row.intervention, row.school)
        rows.append(VariationPicture.Row(name: name, note: "", changes: [:]))
      }
      last = key
      if let column = row.kind.column {
        rows[rows.count - 1].changes[column] = change(pack.row(row))
      } else {
        rows[rows.count - 1].note = row.kind.title
      }
    }
    return VariationPicture.pictures(
      id: "variation", title: "What there was more and less of than in the term before", rows: rows,
      note: isForSENCo ? "" : " c: left out, as it rests on few pupils.",
      naming: isMarked ? "intervention" : "")
  }

  private func change(_ row: ReleasedRow<Variation>) -> VariationPicture.Change {
    let (before, after) = (row[VariationFigures.before], row[VariationFigures.after])
    if before == .suppressed || after == .suppressed { return .hidden }
    guard let first = before.number, let last = after.number, first != last else { return .other }
    return last > first ? .more : .less
  }
}

extension ChangeKind {
  /// What a page calls it.
  fileprivate var title: String {
    switch self {
    case .started: "Started"
    case .stopped: "Stopped"
    case .notBegun: "Not begun yet"
    case .pupils: "Pupils"
    case .sessionsPerWeek: "Sessions a week"
    case .minutesPerSession: "Minutes a session"
    case .weeks: "Weeks from start to end"
    case .groupSize: "Pupils in a group"
    case .teachingAssistants: "TAs"
    case .unchanged: "Unchanged"
    case .firstTerm: "First term on the map"
    }
  }

  /// The column of the picture that it stands in; nil: it is about the intervention as a whole.
  fileprivate var column: Int? {
    switch self {
    case .pupils: 0
    case .sessionsPerWeek: 1
    case .minutesPerSession: 2
    case .weeks: 3
    case .groupSize: 4
    case .teachingAssistants: 5
    case .started, .stopped, .notBegun, .unchanged, .firstTerm: nil
    }
  }
}
