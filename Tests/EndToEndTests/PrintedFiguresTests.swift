import ProvisionModel
import TestSupport
import Testing

@Suite("What the governors' pages, workbook and tables print")
struct PrintedFiguresTests {
  @Test("is nothing that a table keeps, no small count and no figure of few pupils")
  func schools() async throws {
    let results = try await AttackedSchools.results
    let breaches = results.flatMap { result in result.breaches.map { (result.school, $0) } }
    let ways = Dictionary(grouping: breaches) { $0.1.way }
    for (way, found) in ways.sorted(by: { ($1.value.count, $0.key) < ($0.value.count, $1.key) }) {
      Issue.record("\(found.count) times \(way), e.g. in the \(found[0].0): \(found[0].1)")
    }
  }

  @Test("is nothing of the kind for the sample, but all of it where its tables keep everything")
  func sample() throws {
    let reports = try ReportsFolder(
      of: ProjectFolder.root + "/Data/sample", term: "2025-26-summer")
    let files = Dictionary(
      uniqueKeysWithValues: reports.contents.files.map { ($0, reports.contents[$0]) })
    let term = try #require(TermCalendar.standard.term(id: "2025-26-summer"))
    let packs = Packs(files: files, days: AttackedSchool.days(of: term))
    #expect(packs.pages.contains { $0.figures == ["pupils_finished"] })
    let workbook = try WorkbookContents(reports.contents["governors/workbook.xlsx"])
    #expect(PageCheck(packs).breaches.map(\.description).isEmpty)
    #expect(WorkbookCheck(workbook, packs).breaches.map(\.description).isEmpty)
    #expect(GroundCheck(packs).breaches.map(\.description).isEmpty)
    let attack = Attack(Knowledge(of: packs))
    #expect(attack.falsehoods.isEmpty)
    #expect(attack.leaks.map(\.description).isEmpty)

    let (altered, cells) = KeptTables.keepingAll(files)
    let kept = Packs(files: altered, days: AttackedSchool.days(of: term))
    let onPages = Set(PageCheck(kept).breaches.filter { $0.kind == .kept }.map(\.figure))
    #expect(KeptTables.onPages.subtracting(onPages).isEmpty)
    let inSheets = WorkbookCheck(workbook, kept).breaches.filter {
      $0.kind == .kept && !$0.place.contains("Chart")
    }
    #expect(inSheets.count == cells)
    #expect(cells > 1000)
  }

  @Test("is found by the attack where pages tell of counts", arguments: KnownLeaks.pageCases)
  func knownLeaks(known: KnownLeaks) {
    let attack = Attack(Knowledge(of: known.packs))
    #expect(attack.falsehoods.isEmpty)
    let found = attack.leaks.filter {
      $0.count.column == known.column && $0.count.truth == known.truth
    }
    #expect(!found.isEmpty, "found only \(attack.leaks)")
    let tables = KnownLeaks(description: "", lines: known.lines, column: "", truth: 0)
    let without = Attack(Knowledge(of: tables.packs)).leaks.filter {
      $0.count.column == known.column && $0.count.truth == known.truth
    }
    #expect(without.isEmpty, "the tables alone leak it")
  }

  @Test("is found on pages that print what they should not", arguments: KnownBreaches.pages)
  func knownBreaches(known: KnownBreaches) {
    let found = PageCheck(known.packs).breaches
    let isFound = found.contains {
      $0.kind == known.kind && $0.figure == known.figure && $0.truth == known.truth
    }
    #expect(isFound, "found only \(found)")
  }

  @Test("is found in tables with figures on few pupils", arguments: KnownBreaches.grounds)
  func knownGrounds(known: KnownBreaches) {
    let found = GroundCheck(known.packs).breaches
    #expect(found.map(\.kind) == [known.kind])
    #expect(found.map(\.figure) == [known.figure])
    #expect(found.map(\.truth) == [known.truth])
  }

  @Test("is nothing where a page prints what the tables do")
  func safePage() {
    #expect(PageCheck(KnownBreaches.safe.packs).breaches.isEmpty)
  }

  @Test("is found in a workbook that has what its tables keep, or something else")
  func knownWorkbook() async throws {
    let school = try await AttackedSchool(AttackedSchool.plan(5))
    let workbook = try WorkbookContents(school.files["governors/workbook.xlsx"] ?? [])
    func breaches(
      _ table: String, _ column: String, everywhere isEverywhere: Bool = false,
      _ change: (String) -> String
    ) throws -> [Breach] {
      let altered = try school.packs(changing: table, column, everywhere: isEverywhere, change)
      return WorkbookCheck(workbook, altered).breaches
    }
    let kept = try breaches(Packs.interventions, "mean_gain") { _ in "c" }
    #expect(kept.map(\.kind) == [.kept])
    #expect(kept.map(\.figure) == ["mean_gain"])
    let different = try breaches(Packs.units, "attendance") { $0 + "1" }
    #expect(different.map(\.kind) == [.different])
    let chart = try breaches(Packs.interventions, "growth_g", everywhere: true) { _ in "c" }
    #expect(chart.contains { $0.kind == .kept && $0.place.contains("Chart 1 numbers") })
  }
}

extension AttackedSchool {
  /// The packs with another text in the first cell of the term that has a number in that column.
  fileprivate func packs(
    changing table: String, _ column: String, everywhere isEverywhere: Bool = false,
    _ change: (String) -> String
  ) throws -> Packs {
    let contents = CSVTable(files["governors/\(table)"] ?? [])
    var rows = contents.rows
    let isOfSeveral = rows.contains { $0["school"] == "all" }
    let row = try #require(
      // A row that charts show: of all schools, of the period that speaks or of the term.
      rows.firstIndex {
        $0["period"] == $0["period_speaks", default: "term"] && Double($0[column] ?? "") != nil
          && (!isOfSeveral || $0["school"] == "all")
      })
    // The year so far may be the term: then both print the same.
    let name = rows[row]["intervention"]
    for other in rows.indices
    where other == row || isEverywhere && rows[other]["intervention"] == name {
      rows[other][column] = change(rows[other][column] ?? "")
    }
    var files = files
    files["governors/\(table)"] = KeptTables.csv(contents.headings, rows)
    return packs(of: files)
  }
}
