import Analysis
import ProvisionModel
import TestSupport

@testable import Reporting

/// The bytes of an output file, as a text.
func text(_ file: OutputFile) -> String {
  var sink = ByteSink()
  file.write(&sink)
  return String(decoding: sink.bytes(), as: UTF8.self)
}

/// A page without the elements that name figures in its sentences.
func pageWords(_ file: OutputFile) -> String {
  text(file).withoutMarks
}

/// The pack of a school for some readers.
func pack(_ pack: Pack, of school: SchoolBuilder) -> ReleasedPack {
  ReleasedPack(pack, of: report(school).facts)
}

/// The pages of a school for some readers.
func pages(_ readers: Pack, of school: SchoolBuilder) -> Pages {
  Pages(pack(readers, of: school))
}

/// The rows of a table in a pack, by heading; shares as the numbers that the files have.
func rows<Row>(_ table: ReportTable<Row>, in pack: ReleasedPack) -> [[String: TableCell]] {
  (table.filledRows(pack) ?? []).map { row in
    let shown = pack.footings(of: row)
    return Dictionary(
      uniqueKeysWithValues: table.figures(in: pack.pack).map { figure in
        let cell = pack.cell(figure, row, shown)
        if case .share(let share) = cell { return (figure.name, .number(share.value)) }
        return (figure.name, cell)
      })
  }
}

/// The same of a school.
func rows<Row>(
  _ table: ReportTable<Row>, _ readers: Pack, of school: SchoolBuilder
) -> [[String: TableCell]] {
  rows(table, in: pack(readers, of: school))
}

/// The same of a report.
func rows<Row>(
  _ table: ReportTable<Row>, _ readers: Pack, of report: Report
) -> [[String: TableCell]] {
  rows(table, in: ReleasedPack(readers, of: report.facts))
}

extension Report {
  /// A pack of it.
  func released(_ readers: Pack) -> ReleasedPack { ReleasedPack(readers, of: facts) }
  /// The pages of a pack of it.
  func pages(_ readers: Pack) -> Pages { Pages(released(readers)) }
  /// The evaluation.
  var evaluation: Evaluation { facts.evaluation }
  /// The codes of TAs and groups.
  var codes: StaffCodes { facts.codes }
}

/// The headings of a table in a pack.
func headings<Row>(_ table: ReportTable<Row>, _ readers: Pack) -> [String] {
  table.figures(in: readers).map(\.name)
}

/// What the audit finds in all files of a governors' pack, read as they are written.
func leaks(_ pack: ReleasedPack, minimum: Int = 5) -> [String] {
  let files = Pages(pack).files + Catalogue.tables.compactMap { $0.csv(pack) }
  return DisclosureAudit.leaks(
    WrittenPack(
      files: files.map { ($0.path, $0.bytes) }, workbook: WorkbookBuilder(pack).workbook),
    of: pack, minimum: minimum)
}

/// One row as the pack's CSV writes it, without its end.
func line(_ cells: [TableCell], _ pack: Pack) -> String {
  var sink = ByteSink()
  var writer = CSVWriter(pack: pack)
  writer.row(cells, to: &sink)
  return String(String(decoding: sink.bytes(), as: UTF8.self).dropLast(1))
}

/// The report of a school for the spring term of 2025–26.
func report(_ school: SchoolBuilder) -> Report {
  let term = TermCalendar.standard.term(containing: day("2026-02-01"))
  return Report(
    evaluation: Evaluation(data: school.data, term: term, asOf: day("2026-03-27")),
    findings: [],
    version: "1.2.3"
  )
}

extension SchoolBuilder {
  /// Pupils without support who took the same tests at the start and the end of the spring, on other
  /// scores each, and rose by 1 on average.
  mutating func classmates(on measure: Int = 0, _ count: Int = 24) {
    for index in 0..<count {
      let start = 76 + Double(index % 17)
      score("C\(index)", measure, on: day("2026-01-05"), start)
      score("C\(index)", measure, on: day("2026-03-20"), start + Double(index % 3))
    }
  }

  /// Adds a row in the spring term with scores of its own on the first measure.
  mutating func spring(
    _ id: String,
    _ name: String = "Catch-up",
    _ first: Double? = 80,
    _ last: Double? = 85,
    school: Int = 0,
    change: (inout ProvisionRow) -> Void = { _ in }
  ) {
    row(id, name, from: day("2026-01-05"), to: day("2026-03-20"), school: school) { row in
      row.measures = [0]
      if let first { row.entryScores = [.cell(first)] }
      if let last { row.exitScores = [.cell(last)] }
      change(&row)
    }
  }
}
