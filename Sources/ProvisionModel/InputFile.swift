/// The kinds of file that a folder may hold.
package enum InputKind: String, Sendable, CaseIterable {
  case pupils
  case tracking
  case provisionMap = "provision-map"
  case staff
  case decisions
}

/// A file that was read.
package struct InputFile: Sendable, Equatable {
  /// What it holds.
  package var kind: InputKind
  /// The name, without folders.
  package var name: String
  /// SHA-256 of its bytes, in hexadecimal.
  package var sha256: String
  /// Rows below the header, blank ones not counted.
  package var rows: Int

  /// A file of that kind and name.
  package init(kind: InputKind, name: String, sha256: String, rows: Int) {
    self.kind = kind
    self.name = name
    self.sha256 = sha256
    self.rows = rows
  }
}
