import ProvisionModel

/// Writes what one school decided at the end of each term but the last.
struct DecisionsExport {
  /// The canonical columns of CONTRACT.
  static let columns = [
    "term", "intervention", "decision", "group", "change", "decided_by", "date",
  ]

  /// The school.
  let school: SimulatedSchool
  /// The cell of the school's name; nil when there is one school.
  let prefix: [UInt8]?

  /// Writes the rows.
  func write(to stream: ExportStream) throws {
    let calendar = school.calendar
    for term in 1..<max(1, calendar.last) {
      // The Thursday after the testing weeks.
      let date = calendar.testMonday(of: term).advanced(by: 17)
      if let rows = school.plan.decided(in: calendar.terms[term], bySchool: school.place) {
        for row in rows { try write(row, to: stream) }
        continue
      }
      for intervention in school.interventions {
        guard let (decision, text) = intervention.decision(termsBack: calendar.last - term) else {
          continue
        }
        if let prefix { stream.cell(encoded: prefix) }
        stream.cell(calendar.terms[term].id)
        stream.cell(intervention.name)
        stream.cell(decision.rawValue)
        stream.cell("")
        stream.cell(text)
        stream.cell(decision == .continue ? "SENCo" : "SENCo and headteacher")
        stream.cell(date.description)
        try stream.endRow()
      }
    }
  }

  /// A row of the file of decisions that the school follows.
  private func write(_ row: DecidedChange, to stream: ExportStream) throws {
    if let prefix { stream.cell(encoded: prefix) }
    stream.cell(row.term.id)
    stream.cell(row.intervention)
    stream.cell(row.change.decision.rawValue)
    stream.cell(row.group)
    stream.cell(row.change.text)
    stream.cell(row.decidedBy)
    stream.cell(row.day?.description)
    try stream.endRow()
  }
}
