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
        .number("Joined"), .number("Left"), .text("Latest decision"),
      ],
      things: evaluation.variations
    ) { row in
      let cells = variationCells(row, pack)
      let name = data.interventions[row.intervention].name
      return [
        isSeveral ? "\(name) (\(row.school))" : name, words(row.kind),
        words(cells.before, row.kind), words(cells.after, row.kind),
        words(cells.joined, row.kind), words(cells.left, row.kind),
        row.decision.map { decisionWords($0, pack) } ?? "",
      ]
    }
  }

  private func decisionWords(_ decision: Decision, _ pack: Pack) -> String {
    // What a school wrote may name pupils or staff.
    let change = pack == .senco && !decision.change.isEmpty ? ": \(decision.change)" : ""
    return "\(decision.kind.rawValue) (\(decision.term.title))\(change)"
  }

  private func words(_ kind: ChangeKind) -> String {
    switch kind {
    case .started: "Started"
    case .stopped: "Stopped"
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
