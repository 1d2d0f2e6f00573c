import Diagnostics
import ProvisionModel

/// Takes note of how far reading has come: told at each per cent of a file.
package typealias ReadingProgress = @Sendable (_ file: String, _ bytes: Int, _ of: Int) -> Void

/// All files of one kind, read into one builder.
struct TableFiles<Builder: TableBuilder>: Sendable {
  /// The builder with the rows of all files.
  var builder: Builder
  /// The files.
  private(set) var inputs: [InputFile] = []
  /// What was found, file by file.
  private(set) var findings: [Finding] = []

  private let folder: InputFolder
  private let manner: ReadingManner
  private let settings: LayoutSettings
  private let dictionary: HeadingDictionary<Builder.Column>

  /// Reads files one after another.
  ///
  /// - Parameters:
  ///   - names: The files, in the order in which they are read.
  ///   - firstFile: The position of the first of them among the data's inputs.
  ///   - manner: How they are read.
  /// - Throws: `UnusableInput` when one of them cannot be read, or is of no use.
  init(
    _ names: [String], in folder: InputFolder, firstFile: Int, settings: Settings,
    builder: Builder, manner: ReadingManner = ReadingManner()
  ) throws(UnusableInput) {
    let kind = Builder.Column.kind.rawValue
    self.builder = builder
    self.folder = folder
    self.settings = settings.layout[kind] ?? LayoutSettings()
    self.manner = manner
    dictionary = HeadingDictionary(named: settings.columns[kind] ?? [:])
    for (offset, name) in names.enumerated() {
      do {
        try read(name, file: firstFile + offset)
      } catch let failure as UnusableInput {
        throw failure
      } catch let failure as CSVFailure {
        throw UnusableInput(.data, findings: findings + [failure.finding(file: name)])
      } catch {
        let reason = (error as? FileBytes.Failure)?.reason ?? "it cannot be read"
        throw UnusableInput(.missing, Finding(.unreadable, file: name, message: reason))
      }
    }
  }

  private mutating func read(_ name: String, file: Int) throws {
    var bytes = try FileBytes(path: folder.path(of: name))
    let survey = try FileSurvey(&bytes, pieceSize: manner.pieceSize, jobs: manner.jobs)
    try check(survey, name)
    var log = FileLog(file: name)
    let header = HeaderSearch(
      head: survey.head, isAll: survey.headIsAll, delimiter: settings.delimiter?.utf8.first,
      file: name, builder: builder, dictionary: dictionary)
    if let failure = header.failure { throw failure }
    if let stray = header.spoilt {
      throw UnusableInput(
        .data,
        findings: findings + [
          Finding(
            .strayQuote, file: name, line: stray.line, column: stray.column,
            message: "a \" stands in the middle of a cell: the headings cannot be cut into cells")
        ])
    }
    guard let line = header.line else {
      if builder.mayBeEmpty { return try addEmpty(&bytes, name, survey, header.delimiter) }
      throw UnusableInput(
        .data,
        findings: findings + [Finding(.emptyFile, file: name, message: "the file is empty")])
    }
    let columns = ColumnMap(headings: header.headings, line: line, dictionary: dictionary)
    try check(columns, hasDelimiterLine: header.hasDelimiterLine, log: &log)
    var receiver = TableReceiver(builder: builder, columns: columns, file: file, log: log)
    if receiver.log.findings.contains(where: { $0.severity == .error }) {
      throw UnusableInput(.data, findings: findings + receiver.log.findings)
    }
    noteColumns(columns, &receiver)
    if let stray = survey.strayByte { try noteStrayByte(stray, &bytes, survey, &receiver.log) }
    let sha256: String
    do {
      let source = RowSource(
        name: name, survey: survey, delimiter: header.delimiter, manner: manner)
      sha256 = try Builder.readRows(of: source, &bytes, into: &receiver)
      receiver.finish()
    } catch {
      findings += receiver.log.findings
      throw error
    }
    findings += receiver.log.findings
    if builder.mayBeEmpty, receiver.log.rows == 0 {
      findings.append(Self.emptiness(.noRows, name, "the file has a header and no rows"))
    }
    builder = receiver.builder
    var input = InputFile(
      kind: Builder.Column.kind, name: name, sha256: sha256, rows: receiver.log.rows,
      columns: columns.places,
      format: InputFormat(
        encoding: survey.encoding, hasByteOrderMark: survey.markLength > 0,
        delimiter: header.delimiter, headerLine: line))
    input.scoreColumns = receiver.builder.scoreColumns
    inputs.append(input)
  }

