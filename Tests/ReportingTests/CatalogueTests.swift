import Analysis
import Foundation
import ProvisionModel
import TestSupport
import Testing

@testable import Reporting

@Suite("The catalogue of tables and figures")
struct CatalogueTests {
  /// A school whose files fill every table.
  private func school() -> SchoolBuilder {
    var school = SchoolBuilder()
    _ = school.measure("Reading")
    let assistant = school.assistant("Mrs Brown", "TA2")
    school.teachingAssistants[assistant].trainedIn = ["Catch-up"]
    school.teachingAssistants[assistant].trainedInterventions = [0]
    for index in 0..<18 {
      school.spring("P\(index)", "Catch-up", 80 + Double(index % 5), 85 + Double(index % 7)) {
        $0.teachingAssistants = [assistant]
        $0.evidenceBase = "Trial"
        $0.areaOfNeed = ["One", "Two", "Three"][index % 3]
        $0.sessionsPlanned = 40
        $0.sessionsAttended = 30
      }
    }
    return school
  }

  @Test("explains every column in words of its own, once")
  func columns() {
    for table in Catalogue.tables {
      let columns = table.columns(in: .senco)
      #expect(Set(columns.map(\.name)).count == columns.count, "\(table.file)")
      #expect(
        Set(columns.map { $0.heading.lowercased() }).count == columns.count || table.sheet == nil,
        "\(table.file)")
      for column in columns {
        #expect(column.meaning.hasSuffix("."), "\(table.file), \(column.name)")
        #expect(!column.meaning.contains("Not given"), "\(table.file), \(column.name)")
        #expect(column.name.wholeMatch(of: /[a-z][a-z0-9_]*/) != nil, "\(column.name)")
      }
    }
  }

  @Test("has files and sheets of different names, which Excel takes")
  func sheets() {
    #expect(Set(Catalogue.tables.map(\.file)).count == Catalogue.tables.count)
    let sheets = Catalogue.tables.compactMap(\.sheet)
    #expect(Set(sheets.map { $0.name.lowercased() }).count == sheets.count)
    #expect(sheets.allSatisfy { $0.name.utf16.count <= 31 })
  }

  @Test("tells in the workbook what the rules recommend, not that nothing is given yet")
  func recommendation() throws {
    var sink = ByteSink()
    let builder = WorkbookBuilder(pack(.senco, of: school()))
    builder.file(builder.workbook).write(&sink)
    let sheet = try #require(WorkbookContents(sink.bytes())["Columns"])
    let row = try #require(
      sheet.tableRows.first {
        $0[0] == .text("KPI 5.5 interventions") && $0[3] == .text("recommendation")
      })
    guard case .text(let meaning) = row[2] else {
      Issue.record("nothing is said of it")
      return
    }
    #expect(meaning.hasPrefix("What the rules recommend"))
    #expect(!sheet.tableRows.joined().contains(.text("Not given yet.")))
  }

  @Test("leads from a heading to a word that the page explains", arguments: Pack.allCases)
  func glossary(readers: Pack) {
    let page = text(pages(readers, of: school()).main)
    let links = page.matches(of: /href="#(word-[a-z0-9-]+)"/).map { String($0.output.1) }
    #expect(Set(links).count > 15)
    for link in Set(links) {
      #expect(page.ranges(of: "<dt id=\"\(link)\">").count == 1, "\(link)")
    }
  }

  @Test("explains every heading over numbers", arguments: Pack.allCases)
  func numbers(readers: Pack) {
    let page = text(pages(readers, of: school()).main)
    let headings = page.matches(of: /<th scope="col" class="n">(.{12})/).map { $0.output.1 }
    #expect(headings.count > 15)
    for heading in headings { #expect(heading.hasPrefix("<a href"), "\(heading)") }
  }

  @Test("puts a column that is declared once into the files, the workbook and the pages")
  func weeks() throws {
    for readers in Pack.allCases {
      let pack = pack(readers, of: school())
      // From 5 January to 20 March there are 74 days: 10.571428571428571 weeks.
      let row = try #require(rows(InterventionFigures.table, in: pack).first)
      let weeks = try #require(row["weeks_per_pupil"]?.number)
      #expect(readers == .senco ? abs(weeks - 74.0 / 7) < 1e-12 : weeks == 10.6)
      #expect(text(try #require(InterventionFigures.table.csv(pack))).contains("weeks_per_pupil"))
      let page = text(Pages(pack).main)
      #expect(page.contains("<a href=\"#word-weeks\">Weeks</a>"))
      #expect(page.contains("<dt id=\"word-weeks\">"))
      var sink = ByteSink()
      let builder = WorkbookBuilder(pack)
      builder.file(builder.workbook).write(&sink)
      let contents = try WorkbookContents(sink.bytes())
      #expect(
        contents["Columns"]?.tableRows.contains { $0[3] == .text("weeks_per_pupil") } == true)
    }
  }

  @Test("is the reference of the documentation, word for word")
  func reference() throws {
    let file = ProjectFolder.root + "/Sources/impact/impact.docc/Columns.md"
    if ProcessInfo.processInfo.environment["IMPACT_RECORD"] != nil {
      try Data(ColumnReference.markdown.utf8).write(to: URL(fileURLWithPath: file))
    }
    let kept = try Data(contentsOf: URL(fileURLWithPath: file))
    #expect(String(decoding: kept, as: UTF8.self) == ColumnReference.markdown)
  }
}
