import CLibCSV

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Whoever makes something of the rows of a CSV file.
protocol CSVRowReceiver {
  /// Takes a row; the first one is the header.
  mutating func receive(_ row: CSVRow)
  /// Takes note of a row that is not CSV: it begins on `firstLine` and goes wrong on `line`, in the
  /// cell `column`, from 1.
  mutating func receiveStrayQuote(firstLine: Int, line: Int, column: Int)
}

/// Why a file is not CSV.
package enum CSVFailure: Error, Equatable {
  /// A quote that was opened in a cell is not closed before the end of the file.
  case unclosedQuote(line: Int, column: Int)
  /// A row is larger than any table has: a quote that is never closed, or no table at all.
  case endlessRow(line: Int, column: Int)
  /// libcsv ran out of memory.
  case outOfMemory(line: Int)
}

/// Cuts the bytes of a CSV file into rows with libcsv, which is strict in both senses: quotes stand
/// at a cell's ends or are doubled, and every quote is closed.
///
/// libcsv knows no lines, so it is given the file line by line and the reader counts. A row with a
/// quote in the wrong place is reported, and reading goes on with the next line.
///
/// A line without any quote, which lies in one piece before us and in which no earlier row goes on,
/// needs no parser: its cells are what lies between the delimiters. Such lines are cut where
/// `CellEnds` finds these, some ten times as fast, into the cells that libcsv would give.
package struct CSVReader: ~Copyable {
  /// Which rows libcsv is given.
  package enum Way: Sendable {
    /// Those with quotes, and those that the pieces of the file cut in two.
    case quick
    /// All of them: what the quick way is compared with.
    case libcsvOnly
  }

  private let way: Way
  private let delimiter: UInt8
  private var parser = csv_parser()
  private var row = CSVRow()
  private var cellEnds: CellEnds
  private var line: Int
  private var endedWithCarriageReturn = false
  private var isAtStart: Bool
  private var isInSpoiltLine = false
  private var rowSize = 0

  /// The most bytes of a row: some hundred times what the largest cell of a spreadsheet holds.
  static let mostBytesOfRow = 16 << 20

  /// A reader of cells separated by `delimiter`, at the start of a file or of another of its lines.
  init(delimiter: UInt8 = 0x2C, line: Int = 1, way: Way = .quick) {
    self.line = line
    isAtStart = line == 1
    // What is told apart by delimiters that mean something else as well only libcsv knows.
    let isPlain = ![Self.quote, Self.lineFeed, Self.carriageReturn, 0x20].contains(delimiter)
    self.way = isPlain ? way : .libcsvOnly
    self.delimiter = delimiter
    cellEnds = CellEnds(delimiter: delimiter)
    start()
  }

  deinit {
    var parser = parser
    csv_free(&parser)
    row.deallocate()
  }

  /// Reads the next bytes of the file and hands the rows that end in them to `receiver`.
  ///
  /// - Parameter chunk: The first one holds the whole of the byte order mark, if there is one.
  /// - Throws: `CSVFailure.outOfMemory`, `CSVFailure.endlessRow`.
  mutating func read(
    _ chunk: UnsafeRawBufferPointer, into receiver: inout some CSVRowReceiver
  ) throws(CSVFailure) {
    guard let base = chunk.baseAddress, chunk.count > 0 else { return }
    var position = 0
    if isAtStart {
      isAtStart = false
      position = Self.lengthOfByteOrderMark(chunk)
    }
    if endedWithCarriageReturn, position < chunk.count {
      endedWithCarriageReturn = false
      if chunk[position] != 0x0A { line += 1 }
    }
    cellEnds.begin(chunk)
    // Each round begins at the start of a line, or, at the start of the chunk only, somewhere in one
    // that libcsv has begun. `lineFeed` is the position after the first LF behind `position`, looked
    // for again once it is passed.
    var lineFeed = position
    while position < chunk.count {
      if way == .quick, parser.pstate == rowNotBegun, !isInSpoiltLine {
        position = readLinesWithoutQuotes(chunk, from: position, into: &receiver)
        if position == chunk.count { break }
      }
      if lineFeed <= position { lineFeed = Self.afterLineFeed(chunk, from: position) }
      let end = Self.endOfLine(chunk, from: position, before: lineFeed)
      if !isInSpoiltLine {
        // SAFETY: position < end <= chunk.count.
        try parse(base + position, size: end - position, into: &receiver)
      }
      if chunk[end - 1] == 0x0A || chunk[end - 1] == 0x0D { isInSpoiltLine = false }
      switch chunk[end - 1] {
      case 0x0A: line += 1
      case 0x0D where end < chunk.count: line += 1
      case 0x0D: endedWithCarriageReturn = true
      default: break
      }
      position = end
    }
  }

  /// The line of what comes next, unless that is the LF of a CR LF.
  var lineOfNextRow: Int { endedWithCarriageReturn ? line + 1 : line }

  /// Whether no row has begun that goes on behind the bytes that were read.
  var isBetweenRows: Bool {
    parser.pstate == rowNotBegun && !isInSpoiltLine
  }

  /// Hands over a last row that no line break ends.
  ///
  /// - Throws: `CSVFailure.unclosedQuote` when the file ends within quotes.
  mutating func finish(into receiver: inout some CSVRowReceiver) throws(CSVFailure) {
    let failed = csv_fini(&parser, collectField, closeRow, &row) != 0
    if failed { throw .unclosedQuote(line: row.line(ofCell: row.count), column: row.count + 1) }
    handOver(to: &receiver)
  }

  /// Hands over the rows of the lines from `position` on up to the first that has a quote or does
  /// not end in the chunk; the position of that line.
  private mutating func readLinesWithoutQuotes(
    _ chunk: UnsafeRawBufferPointer, from position: Int, into receiver: inout some CSVRowReceiver
  ) -> Int {
    guard let base = chunk.assumingMemoryBound(to: UInt8.self).baseAddress else { return position }
    var start = position
    // SAFETY: `start`, and every place that `cellEnds` gives, lies within the chunk.
    row.begin(at: base + start)
    while let place = cellEnds.take(from: start) {
      // SAFETY: place < chunk.count.
      let byte = base[place]
      if byte == delimiter {
        row.addEnd(place - start)
        continue
      }
      if byte == Self.quote { break }
      if row.count > 0 || !Self.isBlank(base + start, place - start) {
        row.addEnd(place - start)
        row.line = line
        receiver.receive(row)
      }
      start = place + 1
      if byte == Self.carriageReturn {
        if start == chunk.count {
          endedWithCarriageReturn = true
          break
        }
        // SAFETY: start < chunk.count.
        if base[start] == Self.lineFeed { start += 1 }
      }
      line += 1
      // SAFETY: start <= chunk.count; the row has no cells yet.
      row.begin(at: base + start)
    }
    row.removeAll()
    return start
  }

  private static let quote: UInt8 = 0x22
  private static let lineFeed: UInt8 = 0x0A
  private static let carriageReturn: UInt8 = 0x0D

  /// Whether a line without delimiters holds nothing but spaces and tabs: to libcsv it is no row.
  private static func isBlank(_ start: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    // SAFETY: the caller vouches for `count` bytes.
    UnsafeBufferPointer(start: start, count: count).allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  private mutating func parse(
    _ bytes: UnsafeRawPointer, size: Int, into receiver: inout some CSVRowReceiver
  ) throws(CSVFailure) {
    if parser.pstate == rowNotBegun {
      row.line = line
      rowSize = 0
    }
    rowSize += size
    guard rowSize <= Self.mostBytesOfRow else {
      throw .endlessRow(line: row.line(ofCell: row.count), column: row.count + 1)
    }
    // SAFETY: the callbacks take `row` and keep nothing of it.
    let taken = csv_parse(&parser, bytes, size, collectField, closeRow, &row)
    guard taken == size else {
      guard csv_error(&parser) == CSV_EPARSE else { throw .outOfMemory(line: line) }
      receiver.receiveStrayQuote(firstLine: row.line, line: line, column: row.count + 1)
      // The rest of the line may still be to come in the next chunk.
      isInSpoiltLine = true
      restart()
      return
    }
    handOver(to: &receiver)
  }

  private mutating func handOver(to receiver: inout some CSVRowReceiver) {
    guard row.isComplete else { return }
    receiver.receive(row)
    row.removeAll()
  }

  private mutating func start() {
    csv_init(&parser, UInt8(CSV_STRICT | CSV_STRICT_FINI))
    csv_set_delim(&parser, delimiter)
    // By libcsv's own 128 bytes a large cell would be copied thousands of times.
    csv_set_blk_size(&parser, 4096)
  }

  private mutating func restart() {
    csv_free(&parser)
    start()
    row.removeAll()
  }

  private static func lengthOfByteOrderMark(_ chunk: UnsafeRawBufferPointer) -> Int {
    chunk.count >= 3 && chunk[0] == 0xEF && chunk[1] == 0xBB && chunk[2] == 0xBF ? 3 : 0
  }

  /// The position after the next LF, or the end of the chunk.
  private static func afterLineFeed(_ chunk: UnsafeRawBufferPointer, from position: Int) -> Int {
    guard let base = chunk.baseAddress else { return chunk.count }
    // SAFETY: the bytes from `position` on lie within the chunk.
    let lineFeed = memchr(base + position, 0x0A, chunk.count - position)
    return lineFeed.map { UnsafeRawPointer($0) - base + 1 } ?? chunk.count
  }

  /// The position after the next LF, CR LF or lone CR, or the end of the chunk; `lineFeed` is the
  /// position after the next LF.
  private static func endOfLine(
    _ chunk: UnsafeRawBufferPointer, from position: Int, before lineFeed: Int
  ) -> Int {
    guard let base = chunk.baseAddress else { return chunk.count }
    // SAFETY: position < lineFeed <= chunk.count.
    guard let carriageReturn = memchr(base + position, 0x0D, lineFeed - position) else {
      return lineFeed
    }
    let next = UnsafeRawPointer(carriageReturn) - base + 1
    return next < chunk.count && chunk[next] == 0x0A ? next + 1 : next
  }
}

/// libcsv's state before the first cell of a row (ROW_NOT_BEGUN in libcsv.c).
private let rowNotBegun: Int32 = 0

/// libcsv's callback for a cell: `context` is the reader's `CSVRow`.
private func collectField(
  _ field: UnsafeMutableRawPointer?, _ size: Int, _ context: UnsafeMutableRawPointer?
) {
  // SAFETY: `csv_parse` and `csv_fini` are given the address of a `CSVRow` for the call.
  context?.assumingMemoryBound(to: CSVRow.self).pointee.append(field, size: size)
}

/// libcsv's callback for the end of a row: `context` is the reader's `CSVRow`.
private func closeRow(_ terminator: Int32, _ context: UnsafeMutableRawPointer?) {
  // SAFETY: as in `collectField`.
  context?.assumingMemoryBound(to: CSVRow.self).pointee.isComplete = true
}
