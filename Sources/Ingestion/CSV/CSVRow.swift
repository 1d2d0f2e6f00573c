/// One row of a CSV file: its cells and where it begins.
///
/// The bytes are either the file's own, where a row without quotes was found in them, or the copy
/// that libcsv hands over cell by cell. They live in memory that the next row uses again: a row is
/// valid only while it is received.
struct CSVRow {
  /// Where the first cell begins.
  private var start: UnsafePointer<UInt8>
  /// The ends of the cells, counted from `start`.
  private var ends: UnsafeMutablePointer<UInt32>
  private var endCapacity: Int
  /// How many bytes lie between a cell and the next: the delimiter, where the bytes are the file's.
  private var gap = 0
  private var copy: UnsafeMutablePointer<UInt8>
  private var copyCapacity: Int
  private var copyCount = 0
  /// The number of cells.
  private(set) var count = 0
  /// The line of the file on which the row begins, from 1.
  var line = 1
  /// Whether libcsv has closed the row.
  var isComplete = false

  /// A row without cells. Whoever makes it calls `deallocate()` in the end.
  init() {
    copyCapacity = 4096
    copy = .allocate(capacity: copyCapacity)
    start = UnsafePointer(copy)
    endCapacity = 64
    ends = .allocate(capacity: endCapacity)
  }

  /// Gives the memory back.
  func deallocate() {
    copy.deallocate()
    ends.deallocate()
  }

  /// Forgets the cells.
  mutating func removeAll() {
    start = UnsafePointer(copy)
    gap = 0
    copyCount = 0
    count = 0
    isComplete = false
  }

  /// Begins a row of the file's own bytes at `start`, which have to stay there while the row is
  /// received; its cells come by `addEnd`.
  @inline(__always)
  mutating func begin(at start: UnsafePointer<UInt8>) {
    self.start = start
    gap = 1
    count = 0
  }

  /// Adds a cell of the file's own bytes, which ends `offset` bytes behind the row's start.
  @inline(__always)
  mutating func addEnd(_ offset: Int) {
    if count == endCapacity { growEnds() }
    // SAFETY: count < endCapacity.
    ends[count] = UInt32(truncatingIfNeeded: offset)
    count += 1
  }

  /// Adds a copy of a cell of `size` bytes at `field`.
  mutating func append(_ field: UnsafeRawPointer?, size: Int) {
    if copyCount + size > copyCapacity { growCopy(to: copyCount + size) }
    if let field, size > 0 {
      // SAFETY: the capacity was made sure of above, and libcsv vouches for `size` bytes.
      UnsafeMutableRawPointer(copy + copyCount).copyMemory(from: field, byteCount: size)
    }
    copyCount += size
    addEnd(copyCount)
  }

  /// A cell; an empty one where the row has none at that position.
  @inline(__always)
  subscript(index: Int) -> Cell {
    guard index >= 0, index < count else { return Cell(trimming: start, count: 0) }
    // SAFETY: 0 <= index < count, and ends rise up to the row's end.
    let first = index == 0 ? 0 : Int(ends[index - 1]) + gap
    return Cell(trimming: start + first, count: Int(ends[index]) - first)
  }

  /// Whether the bytes are the file's own, so that delimiters stand between the cells.
  @inline(__always)
  var isOfFile: Bool { gap == 1 }

  /// Calls `body` with the bytes of the cells of a range and of what stands between them.
  ///
  /// - Precondition: The row has cells at both ends of the range.
  @inline(__always)
  func withBytes<Result>(
    of cells: ClosedRange<Int>, _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result {
    precondition(cells.lowerBound >= 0 && cells.upperBound < count)
    // SAFETY: checked above; ends rise up to the row's end.
    let first = cells.lowerBound == 0 ? 0 : Int(ends[cells.lowerBound - 1]) + gap
    let last = Int(ends[cells.upperBound])
    return body(UnsafeRawBufferPointer(start: start + first, count: last - first))
  }

  /// Whether no cell holds anything, as in the rows that spreadsheets leave behind a table.
  var isBlank: Bool {
    (0..<count).allSatisfy { self[$0].isEmpty }
  }

  /// The line on which a cell begins: later than the row's own where a cell before it has line
  /// breaks inside quotes.
  func line(ofCell index: Int) -> Int {
    guard index > 0, index <= count else { return line }
    var breaks = 0
    var previous: UInt8 = 0
    // SAFETY: all bytes up to the end of the cell before are the row's.
    for byte in UnsafeBufferPointer(start: start, count: Int(ends[index - 1])) {
      if byte == 0x0D || (byte == 0x0A && previous != 0x0D) { breaks += 1 }
      previous = byte
    }
    return line + breaks
  }

  private mutating func growCopy(to needed: Int) {
    let capacity = max(needed, copyCapacity * 2)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    // SAFETY: both hold at least copyCount bytes.
    larger.update(from: copy, count: copyCount)
    copy.deallocate()
    copy = larger
    copyCapacity = capacity
    start = UnsafePointer(copy)
  }

  private mutating func growEnds() {
    let capacity = endCapacity * 2
    let larger = UnsafeMutablePointer<UInt32>.allocate(capacity: capacity)
    // SAFETY: both hold at least `count` numbers.
    larger.update(from: ends, count: count)
    ends.deallocate()
    ends = larger
    endCapacity = capacity
  }
}
