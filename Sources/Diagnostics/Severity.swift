/// How much a finding weighs.
package enum Severity: String, Sendable, CaseIterable, Comparable {
  /// The row, or the file, cannot be used as it is: it was set aside.
  case error
  /// Used as it stands, but it deserves a look.
  case warning
  /// A plain fact about what was read.
  case note

  /// Errors come first.
  package static func < (left: Severity, right: Severity) -> Bool {
    left.order < right.order
  }

  private var order: Int {
    switch self {
    case .error: 0
    case .warning: 1
    case .note: 2
    }
  }
}
