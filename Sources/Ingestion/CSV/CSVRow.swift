/// One row of a CSV file, as handed over by libcsv: its cells and where it begins.
///
/// The bytes live in memory that the next row uses again: a row is valid only while it is received.
struct CSVRow {
  private var bytes: UnsafeMutablePointer<UInt8>
  private var byteCapacity: Int
  private var byteCount = 0
  private var ends: UnsafeMutablePointer<Int>
  private var endCapacity: Int
  /// The number of cells.
  private(set) var count = 0
  /// The line of the file on which the row begins, from 1.
  var line = 1
  /// Whether libcsv has closed the row.
  var isComplete = false

  /// A row without cells. Whoever makes it calls `deallocate()` in the end.
  init() {
    byteCapacity = 4096
    bytes = .allocate(capacity: byteCapacity)
    endCapacity = 64
    ends = .allocate(capacity: endCapacity)
  }

  /// Gives the memory back.
  func deallocate() {
    bytes.deallocate()
    ends.deallocate()
  }

  /// Forgets the cells.
  mutating func removeAll() {
    byteCount = 0
    count = 0
    isComplete = false
  }

  /// Adds a cell of `size` bytes at `field`.
  mutating func append(_ field: UnsafeRawPointer?, size: Int) {
    if byteCount + size > byteCapacity { growBytes(to: byteCount + size) }
    if count == endCapacity { growEnds() }
    if let field, size > 0 {
      // SAFETY: the capacity was made sure of above, and libcsv vouches for `size` bytes.
      UnsafeMutableRawPointer(bytes + byteCount).copyMemory(from: field, byteCount: size)
    }
    byteCount += size
    // SAFETY: count < endCapacity, made sure of above.
    ends[count] = byteCount
    count += 1
  }

  /// A cell; an empty one where the row has none at that position.
  subscript(index: Int) -> Cell {
    guard index >= 0, index < count else { return Cell(trimming: bytes, count: 0) }
    // SAFETY: 0 <= index < count, and ends rise up to byteCount.
    let start = index == 0 ? 0 : ends[index - 1]
    return Cell(trimming: bytes + start, count: ends[index] - start)
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
    // SAFETY: `ends[index - 1]` bytes are filled.
    for byte in UnsafeBufferPointer(start: bytes, count: ends[index - 1]) {
      if byte == 0x0D || (byte == 0x0A && previous != 0x0D) { breaks += 1 }
      previous = byte
    }
    return line + breaks
  }

  private mutating func growBytes(to needed: Int) {
    let capacity = max(needed, byteCapacity * 2)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    // SAFETY: both hold at least byteCount bytes.
    larger.update(from: bytes, count: byteCount)
    bytes.deallocate()
    bytes = larger
    byteCapacity = capacity
  }

  private mutating func growEnds() {
    let capacity = endCapacity * 2
    let larger = UnsafeMutablePointer<Int>.allocate(capacity: capacity)
    // SAFETY: both hold at least `count` numbers.
    larger.update(from: ends, count: count)
    ends.deallocate()
    ends = larger
    endCapacity = capacity
  }
}