  /// Takes note of a file that holds nothing and need not: it is an input without rows.
  private mutating func addEmpty(
    _ bytes: inout FileBytes, _ name: String, _ survey: FileSurvey, _ delimiter: UInt8
  ) throws {
    findings.append(Self.emptiness(.emptyFile, name, "the file is empty"))
    inputs.append(
      InputFile(
        kind: Builder.Column.kind, name: name, sha256: try bytes.digest(), rows: 0,
        format: InputFormat(
          encoding: survey.encoding, hasByteOrderMark: survey.markLength > 0, delimiter: delimiter,
          headerLine: 1)))
  }

  private static func emptiness(_ code: FindingCode, _ name: String, _ message: String) -> Finding {
    Finding(
      code, severity: .warning, file: name, message: message,
      hint: "nothing to do, unless there should be \(Builder.Column.kind.rawValue) in it")
  }
}

// MARK: - What makes a file of no use

extension TableFiles {
  private func check(_ survey: FileSurvey, _ name: String) throws(UnusableInput) {
    if let signature = survey.signature {
      throw UnusableInput(
        .data,
        findings: findings + [
          Finding(
            .notCSV, file: name, message: "this is \(signature.title), not a CSV file",
            hint: signature.hint)
        ])
    }
  }

  private func check(
    _ columns: ColumnMap<Builder.Column>, hasDelimiterLine: Bool, log: inout FileLog
  ) throws(UnusableInput) {
    let missing = builder.missingColumns(columns, file: log.file)
    let about = ColumnFindings(file: log.file, columns: columns, named: dictionary.named)
    let obstacles = about.obstacles(missing: missing)
    guard obstacles.isEmpty else {
      throw UnusableInput(.data, findings: findings + obstacles)
    }
    if columns.line > (hasDelimiterLine ? 2 : 1) {
      log.findings.append(
        Finding(
          .preamble, file: log.file, line: 1,
          message: columns.line == 2
            ? "the headings are on line 2; the line above them is not read"
            : "the headings are on line \(columns.line); the lines above them are not read"))
    }
  }

  /// Notes optional columns that are in doubt, and those that are not used.
  private func noteColumns(
    _ columns: ColumnMap<Builder.Column>, _ receiver: inout TableReceiver<Builder>
  ) {
    let about = ColumnFindings(
      file: receiver.log.file, columns: columns, named: dictionary.named)
    let used = Set(receiver.builder.scoreColumns.map { $0.position - 1 })
    let missing = builder.missingColumns(columns, file: receiver.log.file)
    receiver.log.findings += about.doubts(missing: missing, besides: used)
    receiver.log.findings += about.unused(besides: used)
  }

  /// Notes the line on which a file of one encoding has a byte of another.
  private func noteStrayByte(
    _ offset: Int, _ bytes: inout FileBytes, _ survey: FileSurvey, _ log: inout FileLog
  ) throws {
    var line = 1
    var done = 0
    while try bytes.next({ chunk in
      line += chunk.prefix(max(0, offset - done)).count { $0 == 0x0A }
      done += chunk.count
    }) {
      if done >= offset { break }
    }
    bytes.rewind()
    log.findings.append(
      Finding(
        .encoding, file: log.file, line: line,
        message: "letters of two encodings are mixed; the file is read as "
          + "\(survey.encoding.rawValue), and some letters such as é and £ may come out wrong"))
  }
}

extension CSVFailure {
  /// The failure as a finding about a file.
  fileprivate func finding(file: String) -> Finding {
    switch self {
    case .unclosedQuote(let line, let column):
      Finding(
        .unclosedQuote, file: file, line: line, column: column,
        message: "the quote that opens this cell is never closed")
    case .endlessRow(let line, let column):
      Finding(
        .unclosedQuote, file: file, line: line, column: column,
        message: "the row has no end: a quote that opens this cell seems never to be closed")
    case .outOfMemory(let line):
      Finding(.unreadable, file: file, line: line, message: "a cell is too large for the memory")
    }
  }
}
