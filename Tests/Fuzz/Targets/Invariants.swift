import Diagnostics
import Ingestion

/// Something that holds of whatever is read, and did not.
package struct BrokenInvariant: Error, CustomStringConvertible {
  /// What does not hold.
  package var description: String
}

/// What holds of everything that is read, whatever the bytes.
///
/// Nothing here knows how many rows or scores a file should give: that is for the other tests.
enum Invariants {
  /// A refusal says why.
  static func check(_ refusal: UnusableInput) throws(BrokenInvariant) {
    try require(
      refusal.findings.contains { $0.severity == .error }, "a refusal without an error")
    try check(refusal.findings)
  }

  /// A finding says what is wrong, where, and what to do.
  static func check(_ findings: [Finding]) throws(BrokenInvariant) {
    for finding in findings {
      try require(!finding.file.isEmpty, "no file: \(finding)")
      try require(!finding.message.isEmpty, "no message: \(finding)")
      try require(!finding.hint.isEmpty, "no hint: \(finding)")
      try require(finding.line.map { $0 >= 1 } ?? true, "a line under 1: \(finding)")
      try require(finding.column.map { $0 >= 1 } ?? true, "a column under 1: \(finding)")
      try require(finding.summary.hasPrefix(finding.place), "another place: \(finding)")
    }
  }

  /// Throws when a condition does not hold.
  static func require(
    _ condition: Bool, _ what: @autoclosure () -> String
  ) throws(BrokenInvariant) {
    if !condition { throw BrokenInvariant(description: what()) }
  }
}
