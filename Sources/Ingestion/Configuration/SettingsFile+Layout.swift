import Diagnostics
import ProvisionModel
import Yams

extension SettingsFile {
  /// How the files of each kind are laid out.
  static func layout(
    _ section: inout SettingsSection, _ terms: TermCalendar, _ log: SettingsLog
  ) -> [String: LayoutSettings] {
    var layout: [String: LayoutSettings] = [:]
    for kind in InputKind.allCases {
      guard var file = section.section(kind.rawValue) else { continue }
      var entry = LayoutSettings()
      entry.files = file.texts("files") ?? []
      entry.delimiter = file.text("delimiter", "one character, or tab", where: isDelimiter)
        .map { $0.lowercased() == "tab" ? "\t" : $0 }
      if [.tracking, .provisionMap].contains(kind) { entry.dateOrder = file.choice("date_order") }
      if kind == .tracking {
        entry.academicYear = file.text("academic_year", "an academic year, such as 2025-26") {
          AcademicYearText.startYear($0) != nil
        }
        entry.scores = file.items("scores").map { scoreColumn($0, terms) }
      }
      file.finish()
      if entry != LayoutSettings() { layout[kind.rawValue] = entry }
    }
    section.finish()
    return layout
  }

  private static func isDelimiter(_ text: String) -> Bool {
    if text.lowercased() == "tab" { return true }
    let bytes = Array(text.utf8)
    return bytes.count == 1 && bytes[0] < 0x80
      && ![0x22, 0x0A, 0x0D, 0x20, 0x00].contains(bytes[0])
  }

  private static func scoreColumn(
    _ section: SettingsSection, _ terms: TermCalendar
  ) -> ScoreColumnSettings {
    var section = section
    var column = ScoreColumnSettings(heading: section.text("heading") ?? "")
    column.file = section.text("file")
    column.measure = section.text("measure")
    column.date = section.text("date", "a date, such as 2025-12-19") {
      DateText.reading($0).day(monthFirst: false) != nil
    }
    column.term = section.text("term", "a term, such as 2025-26-autumn or Autumn 2025") {
      TermText.day($0, in: terms, as: .last) != nil
    }
    if column.heading.isEmpty {
      section.refuse("heading", hint: "give the heading of the column, as the file writes it")
    }
    section.finish()
    return column
  }
}
