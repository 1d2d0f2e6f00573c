import Diagnostics

/// What is found in one file while its rows are read.
struct FileLog {
  /// The file's name.
  let file: String
  /// The file's headings, once the header was read.
  var headings: [String] = []
  /// What was found, in the order of the file.
  var findings: [Finding] = []
  /// Rows below the header, blank ones not counted.
  var rows = 0
  /// The findings of which many lines in a row are told as one.
  private var repeated: Set<FindingCode> = []

  /// An empty log of a file.
  init(file: String) {
    self.file = file
  }

  /// Notes something about a cell.
  ///
  /// - Parameters:
  ///   - severity: How much it weighs; the code's own severity unless given.
  ///   - column: The position of the cell in its row, from 0.
  ///   - value: The offending text; the cell's own unless given.
  mutating func add(
    _ code: FindingCode, severity: Severity? = nil, _ row: CSVRow, column: Int,
    value: String? = nil, message: String, hint: String? = nil
  ) {
    repeated.insert(code)
    findings.appendRepeated(
      Finding(
        code, severity: severity, file: file, line: row.line(ofCell: column), column: column + 1,
        heading: headings.indices.contains(column) ? headings[column] : nil,
        value: value ?? row[column].text, message: message, hint: hint))
  }

  /// Puts what was found in the next stretch of the file behind the rest.
  mutating func append(_ next: FileLog) {
    rows += next.rows
    repeated.formUnion(next.repeated)
    for finding in next.findings {
      if repeated.contains(finding.code) {
        findings.appendRepeated(run: finding)
      } else {
        findings.append(finding)
      }
    }
  }

  /// Puts the findings in the order of the file.
  mutating func sort() {
    func place(_ index: Int) -> (Int, Int, Int) {
      (findings[index].line ?? 0, findings[index].column ?? 0, index)
    }
    // Millions of them are mostly in order.
    let isSorted = findings.indices.dropFirst().allSatisfy { place($0 - 1) < place($0) }
    if isSorted { return }
    let order = findings.indices.sorted { place($0) < place($1) }
    findings = order.map { findings[$0] }
  }

  /// Notes that a cell without which a row cannot be used is empty.
  mutating func addEmpty(_ row: CSVRow, column: Int) {
    add(.emptyCell, row, column: column, message: "the cell is empty")
  }

  /// Notes a cell that cannot be read.
  mutating func addUnreadable(_ code: FindingCode, _ row: CSVRow, column: Int) {
    add(code, row, column: column, message: "cannot read \"\(row[column].text)\"")
  }
}
