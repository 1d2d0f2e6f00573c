import Diagnostics
import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where the program speaks: results to stdout, messages and progress to stderr.
struct Console: Sendable {
  /// Whether only errors are told.
  let isQuiet: Bool
  private let usesColour: Bool
  private let showsProgress: Bool
  /// Keeps what is said until it is its turn; nil: it is said at once.
  private let transcript: Transcript?

  /// The console of this process.
  init(isQuiet: Bool, allowsColour: Bool) {
    let isTerminal = isatty(STDERR_FILENO) == 1
    self.isQuiet = isQuiet
    self.usesColour = allowsColour && isTerminal && getenv("NO_COLOR") == nil
    self.showsProgress = isTerminal && !isQuiet
    transcript = nil
  }

  /// A console that speaks as another does, and whose words are kept.
  init(_ console: Console, keptIn transcript: Transcript) {
    isQuiet = console.isQuiet
    usesColour = console.usesColour
    showsProgress = false
    self.transcript = transcript
  }

  /// Says what was kept.
  func tell(_ transcript: Transcript) {
    for (text, descriptor) in transcript.said { write(text, to: descriptor) }
  }

  /// Writes a line of results to stdout.
  func result(_ line: String) {
    let line = line.split(separator: "\n", omittingEmptySubsequences: false).map {
      Self.printable(String($0))
    }
    .joined(separator: "\n")
    write(line + "\n", to: STDOUT_FILENO)
  }

  /// Writes a line to stderr, unless only errors are told.
  func message(_ line: String) {
    if !isQuiet { write(line + "\n", to: STDERR_FILENO) }
  }

  /// Writes a finding with its hint to stderr.
  func show(_ finding: Finding) {
    clearProgress()
    let severity = finding.severity.rawValue + ":"
    let line = Self.printable(finding.summary).replacing(
      " \(severity)", with: " " + coloured(severity, finding.severity), maxReplacements: 1)
    write("\(line)\n  hint: \(Self.printable(finding.hint))\n", to: STDERR_FILENO)
  }

  /// Shows how far reading has come, on a terminal.
  func progress(_ text: String) {
    if showsProgress { write("\r\u{1B}[2K\(text)", to: STDERR_FILENO) }
  }

  /// Takes the progress away again.
  func clearProgress() {
    if showsProgress { write("\r\u{1B}[2K", to: STDERR_FILENO) }
  }

  private func coloured(_ text: String, _ severity: Severity) -> String {
    guard usesColour else { return text }
    let code =
      switch severity {
      case .error: "31;1"
      case .warning: "33;1"
      case .note: "36"
      }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }

  /// A text without the control characters that cells may hold: a finding is one line, and nobody's
  /// file may steer the terminal.
  private static func printable(_ text: String) -> String {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text }
    var printable = ""
    for scalar in text.unicodeScalars {
      let isControl = scalar.properties.generalCategory == .control
      printable.unicodeScalars.append(isControl ? "\u{FFFD}" : scalar)
    }
    return printable
  }

  private func write(_ text: String, to descriptor: Int32) {
    if let transcript { return transcript.add(text, descriptor) }
    FileHandle(fileDescriptor: descriptor, closeOnDealloc: false).write(Data(text.utf8))
  }
}
