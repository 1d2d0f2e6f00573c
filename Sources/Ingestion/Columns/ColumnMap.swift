import Diagnostics
import ProvisionModel

/// Which column of a file holds what.
struct ColumnMap<Column: CanonicalColumn> {
  /// The headings, as the file writes them.
  let headings: [String]
  private let positions: [Column: Int]

  /// The position of a column, from 0; −1 when the file does not have it.
  func position(of column: Column) -> Int {
    positions[column] ?? -1
  }

  /// The heading of a column, as the file writes it; its canonical name when the file lacks it.
  func heading(of column: Column) -> String {
    positions[column].map { headings[$0] } ?? column.rawValue
  }

  /// The columns that the file has, by their canonical names.
  var places: [String: InputColumn] {
    Dictionary(
      uniqueKeysWithValues: positions.map { column, position in
        (column.rawValue, InputColumn(position: position + 1, heading: headings[position]))
      })
  }

  /// Finds the columns in a header, by their canonical names or by the headings that school.yml
  /// gives them, without regard to case, spaces and punctuation.
  ///
  /// - Parameters:
  ///   - header: The file's first row.
  ///   - file: The file's name, for the findings.
  ///   - named: For a canonical column the heading that school.yml gives it.
  ///   - log: Takes what there is to say. A `missing-column` or `duplicate-column` among it means
  ///     that the file cannot be used.
  init(header: CSVRow, file: String, named: [String: String], log: inout [Finding]) {
    let headings = (0..<header.count).map { header[$0].text }
    var positions: [Column: Int] = [:]
    for column in Column.allCases {
      let wanted = PlainName.key(named[column.rawValue] ?? column.rawValue)
      let found = headings.indices.filter { PlainName.key(headings[$0]) == wanted }
      if found.count > 1 {
        log.append(
          Finding(
            .duplicateColumn, file: file, line: header.line, column: found[1] + 1,
            heading: headings[found[1]], value: headings[found[1]],
            message: "the heading stands twice, in columns \(found[0] + 1) and \(found[1] + 1)"))
      }
      positions[column] = found.first
    }
    self.headings = headings
    self.positions = positions
    reportMissing(header: header, file: file, named: named, log: &log)
    // Of a file that cannot be used only that is to be said.
    if !log.contains(where: { $0.severity == .error }) {
      reportUnknown(header: header, file: file, log: &log)
    }
  }

  private func reportMissing(
    header: CSVRow, file: String, named: [String: String], log: inout [Finding]
  ) {
    for column in Column.allCases where column.isRequired && positions[column] == nil {
      if let substitute = column.substitute, positions[substitute] != nil { continue }
      let wanted = named[column.rawValue] ?? column.rawValue
      let unused = headings.indices.filter { !positions.values.contains($0) }.map { headings[$0] }
      let nearest = Suggestion.nearest(to: wanted, among: unused)
      let found = headings.map { "\"\($0)\"" }.joined(separator: ", ")
      let alternative = column.substitute.map { " (or \"\($0.rawValue)\")" } ?? ""
      log.append(
        Finding(
          .missingColumn, file: file, line: header.line, value: wanted,
          message: "no column \"\(wanted)\"\(alternative); the headings are \(found)",
          hint: nearest.map { nearest in
            "if \"\(nearest)\" is meant, write columns: {\(Column.kind.rawValue): "
              + "{\(column.rawValue): \"\(nearest)\"}} in school.yml"
          }))
    }
  }

  private func reportUnknown(header: CSVRow, file: String, log: inout [Finding]) {
    let known = Set(Column.kind.columnsNotLoaded.map(PlainName.key))
    for (index, heading) in headings.enumerated()
    where !heading.isEmpty && !positions.values.contains(index)
      && !known.contains(PlainName.key(heading))
    {
      let unfilled = Column.allCases.filter { positions[$0] == nil }.map(\.rawValue)
      let nearest = Suggestion.nearest(to: heading, among: unfilled)
      log.append(
        Finding(
          .unknownColumn, file: file, line: header.line, column: index + 1, heading: heading,
          value: heading, message: "not a column that is used here",
          hint: nearest.map { "if it is \"\($0)\", name it so, or under columns: in school.yml" }))
    }
  }
}
