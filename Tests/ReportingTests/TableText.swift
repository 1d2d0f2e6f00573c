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

/// The rows of a table in a pack, by heading.
func rows<Thing>(_ table: OutputTable<Thing>) -> [[String: TableCell]] {
  table.things.map { thing in
    Dictionary(uniqueKeysWithValues: zip(table.headings, table.cells(thing)))
  }
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
