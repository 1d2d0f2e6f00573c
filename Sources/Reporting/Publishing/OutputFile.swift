/// A file of a term's folder, ready to be written.
package struct OutputFile: Sendable {
  /// Its place in the term's folder, e.g. `senco/report.html`.
  package let path: String
  /// Writes its bytes.
  package let write: @Sendable (inout ByteSink) -> Void

  /// A file at that place.
  package init(path: String, write: @escaping @Sendable (inout ByteSink) -> Void) {
    self.path = path
    self.write = write
  }

  /// A file of known bytes.
  init(path: String, bytes: [UInt8]) {
    self.init(path: path) { $0.append(contentsOf: bytes) }
  }

  /// The same file with its bytes at hand.
  var made: OutputFile { OutputFile(path: path, bytes: bytes) }

  /// Its bytes.
  var bytes: [UInt8] {
    var sink = ByteSink()
    write(&sink)
    return sink.bytes()
  }

  /// Its folder within the term's folder; empty for the term's folder itself.
  var folder: String {
    path.split(separator: "/").dropLast().joined(separator: "/")
  }

  /// Whether it may name pupils, so that only its owner may read it.
  var isPrivate: Bool { folder == Pack.senco.rawValue }
}

/// Some of a term's files. What is in them may take some time to find out, in which others are
/// written already.
package struct OutputPart: Sendable {
  /// Finds out what the files are.
  package let files: @Sendable () throws -> [OutputFile]

  /// Files that are found out when it is their turn.
  package init(files: @escaping @Sendable () throws -> [OutputFile]) {
    self.files = files
  }
}

/// The two packs of a term.
package enum Pack: String, Sendable, CaseIterable {
  /// For the SENCo: may name pupils.
  case senco
  /// For the governors: no pupil rows, TAs coded, small numbers handled.
  case governors
}
