import ProvisionModel

/// Finds out what stands between the cells of a file and on which line its headings are.
struct HeaderSearch<Builder: TableBuilder> {
  /// What stands between two cells.
  private(set) var delimiter: UInt8 = 0x2C
  /// The line of the headings; nil in a file of blank lines.
  private(set) var line: Int?
  /// The headings.
  private(set) var headings: [String] = []
  /// Where a row that may be the headings cannot be cut into cells.
  private(set) var spoilt: StrayQuote?
  /// Why no row could be cut into cells.
  private(set) var failure: CSVFailure?
  /// Whether the first line tells the delimiter, `sep=;`.
  private(set) var hasDelimiterLine = false

  /// Where a row cannot be cut into cells.
  struct StrayQuote {
    var line: Int
    var column: Int
  }

  /// - Parameters:
  ///   - head: The first lines of the file, in UTF-8.
  ///   - isAll: Whether they are the whole file.
  ///   - delimiter: The delimiter that school.yml gives.
  ///   - builder: Tells which columns the kind of file needs.
  init(
    head: [UInt8], isAll: Bool, delimiter given: UInt8?, file: String, builder: Builder,
    dictionary: HeadingDictionary<Builder.Column>
  ) {
    let written = Self.writtenDelimiter(head)
    let candidates: [UInt8] = (given ?? written).map { [$0] } ?? [0x2C, 0x3B, 0x09]
    var best: Candidate?
    for delimiter in candidates {
      let rows = HeadRows<Builder>(head, isAll: isAll, delimiter: delimiter)
      if delimiter == candidates[0] {
        spoilt = rows.spoilt
        failure = rows.rows.isEmpty ? rows.failure : nil
      }
      for (line, headings) in rows.rows where written == nil || line > 1 {
        let columns = ColumnMap(headings: headings, line: line, dictionary: dictionary)
        let candidate = Candidate(
          delimiter: delimiter, line: line, headings: headings,
          // A line of one cell was not cut: it can be no line of headings.
          missing: headings.count > 1
            ? builder.missingColumns(columns, file: file).count : Int.max,
          found: columns.match.positions.count + columns.match.doubts.count)
        if best.map({ candidate.isBetter(than: $0) }) ?? true { best = candidate }
        // Below the headings are the pupils' rows: what is complete is not looked for there.
        if candidate.missing == 0 { break }
      }
    }
    self.delimiter = best?.delimiter ?? candidates[0]
    line = best?.line
    // A row above complete headings is no heading, whatever is wrong with it.
    if best?.missing == 0 { (spoilt, failure) = (nil, nil) }
    hasDelimiterLine = written != nil
    headings = best?.headings ?? []
  }

  private struct Candidate {
    var delimiter: UInt8
    var line: Int
    var headings: [String]
    var missing: Int
    var found: Int

    /// Rows that lack less come first, then those with more known headings, then wider ones.
    func isBetter(than other: Candidate) -> Bool {
      if missing != other.missing { return missing < other.missing }
      if found != other.found { return found > other.found }
      return found == 0 && headings.count > 1 && other.headings.count == 1
    }
  }

  /// The delimiter of a first line `sep=;`, as Excel writes it.
  private static func writtenDelimiter(_ head: [UInt8]) -> UInt8? {
    guard head.count >= 5, head.starts(with: Array("sep=".utf8)) else { return nil }
    let isAlone = head.count == 5 || head[5] == 0x0A || head[5] == 0x0D
    return isAlone && head[4] > 0x08 && head[4] < 0x80 ? head[4] : nil
  }
}

/// The first rows of a file, as texts.
private struct HeadRows<Builder: TableBuilder>: CSVRowReceiver {
  private(set) var rows: [(line: Int, headings: [String])] = []
  private(set) var spoilt: HeaderSearch<Builder>.StrayQuote?
  private(set) var failure: CSVFailure?
  private var cells = 0

  private static var mostRows: Int { 40 }
  private static var mostCells: Int { 200_000 }

  init(_ head: [UInt8], isAll: Bool, delimiter: UInt8) {
    var reader = CSVReader(delimiter: delimiter)
    do {
      try head.withUnsafeBytes { try reader.read($0, into: &self) }
      if isAll { try reader.finish(into: &self) }
    } catch {
      failure = error as? CSVFailure
    }
  }

  mutating func receive(_ row: CSVRow) {
    guard rows.count < Self.mostRows, cells < Self.mostCells, !row.isBlank else { return }
    let texts = (0..<row.count).map { row[$0].text }
    // A row of commas and semicolons says nothing.
    guard texts.contains(where: { $0.contains { $0.isLetter || $0.isNumber } }) else { return }
    rows.append((row.line, texts))
    cells += row.count
  }

  mutating func receiveStrayQuote(firstLine: Int, line: Int, column: Int) {
    if spoilt == nil, rows.isEmpty {
      spoilt = HeaderSearch<Builder>.StrayQuote(line: line, column: column)
    }
  }
}
