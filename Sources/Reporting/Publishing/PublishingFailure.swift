package import Diagnostics

/// The reports could not be written; the former ones are as they were.
package struct PublishingFailure: Error {
  /// What could not be done, as the exit code tells it.
  package enum Reason: Sendable {
    /// A file or folder cannot be made.
    case creating
    /// A file cannot be written to its end.
    case writing
  }

  /// What could not be done.
  package var reason: Reason
  /// The same for a person.
  package var finding: Finding

  /// A failure about a file or folder, with the system's words for it.
  package init(_ reason: Reason, file: String, reason words: String, hint: String? = nil) {
    self.reason = reason
    let verb = reason == .creating ? "cannot be made" : "cannot be written"
    self.finding = Finding(.output, file: file, message: "\(verb): \(words)", hint: hint)
  }
}
