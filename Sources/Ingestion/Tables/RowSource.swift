import ProvisionModel

/// How files are read. What is read does not depend on it.
struct ReadingManner: Sendable {
  /// How many stretches of a file may be read at the same time.
  var jobs = 1
  /// The size of the pieces into which a large file is cut [bytes].
  var pieceSize = FilePieces.usualSize
  /// Whether the digests of the files are wanted.
  var takesDigests = true
  /// Takes note of how far reading has come.
  var progress: ReadingProgress?
}

/// A file whose columns are known, and whose rows are to be read.
struct RowSource: Sendable {
  /// The file's name.
  var name: String
  /// What the file is like.
  var survey: FileSurvey
  /// What stands between its cells.
  var delimiter: UInt8
  /// How it is read.
  var manner: ReadingManner
}

extension TableBuilder {
  static func readRows(
    of source: RowSource, _ bytes: inout FileBytes, into receiver: inout TableReceiver<Self>
  ) throws -> String {
    try readOneByOne(source, &bytes, into: &receiver)
  }

  /// Hands all rows to the receiver, one after another.
  static func readOneByOne(
    _ source: RowSource, _ bytes: inout FileBytes, into receiver: inout TableReceiver<Self>
  ) throws -> String {
    let manner = source.manner
    var digest = SHA256Digest()
    var reader = CSVReader(delimiter: source.delimiter)
    var transcoder = Transcoder(from: source.survey.encoding)
    var formulas = source.formulaQuotes
    var done = 0
    let size = bytes.size
    while try bytes.next({ chunk in
      if manner.takesDigests { digest.update(chunk) }
      try transcoder.transcode(chunk) { text in
        if formulas == nil {
          try reader.read(text, into: &receiver)
        } else {
          try formulas?.filter(text) { try reader.read($0, into: &receiver) }
        }
      }
      if done == 0 { receiver.reserve(fileSize: size, chunkSize: chunk.count) }
      let percent = done * 100 / max(1, size)
      done += chunk.count
      if done * 100 / max(1, size) > percent { manner.progress?(source.name, done, size) }
    }) {}
    try formulas?.finish { try reader.read($0, into: &receiver) }
    try reader.finish(into: &receiver)
    return manner.takesDigests ? digest.finish() : ""
  }
}

extension RowSource {
  /// What takes the `=` from quoted cells, where the file has such.
  var formulaQuotes: FormulaQuotes? {
    FormulaQuotes.stand(in: survey.head, delimiter: delimiter)
      ? FormulaQuotes(delimiter: delimiter) : nil
  }
}

extension TableReceiver {
  /// Makes room for the rows of the whole file, going by its first piece, and half as many more:
  /// room that is not used costs nothing, and a column that outgrows it is copied.
  fileprivate mutating func reserve(fileSize: Int, chunkSize: Int) {
    guard chunkSize > 0, fileSize > chunkSize else { return }
    reserve(rows: Int(Double(log.rows) * Double(fileSize) / Double(chunkSize) * 1.5))
  }
}
