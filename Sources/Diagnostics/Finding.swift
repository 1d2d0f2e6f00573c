/// Something that the reader of an export has to be told: what is wrong, where, and what to do.
///
/// Findings are data; how they are shown is the business of whoever shows them.
package struct Finding: Sendable, Equatable {
  /// What kind of finding it is.
  package var code: FindingCode
  /// How much it weighs; the code's own severity unless said otherwise.
  package var severity: Severity
  /// The file's name, without folders.
  package var file: String
  /// The line of the file, from 1; nil when the finding is about the whole file.
  package var line: Int?
  /// The column as a spreadsheet counts it (A is 1); nil when it is about the whole line.
  package var column: Int?
  /// The heading of that column, as the file writes it.
  package var heading: String?
  /// The offending text, as the file has it.
  package var value: String
  /// The last line, where the same is wrong on every line from `line` to there.
  package var lastLine: Int?
  private var ownMessage: String
  /// What to do about it.
  package var hint: String

  /// A finding of the code's own severity and hint, unless they are given.
  package init(
    _ code: FindingCode,
    severity: Severity? = nil,
    file: String,
    line: Int? = nil,
    column: Int? = nil,
    heading: String? = nil,
    value: String = "",
    message: String,
    hint: String? = nil
  ) {
    self.code = code
    self.severity = severity ?? code.severity
    self.file = file
    self.line = line
    self.column = column
    self.heading = heading
    self.value = Self.shortened(value)
    self.ownMessage = Self.shortened(message)
    self.hint = hint ?? code.hint
  }

  /// What is wrong, in a sentence without a full stop.
  package var message: String {
    lastLine.map { "\(ownMessage); so it is on every line to \($0)" } ?? ownMessage
  }

  /// How many rows the finding is about.
  package var rows: Int {
    guard let line, let lastLine else { return 1 }
    return lastLine - line + 1
  }

  /// Whether another finding says the same of the line that is `lines` further down.
  fileprivate func isSame(_ other: Finding, further lines: Int) -> Bool {
    (lastLine ?? line) == other.line.map { $0 - lines } && code == other.code
      && file == other.file && column == other.column && value == other.value
      && ownMessage == other.ownMessage
  }

  /// The most bytes of a value or message: a cell may hold megabytes.
  private static let mostBytes = 2_000

  private static func shortened(_ text: String) -> String {
    if text.utf8.count <= mostBytes { return text }
    return String(text.prefix(mostBytes / 4)) + "… (\(text.utf8.count) bytes in all)"
  }

  /// `file:line:column`, as far as they are known.
  package var place: String {
    var place = file
    if let line { place += ":\(line)" }
    if line != nil, let column { place += ":\(column)" }
    return place
  }

  /// One line for a person: `file:line:column: error: [code] column "Heading": message`.
  package var summary: String {
    let column = heading.map { "column \"\($0)\": " } ?? ""
    return "\(place): \(severity.rawValue): [\(code.rawValue)] \(column)\(message)"
  }
}

extension [Finding] {
  /// Adds a finding of which a file may have millions: after twenty that say the same of one line
  /// after the other, the rest are one.
  package mutating func appendRepeated(_ finding: Finding) {
    let most = 20
    if let last, last.isSame(finding, further: 1),
      last.lastLine != nil
        || count >= most && self[count - most].isSame(finding, further: most)
    {
      self[count - 1].lastLine = finding.line
    } else {
      append(finding)
    }
  }

  /// Appends a finding that may be a run of such lines, as if its lines came one by one.
  package mutating func appendRepeated(run: Finding) {
    guard let first = run.line, let end = run.lastLine else { return appendRepeated(run) }
    var finding = run
    finding.lastLine = nil
    for line in first...end {
      finding.line = line
      appendRepeated(finding)
      if last?.lastLine == line {
        self[count - 1].lastLine = end
        return
      }
    }
  }
}
