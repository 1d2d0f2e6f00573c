import Analysis
import ProvisionModel
import TestSupport
import Testing

@testable import Reporting

/// What the audit reads in the bytes of a governors' pack, whatever the catalogue says.
@Suite("The audit of what is written")
struct WrittenPackTests {
  private static let released = pack(.governors, of: .ofSmallNumbers)
  private static let page = text(Pages(released).main)

  /// What the audit finds in the governors' page with other words in place of some.
  private func found(replacing words: String, by others: String) throws -> [String] {
    try #require(Self.page.contains(words), "\(words)")
    let page = Self.page.replacing(words, with: others, maxReplacements: 1)
    return found(page)
  }

  private func found(_ page: String) -> [String] {
    DisclosureAudit.leaks(
      WrittenPack(files: [("governors/report.html", Array(page.utf8))], workbook: nil),
      of: Self.released,
      minimum: 5)
  }

  @Test("finds nothing on the page as it is")
  func asItIs() { #expect(found(Self.page).isEmpty) }

  @Test(
    "finds a number outside of an element that names its figure",
    arguments: [
      "<p>Of these, 3 have left.</p>", "<p title=\"3 have left\">Some have left.</p>",
      "<p>Of these, <b>3</b> have left.</p>", "<svg><title>3 have left</title></svg>",
      "<p>Of these, &#51; have left.</p>",
    ])
  func foreignNumber(words: String) throws {
    let found = try found(replacing: "</body>", by: words + "</body>")
    #expect(found.count == 1 && found[0].contains("names no figure"), "\(found)")
  }

  @Test("finds a small count in a sentence")
  func sentence() throws {
    let words = "<p>Of these, <span data-figure=\"n_paired\">3</span> have left.</p></body>"
    #expect(
      try found(replacing: "</body>", by: words).contains { $0.contains("n_paired: prints 3") })
  }

  @Test("finds a figure that no table has")
  func unknownFigure() throws {
    let words = "<p>Of these, <span data-figure=\"n_few\">12</span> have left.</p></body>"
    #expect(
      try found(replacing: "</body>", by: words).contains { $0.contains("“n_few” is no figure") })
  }

  @Test("finds an opening that tells how many are in no row that is shown")
  func opening() throws {
    let words =
      "<p>About <span data-figure=\"pupils_finished\">500</span> pupils finished.</p></body>"
    #expect(
      try found(replacing: "</body>", by: words) == [
        "governors/report.html, pupils_finished: tells of those who are not shown"
      ])
  }

  /// A pack made by other rules than it is looked at with.
  @Test(
    "finds every count of few in every table",
    arguments: [
      ("kpi-5.5-interventions", "pupils"), ("kpi-5.5-interventions", "n_started"),
      ("kpi-5.5-interventions", "n_in_progress"), ("kpi-5.5-interventions", "n_paired"),
      ("kpi-5.5-interventions", "n_matched"), ("kpi-5.5-interventions", "n_growth"),
      ("kpi-5.5-interventions", "n_up"), ("kpi-5.5-interventions", "n_same"),
      ("kpi-5.5-interventions", "n_down"), ("kpi-5.5-interventions", "contrast_pupils"),
      ("kpi-9.5-ta-groups", "pupils"),
      ("kpi-9.5-ta-groups", "n_episodes"), ("kpi-9.5-ta-groups", "n_used"),
      ("kpi-9.5-ta-groups", "n_paired"), ("kpi-5.6-variation", "pupils_joined"),
      ("kpi-5.6-variation", "pupils_left"), ("kpi-5.6-variation", "pupils_stayed"),
    ])
  func counts(table: String, name: String) throws {
    var school = SchoolBuilder.ofSmallNumbers
    school.settings.disclosure.minimumPupils = 1
    let open = pack(.governors, of: school)
    let file = try #require(Catalogue.tables.first { $0.file == table }?.csv(open))
    let lines = CSVTable(file.bytes).rows
    let small = lines.indices.filter { ["1", "2", "3", "4"].contains(lines[$0][name]) }
    #expect(!small.isEmpty)
    let found = DisclosureAudit.leaks(
      WrittenPack(files: [(file.path, file.bytes)], workbook: nil), of: open, minimum: 5)
    for place in small {
      let words = "\(file.path), \(table):\(place), \(name): prints \(lines[place][name] ?? "")"
      #expect(found.contains(words), "\(words)")
    }
    // The same is found in the workbook.
    let sheets = DisclosureAudit.leaks(
      WrittenPack(files: [], workbook: WorkbookBuilder(open).workbook), of: open, minimum: 5)
    for place in small {
      #expect(sheets.contains { $0.contains(", \(table):\(place), \(name): prints ") })
    }
  }
}

@Suite("The governors' page")
struct GovernorsPageTests {
  /// A TA whose pupils are many, and the attendance of few of them known.
  @Test("leaves out the attendance of a TA that is known of few", arguments: [4, 5])
  func attendance(known: Int) throws {
    var school = SchoolBuilder()
    _ = school.measure("Reading")
    let assistants = [school.assistant("TB", "TA2"), school.assistant("TC", "TA2")]
    for index in 0..<40 {
      for (date, score) in [("2026-01-06", 90), ("2026-03-19", 91 + index % 3)] {
        school.score("peer \(index)", 0, on: day(date), Double(score + index % 7))
      }
    }
    for index in 0..<24 {
      school.spring("P\(index)", "Catch-up", 80 + Double(index), 85 + Double(index * index % 7)) {
        $0.teachingAssistants = [assistants[index / 12]]
        if index < known || index >= 12 { ($0.sessionsPlanned, $0.sessionsAttended) = (40, 30) }
      }
    }
    let page = text(pages(.governors, of: school).main)
    let cells = page.matches(
      of: /<tr data-row="kpi-9\.5-ta-groups:\d+">.*?data-figure="attendance"[^>]*>([^<]*)</)
    #expect(Set(cells.map { String($0.output.1) }) == (known < 5 ? ["c", "75%"] : ["75%"]))
    // The means of all twelve are shown: they are another decision.
    let rows = rows(UnitFigures.table, .governors, of: school).filter {
      $0["unit_kind"] == .text("ta")
    }
    #expect(rows.count == 6 && rows.allSatisfy { $0["mean_progress"]?.isValue == true })
  }

  /// "About 30 pupils finished" beside rows of 20 and 12 says nothing; beside a row of 8 "about 10" would
  /// say that two are in a row that is not shown.
  @Test(
    "says about how many pupils finished only where that tells of nobody",
    arguments: [
      ([20, 12], true), ([8, 2], false), ([20, 12, 8, 6, 5], true), ([12, 1, 1], false),
    ])
  func about(sizes: [Int], isSaid: Bool) {
    var school = SchoolBuilder()
    _ = school.measure("Reading")
    for (number, size) in sizes.enumerated() {
      for index in 0..<size {
        school.spring("\(number)-\(index)", "Intervention \(number)", 80 + Double(index), 90)
      }
    }
    let page = pageWords(pages(.governors, of: school).main)
    let pupils = (sizes.reduce(0, +) + 2) / 5 * 5
    #expect(page.contains("about \(pupils) pupils") == isSaid)
    let others = page.matches(of: /[Aa]bout \d+ pupils/).count
    #expect((others > 0) == isSaid)
    #expect(leaks(pack(.governors, of: school)).isEmpty)
  }
}
