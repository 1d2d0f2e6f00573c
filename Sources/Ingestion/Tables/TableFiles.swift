import Diagnostics
import ProvisionModel

/// Takes note of how far reading has come: told at each per cent of a file.
package typealias ReadingProgress = @Sendable (_ file: String, _ bytes: Int, _ of: Int) -> Void

/// All files of one kind, read into one builder.
struct TableFiles<Builder: TableBuilder>: Sendable {
  /// The builder with the rows of all files.
  var builder: Builder
  /// The files.
  private(set) var inputs: [InputFile] = []
  /// What was found, file by file.
  private(set) var findings: [Finding] = []

  /// Reads files one after another.
  ///
  /// - Parameters:
  ///   - names: The files, in the order in which they are read.
  ///   - firstFile: The position of the first of them among the data's inputs.
  /// - Throws: `UnusableInput` when one of them cannot be read, or is of no use.
  init(
    _ names: [String], in folder: InputFolder, firstFile: Int, settings: Settings,
    builder: Builder, progress: ReadingProgress?
  ) throws(UnusableInput) {
    self.builder = builder
    for (offset, name) in names.enumerated() {
      try read(
        name, in: folder, file: firstFile + offset,
        named: settings.columns[Builder.Column.kind.rawValue] ?? [:], progress: progress)
    }
  }

  private mutating func read(
    _ name: String, in folder: InputFolder, file: Int, named: [String: String],
    progress: ReadingProgress?
  ) throws(UnusableInput) {
    var receiver = TableReceiver(builder: builder, name: name, file: file, named: named)
    var digest = SHA256Digest()
    do {
      try Self.read(folder.path(of: name), name, into: &receiver, digest: &digest, progress)
    } catch let failure as CSVFailure {
      findings += receiver.log.findings + [failure.finding(file: name)]
      throw UnusableInput(.data, findings: findings)
    } catch {
      let reason = (error as? FileBytes.Failure)?.reason ?? "it cannot be read"
      throw UnusableInput(.missing, Finding(.unreadable, file: name, message: reason))
    }
    findings += receiver.log.findings
    let columns = try columns(receiver)
    builder = receiver.builder
    inputs.append(
      InputFile(
        kind: Builder.Column.kind, name: name, sha256: digest.finish(), rows: receiver.log.rows,
        columns: columns.places))
  }

  private static func read(
    _ path: String, _ name: String, into receiver: inout TableReceiver<Builder>,
    digest: inout SHA256Digest, _ progress: ReadingProgress?
  ) throws {
    var bytes = try FileBytes(path: path)
    var reader = CSVReader()
    var done = 0
    let size = bytes.size
    while try bytes.next({ chunk in
      digest.update(chunk)
      try reader.read(chunk, into: &receiver)
      if done == 0 { receiver.reserve(fileSize: size, chunkSize: chunk.count) }
      let percent = done * 100 / max(1, size)
      done += chunk.count
      if done * 100 / max(1, size) > percent { progress?(name, done, size) }
    }) {}
    try reader.finish(into: &receiver)
  }

  private func columns(
    _ receiver: TableReceiver<Builder>
  ) throws(UnusableInput) -> ColumnMap<Builder.Column> {
    if let columns = receiver.columns { return columns }
    let empty = Finding(.emptyFile, file: receiver.log.file, message: "the file is empty")
    throw UnusableInput(.data, findings: receiver.hasHeader ? findings : findings + [empty])
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

extension CSVFailure {
  /// The failure as a finding about a file.
  fileprivate func finding(file: String) -> Finding {
    switch self {
    case .unclosedQuote(let line, let column):
      Finding(
        .unclosedQuote, file: file, line: line, column: column,
        message: "the quote that opens this cell is never closed")
    case .outOfMemory(let line):
      Finding(.unreadable, file: file, line: line, message: "a cell is too large for the memory")
    }
  }
}
