import Analysis
import Diagnostics
import ProvisionModel
import TestSupport
import Testing

@testable import Reporting

@Suite struct WorkbookTests {
  private func school() -> SchoolBuilder {
    var school = SchoolBuilder()
    _ = school.measure("Reading")
    for index in 0..<6 { school.spring("P\(index)", "Catch-up", 80 + Double(index % 3)) }
    school.spring("pupil-9", "Small group", 70, 90)
    return school
  }

  private func contents(_ pack: Pack, of school: SchoolBuilder) throws -> WorkbookContents {
    var sink = ByteSink()
    let builder = WorkbookBuilder(report(school).released(pack))
    builder.file(builder.workbook).write(&sink)
    return try WorkbookContents(sink.bytes())
  }

  private func table(_ sheet: WorkbookSheet) -> WorkbookTable? {
    if case .table(let table) = sheet.content { table } else { nil }
  }

  @Test("sheets come in the order of reading")
  func sheetsComeInTheOrderOfReading() {
    let names = { WorkbookBuilder(report(school()).released($0)).workbook.sheets.map(\.name) }
    #expect(
      names(.governors).prefix(7) == [
        "Cover", "Contents", "Notes", "Columns", "KPI 5.5 interventions", "KPI 5.6 variation",
        "KPI 9.5 TAs and groups",
      ])
    #expect(
      names(.senco).prefix(15) == [
        "Cover", "Contents", "Notes", "Columns", "KPI 5.5 interventions", "KPI 5.5 subgroups",
        "KPI 5.6 variation", "KPI 5.6 recommended", "KPI 5.6 decisions", "KPI 5.6 terms",
        "KPI 9.5 TAs and groups", "KPI 5.6 pupils", "KPI 9.5 pupils", "Data quality", "Codes",
      ])
  }

  @Test("names are such as Excel takes", arguments: Pack.allCases)
  func namesAreSuchAsExcelTakes(pack: Pack) throws {
    let sheets = WorkbookBuilder(report(school()).released(pack)).workbook.sheets
    #expect(Set(sheets.map { $0.name.lowercased() }).count == sheets.count)
    #expect(sheets.allSatisfy { $0.name.utf16.count <= 31 })
    for table in sheets.compactMap(table) {
      let headings = table.columns.map { $0.heading.lowercased() }
      #expect(Set(headings).count == headings.count, "\(table.name)")
      #expect(table.name.wholeMatch(of: /[a-z_][a-z0-9_]*/) != nil)
    }
  }

  @Test("the governors' workbook has symbols and no pupil")
  func theGovernorsWorkbookHasSymbolsAndNoPupil() throws {
    let contents = try contents(.governors, of: school())
    let sheet = try #require(contents["KPI 5.5 interventions"])
    let small = try #require(sheet.tableRows.first { $0[2] == .text("Small group") })
    #expect(small[5] == .text("c"))
    #expect(contents.parts.values.allSatisfy { !$0.contains("pupil-9") })
    let senco = try self.contents(.senco, of: school())
    #expect(senco["KPI 9.5 pupils"]?.tableRows.contains { $0[1] == .text("pupil-9") } == true)
  }

  @Test("cells have their types")
  func cellsHaveTheirTypes() throws {
    var school = school()
    school.spring("007", "=1+1", 70, 75) { $0.teachingAssistants = [] }
    let contents = try contents(.senco, of: school)
    let rows = try #require(contents["KPI 9.5 pupils"]).tableRows
    let row = try #require(rows.first { $0[1] == .text("007") })
    #expect(row[6] == .text("=1+1"))
    // 5 January 2026, counted from 30 December 1899.
    #expect(row[10] == .number(46_027))
    #expect(row[12] == .number(70) && row[16] == .number(5))
    #expect(row[2] == .empty)
    for sheet in contents.sheets {
      for element in ["<f>", "<mergeCell", "<pane"] { #expect(!sheet.xml.contains(element)) }
    }
  }

  @Test("properties come from the report and not from a clock")
  func propertiesComeFromTheReportAndNotFromAClock() throws {
    let parts = try contents(.senco, of: school()).parts
    let core = try #require(parts["docProps/core.xml"])
    #expect(core.contains("<dc:title>Interventions, Spring term 2025–26: for the SENCo</dc:title>"))
    #expect(core.contains("<dc:creator>impact 1.2.3</dc:creator>"))
    #expect(core.contains(">2026-03-27T12:00:00Z</dcterms:created>"))
    var sink = ByteSink()
    let builder = WorkbookBuilder(pack(.senco, of: school()))
    builder.file(builder.workbook).write(&sink)
    // 1 January 1980, the first day that the format knows.
    #expect(try ZipArchive(sink.bytes()).dates == [0x21])
  }

  @Test("the same report gives the same bytes")
  func theSameReportGivesTheSameBytes() {
    let bytes = { (pack: Pack) -> [UInt8] in
      var sink = ByteSink()
      let builder = WorkbookBuilder(report(school()).released(pack))
      builder.file(builder.workbook).write(&sink)
      return sink.bytes()
    }
    for pack in Pack.allCases { #expect(bytes(pack) == bytes(pack)) }
  }

  @Test("a table without rows is a word and no table")
  func aTableWithoutRowsIsAWordAndNoTable() throws {
    let sheet = try #require(try contents(.senco, of: SchoolBuilder())["KPI 9.5 pupils"])
    #expect(sheet.tableRange.isEmpty)
    #expect(sheet.rows.last == [.text("The table has no rows.")])
  }

  @Test("a workbook that cannot be made fails the file")
  func aWorkbookThatCannotBeMadeFailsTheFile() {
    var sink = ByteSink()
    sink.fail("no room", hint: "make some")
    do {
      try sink.finish(name: "senco/workbook.xlsx")
      Issue.record("nothing was said")
    } catch {
      #expect(error.reason == .writing)
      #expect(error.finding.message == "cannot be written: no room")
      #expect(error.finding.hint == "make some")
    }
  }
}
