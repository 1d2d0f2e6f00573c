package import Diagnostics

/// The data, or a part without which nothing can be done, cannot be used.
package struct UnusableInput: Error {
  /// What is the matter, as the exit code tells it.
  package enum Reason: Sendable {
    /// A file or folder is missing or cannot be read.
    case missing
    /// The data cannot be used.
    case data
    /// school.yml is wrong.
    case settings
  }

  /// What is the matter.
  package var reason: Reason
  /// Everything that is wrong and was found before giving up.
  package var findings: [Finding]

  /// An error for that reason.
  package init(_ reason: Reason, _ findings: Finding...) {
    self.reason = reason
    self.findings = findings
  }

  /// An error for that reason.
  package init(_ reason: Reason, findings: [Finding]) {
    self.reason = reason
    self.findings = findings
  }
}
