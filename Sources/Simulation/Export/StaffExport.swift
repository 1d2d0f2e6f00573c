/// Writes the TAs of one school.
struct StaffExport {
  /// The canonical columns of CONTRACT.
  static let columns = ["ta", "name", "role_level", "career_level", "hourly_rate", "trained_in"]

  /// The school.
  let school: SimulatedSchool
  /// The cell of the school's name; nil when there is one school.
  let prefix: [UInt8]?

  /// Writes the rows.
  func write(to stream: ExportStream) throws {
    for (index, assistant) in school.staff.assistants.enumerated() {
      var trained = assistant.delivers.sorted()
      // One TA in four delivers something without training, for the table of KPI 7.5 to show.
      if index % 4 == 3, trained.count > 1 { trained.removeLast() }
      if let prefix { stream.cell(encoded: prefix) }
      stream.cell(assistant.name)
      stream.cell(assistant.name)
      stream.cell(assistant.role)
      stream.cell(assistant.career)
      stream.cell(pence: assistant.hourlyPence)
      stream.cell(trained.map { school.interventions[$0].name }.joined(separator: "; "))
      try stream.endRow()
    }
  }
}
