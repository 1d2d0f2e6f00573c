import Foundation
import TestSupport
import TestTraits
import Testing

@Suite("The workbook")
struct WorkbookFileTests {
  private static let packs = ["senco", "governors"]
  @Test("says in every cell what the CSV files say", arguments: packs)
  func sampleSchool(pack: String) throws {
    let reports = try ReportsFolder.sample.get()
    let comparison = try WorkbookComparison(reports, pack)
    #expect(try comparison.sheetsWithFiles().count == (pack == "senco" ? 15 : 4))
    try comparison.expectTheSame()
    let charts = comparison.contents.sheets.filter { $0.xml.contains("<drawing ") }
    #expect(charts.map(\.name) == ["Chart 1", "Chart 2"])
  }

  @Test("holds what people type as they typed it, and no formula and no link out")
  func strangeTexts() throws {
    let names = [
      "=cmd|' /C calc'!A0", "+44", "@SUM(1)", "<script>alert(1)</script> & \"co\"", "قراءة مشتركة",
      "Lesen 🚀👩‍🏫", "https://example.org/x", "mailto:a@example.org", "_x0041_ plain",
      String(repeating: "Very long ", count: 29) + "name", String(repeating: "x", count: 300),
      "internal:'Cover'!A1", "{=1+1}",
    ]
    let reports = try Self.reports(of: names)
    for pack in Self.packs {
      let comparison = try WorkbookComparison(reports, pack)
      try comparison.expectTheSame()
      let sheet = try #require(comparison.contents["KPI 5.5 interventions"])
      for name in names { #expect(sheet.tableRows.contains { $0[2] == .text(name) }, "\(name)") }
      for (part, xml) in comparison.contents.parts {
        #expect(!xml.contains("TargetMode=\"External\"") && !xml.contains("<f>"), "\(part)")
      }
    }
  }

  @Test("holds 80 interventions", .long)
  func manyInterventions() throws {
    let reports = try Self.reports(of: (1...80).map { "Intervention \($0)" })
    for pack in Self.packs {
      let comparison = try WorkbookComparison(reports, pack)
      try comparison.expectTheSame()
      #expect(comparison.contents["KPI 5.5 interventions"]?.tableRows.count == 240)
    }
  }

  @Test("is there for one pupil, and where nothing has ended", arguments: ["spring", "summer"])
  func scarceData(term: String) throws {
    let reports = try Self.reports(of: ["Catch-up"], pupils: 1, term: "2025-26-\(term)")
    for pack in Self.packs {
      let comparison = try WorkbookComparison(reports, pack)
      try comparison.expectTheSame()
      #expect(comparison.contents.sheets.count >= 7)
    }
  }

  @Test(
    "is read by another program as tables with headings",
    .enabled(if: OpenPyXL.isThere, "there is no python3 with openpyxl: nothing else to read with"))
  func openPyXL() throws {
    let reports = try ReportsFolder.sample.get()
    for pack in Self.packs {
      let workbook = try WorkbookContents(reports.contents["\(pack)/workbook.xlsx"])
      let lines = try OpenPyXL.tables(of: "\(reports.path)/\(pack)/workbook.xlsx")
      let expected = workbook.sheets.filter { !$0.tableRange.isEmpty }.map { sheet in
        ([sheet.name, sheet.tableRange] + sheet.tableColumns).joined(separator: "\t")
      }
      #expect(!lines.isEmpty)
      #expect(lines == expected)
    }
  }

  /// The reports of a school whose pupils each have all those interventions.
  private static func reports(
    of names: [String], pupils: Int = 6, term: String = "2025-26-spring"
  ) throws -> ReportsFolder {
    let folder = try TemporaryFolder()
    var tracking = "pupil_id,date,measure,score\n"
    var map = "pupil_id,intervention,start_date,end_date,measure\n"
    for pupil in 1...pupils {
      for (place, date) in ["2026-01-05", "2026-03-20"].enumerated() {
        tracking += "00\(pupil),\(date),Reading SAS,\(85 + pupil + place * 4)\n"
      }
      for name in names {
        let quoted = name.replacing("\"", with: "\"\"")
        map += "00\(pupil),\"\(quoted)\",2026-01-06,2026-03-18,Reading SAS\n"
      }
    }
    try folder.write("tracking.csv", tracking)
    try folder.write("provision-map.csv", map)
    let reports = try ReportsFolder(of: folder.path, term: term, options: ["--jobs", "1"])
    #expect(reports.outcome.exit == 0, "\(reports.outcome.errors)")
    let other = try ReportsFolder(of: folder.path, term: term, options: ["--jobs", "4"])
    #expect(other.contents.differences(from: reports.contents) == [])
    return reports
  }
}

/// openpyxl, a reader of workbooks that is nowhere needed but here.
private enum OpenPyXL {
  /// Whether there is a python3 that has it.
  static let isThere: Bool = (try? run(["-c", "import openpyxl"]))?.status == 0

  /// For each table of a workbook its sheet, range and headings, with tabs between.
  static func tables(of path: String) throws -> [String] {
    let script = """
      import sys, openpyxl
      for sheet in openpyxl.load_workbook(sys.argv[1]):
          assert not sheet.merged_cells.ranges and sheet.freeze_panes is None
          for table in sheet.tables.values():
              headings = [cell.value for cell in sheet[table.ref][0]]
              assert headings == table.column_names and len(set(headings)) == len(headings)
              print("\\t".join([sheet.title, table.ref] + headings))
      """
    let (status, output) = try run(["-c", script, path])
    try #require(status == 0)
    return output.split(separator: "\n").map(String.init)
  }

  private static func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
    let folder = try TemporaryFolder()
    try folder.write("output", "")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    process.standardOutput = FileHandle(forWritingAtPath: folder.path(of: "output"))
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let bytes = FileManager.default.contents(atPath: folder.path(of: "output")) ?? Data()
    return (process.terminationStatus, String(decoding: bytes, as: UTF8.self))
  }
}
