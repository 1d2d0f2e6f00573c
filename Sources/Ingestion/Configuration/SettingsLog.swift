import Diagnostics
import Yams

/// Collects what there is to say of a settings file.
final class SettingsLog {
  /// The file's name.
  let file: String
  /// What was found, in the order in which it was.
  private(set) var findings: [Finding] = []

  /// An empty log of a file.
  init(file: String) {
    self.file = file
  }

  /// Notes something at a place of the file: an error, with which it is refused, unless said
  /// otherwise.
  func add(
    _ mark: Mark?, severity: Severity = .error, value: String = "", message: String,
    hint: String? = nil
  ) {
    findings.append(
      Finding(
        .setting, severity: severity, file: file, line: mark?.line, column: mark?.column,
        value: value, message: message, hint: hint))
  }

  /// What was found, in the order of the file's lines.
  var inOrder: [Finding] {
    findings.enumerated().sorted { left, right in
      (left.element.line ?? 0, left.offset) < (right.element.line ?? 0, right.offset)
    }
    .map(\.element)
  }
}
