import ProvisionModel
import Synchronization
import Threading

extension StretchBuilder {
  static func readRows(
    of source: RowSource, _ bytes: inout FileBytes, into receiver: inout TableReceiver<Self>
  ) throws -> String {
    guard !source.survey.pieces.isEmpty, receiver.builder.hasStretches,
      source.survey.encoding == .utf8, source.formulaQuotes == nil
    else { return try readOneByOne(source, &bytes, into: &receiver) }
    let pieces = FilePieces(bytes, pieceSize: source.manner.pieceSize)
    try StretchReading(source, pieces).read(into: &receiver)
    return source.manner.takesDigests ? try bytes.digest() : ""
  }
}

/// Reads the stretches of a large file at the same time and puts them together in the order of the
/// file.
///
/// A stretch begins with the first line of its piece and ends with the row that is open where the
/// next piece's first line begins. Nobody can tell from the bytes of a piece whether its first line
/// lies within quotes that an earlier piece has opened, so each is read as if it did not. Where the
/// stretch before turns out to end elsewhere, what was read is thrown away, and the piece is read
/// once more from there. So the result is that of reading row by row, whatever the number of threads.
private struct StretchReading<Builder: StretchBuilder> {
  private let source: RowSource
  private let pieces: FilePieces
  /// The line on which each piece's first byte lies.
  private let lines: [Int]

  init(_ source: RowSource, _ pieces: FilePieces) {
    self.source = source
    self.pieces = pieces
    var line = 1
    lines = source.survey.pieces.map { look in
      defer { line += look.lineBreaks }
      return line
    }
  }

  /// A place between two rows.
  private struct Place: Equatable {
    var offset: Int
    var line: Int
  }

  /// What was read from a place on, and where it ends.
  private struct Stretch {
    var start: Place
    var end: Place
    var receiver: TableReceiver<Builder>
    /// Why reading cannot go on.
    var failure: (any Error)?
  }

  /// How far the stretches have been put together.
  private struct Progress {
    var receiver: TableReceiver<Builder>
    var place = Place(offset: 0, line: 1)
    var nextPiece = 0
    /// Stretches that wait for those before them; nil: the piece could not be read.
    var waiting: [Int: Stretch?] = [:]
    var failure: (any Error)?
  }

  /// Reads the whole file.
  func read(into receiver: inout TableReceiver<Builder>) throws {
    let progress = Mutex(Progress(receiver: receiver))
    let empty = receiver.stretch()
    Concurrently.forEach(
      count: pieces.count, jobs: source.manner.jobs, with: BlockBuffer.init
    ) { piece, buffer in
      if progress.withLock({ $0.failure != nil }) { return }
      let stretch = try? read(piece, buffer, into: empty)
      progress.withLock { progress in
        progress.waiting[piece] = .some(stretch)
        putTogether(&progress)
      }
    }
    let failure = progress.withLock { progress in
      receiver = progress.receiver
      return progress.failure
    }
    if let failure { throw failure }
  }

  /// Takes all stretches that are next.
  private func putTogether(_ progress: inout Progress) {
    while progress.failure == nil,
      let stretch = progress.waiting.removeValue(forKey: progress.nextPiece)
    {
      do {
        try append(stretch, to: &progress)
      } catch {
        progress.failure = error
      }
      progress.nextPiece += 1
      source.manner.progress?(source.name, progress.place.offset, pieces.size)
    }
  }

  private func append(_ stretch: Stretch?, to progress: inout Progress) throws {
    if let stretch, stretch.start == progress.place, !progress.receiver.awaitsFooters {
      return try take(stretch, into: &progress)
    }
    let end = try pieces.firstLine(of: progress.nextPiece + 1).start
    // A row of the stretch before may have gone on beyond the piece: then nothing is left of it. The
    // last piece is read even so, for the end of the file to be told to somebody.
    guard progress.place.offset < end || end == pieces.size else { return }
    let again = read(
      from: progress.place, to: end, rows: 0, BlockBuffer(), into: progress.receiver.stretch())
    try take(again, into: &progress)
  }

  /// Puts a stretch behind the others, and what was found before it failed as well.
  private func take(_ stretch: Stretch, into progress: inout Progress) throws {
    progress.receiver.append(stretch.receiver)
    progress.place = stretch.end
    if let failure = stretch.failure { throw failure }
  }

  private func read(
    _ piece: Int, _ buffer: BlockBuffer, into empty: TableReceiver<Builder>
  ) throws -> Stretch {
    let first = try pieces.firstLine(of: piece)
    let next = try pieces.firstLine(of: piece + 1)
    return read(
      from: Place(offset: first.start, line: lines[piece] + first.breaks), to: next.start,
      rows: source.survey.pieces[piece].lineBreaks + 1, buffer, into: empty)
  }

  /// Reads the rows that begin in a range of whole lines.
  ///
  /// - Parameter rows: How many rows there may be.
  private func read(
    from start: Place, to end: Int, rows: Int, _ buffer: BlockBuffer,
    into empty: TableReceiver<Builder>
  ) -> Stretch {
    var stretch = Stretch(start: start, end: start, receiver: empty)
    stretch.receiver.reserve(rows: rows)
    var reader = CSVReader(delimiter: source.delimiter, line: start.line)
    do {
      stretch.end.offset = try read(
        start.offset..<max(start.offset, end), &reader, buffer, into: &stretch.receiver)
      stretch.end.line = reader.lineOfNextRow
    } catch {
      stretch.failure = error
    }
    return stretch
  }

  /// Reads a range and what the row that is open at its end goes on with; where that ends.
  private func read(
    _ range: Range<Int>, _ reader: inout CSVReader, _ buffer: BlockBuffer,
    into receiver: inout TableReceiver<Builder>
  ) throws -> Int {
    try pieces.forEachBlock(of: range, in: buffer.bytes) { block in
      try reader.read(block, into: &receiver)
    }
    var place = range.upperBound
    while !reader.isBetweenRows, place < pieces.size {
      let lineEnd = try pieces.endOfLine(from: place)
      try pieces.forEachBlock(of: place..<lineEnd, in: buffer.bytes) { block in
        try reader.read(block, into: &receiver)
      }
      place = lineEnd
    }
    if place == pieces.size { try reader.finish(into: &receiver) }
    return place
  }
}
