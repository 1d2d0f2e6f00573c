import Analysis
import ProvisionModel

/// KPI 5.6 on a page.
extension Report {
  /// The table.
  func variationPageTable(_ pack: Pack) -> PageTable {
    let isSeveral = data.schools.count > 1
    return PageTable(
      caption: "Changes from one term to the next",
      headings: [
        .text("Intervention"), .text("What changed"), .text("Before"), .text("Now"),
        .number("Joined"), .number("Left"), .text("Latest decision"), .words("Followed through"),
      ],
      things: evaluation.variations
    ) { row in
      let cells = variationCells(row, pack)
      let name = data.interventions[row.intervention].name
      return [
        isSeveral ? "\(name) (\(row.school))" : name, words(row.kind),
        words(cells.before, row.kind), words(cells.after, row.kind),
        words(cells.joined, row.kind), words(cells.left, row.kind),
        row.decision.map { decisionWords($0.decision, pack) } ?? "",
        row.decision.map { isShown($0, pack) ? $0.followThrough.title : "c" } ?? "",
      ]
    }
  }

  /// The same as a picture: what there was more and less of.
  func variationPictures(_ pack: Pack) -> [Picture] {
    var rows: [VariationPicture.Row] = []
    var last: Variation?
    for row in evaluation.variations {
      if row.school != last?.school || row.intervention != last?.intervention {
        let name = data.interventions[row.intervention].name
        rows.append(
          VariationPicture.Row(
            name: data.schools.count > 1 ? "\(name) (\(row.school))" : name, note: "", changes: [:])
        )
      }
      last = row
      if let column = row.kind.column {
        rows[rows.count - 1].changes[column] = change(row, pack)
      } else {
        rows[rows.count - 1].note = words(row.kind)
      }
    }
    return VariationPicture.pictures(
      id: "variation", title: "What there was more and less of than in the term before", rows: rows,
      note: pack == .governors ? " c: left out, as it rests on few pupils." : "")
  }

  private func change(_ row: Variation, _ pack: Pack) -> VariationPicture.Change {
    let cells = variationCells(row, pack)
    if cells.before == .suppressed || cells.after == .suppressed { return .hidden }
    func number(_ cell: TableCell) -> Double? {
      switch cell {
      case .whole(let value): Double(value)
      case .number(let value): value
      case .absent, .notApplicable, .suppressed, .text, .freeText, .day: nil
      }
    }
    guard let before = number(cells.before), let after = number(cells.after), before != after else {
      return .other
    }
    return after > before ? .more : .less
  }

  private func decisionWords(_ decision: Decision, _ pack: Pack) -> String {
    // What a school wrote may name pupils or staff.
    guard pack == .senco else { return "\(decision.kind.rawValue) (\(decision.term.title))" }
    let group = decision.group.isEmpty ? "" : " for \(decision.group)"
    let change = decision.change.isEmpty ? "" : ": \(decision.change)"
    return "\(decision.kind.rawValue)\(group) (\(decision.term.title))\(change)"
  }

  private func words(_ kind: ChangeKind) -> String {
    switch kind {
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

  private func words(_ cell: TableCell, _ kind: ChangeKind) -> String {
    switch cell {
    case .absent, .notApplicable: ""
    case .suppressed: "c"
    case .whole(let value): String(value)
    case .number(let value): Wording.number(value)
    case .text(let text), .freeText(let text): text
    case .day(let day): Wording.date(day)
    }
  }
}

extension ChangeKind {
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
