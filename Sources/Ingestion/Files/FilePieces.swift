import CCellScan
import Threading

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file that is open, as pieces of a fixed size that may be read in any order and from several
/// threads.
///
/// The pieces are copied out of the file and not mapped into memory: mapped pages count as the
/// program's own, and a file that somebody shortens meanwhile would end it.
struct FilePieces: Sendable {
  /// The number of bytes of the file when it was opened.
  let size: Int
  /// The number of bytes of a piece; the last one has what is left.
  let pieceSize: Int
  private let descriptor: Int32

  /// The pieces of a file, which has to stay open as long as they are read.
  ///
  /// - Parameter pieceSize: At least 1.
  init(_ file: borrowing FileBytes, pieceSize: Int) {
    size = file.size
    descriptor = file.descriptor
    self.pieceSize = pieceSize
  }

  /// The usual size of a piece: some ten thousand rows, whose columns fit into a processor's memory.
  static let usualSize = 1 << 20
  /// How many bytes are read at once.
  static let blockSize = 1 << 18

  /// The number of pieces.
  var count: Int { (size + pieceSize - 1) / pieceSize }

  /// Where a piece begins; the end of the file behind the last one.
  func start(of piece: Int) -> Int { min(piece * pieceSize, size) }

  /// Fills a buffer with the bytes from `offset` on; how many there are.
  ///
  /// - Throws: `FileBytes.Failure`.
  func read(_ buffer: UnsafeMutableRawBufferPointer, from offset: Int) throws -> Int {
    var done = 0
    while done < buffer.count, offset + done < size {
      // SAFETY: done + count <= buffer.count.
      let count = pread(
        descriptor, buffer.baseAddress.map { $0 + done }, min(buffer.count, size - offset) - done,
        off_t(offset + done))
      guard count >= 0 else { throw FileBytes.Failure.last("") }
      if count == 0 { break }
      done += count
    }
    return done
  }

  /// Calls `body` with the bytes of a range, block by block.
  ///
  /// - Throws: `FileBytes.Failure`, and what `body` throws.
  func forEachBlock(
    of range: Range<Int>, in buffer: UnsafeMutableRawBufferPointer,
    _ body: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let wanted = min(buffer.count, range.upperBound - offset)
      // SAFETY: wanted <= buffer.count.
      let block = UnsafeMutableRawBufferPointer(rebasing: buffer[..<wanted])
      let count = try read(block, from: offset)
      guard count > 0 else { return }
      // SAFETY: `read` has filled `count` bytes.
      try body(UnsafeRawBufferPointer(rebasing: block[..<count]))
      offset += count
    }
  }
}

// MARK: - Lines

extension FilePieces {
  /// What a first look at a piece shows.
  struct Look: Sendable {
    /// Line breaks, each counted in the piece in which it begins.
    var lineBreaks = 0
    /// Whether all bytes are ASCII.
    var isASCII = true
  }

  /// Looks at all pieces, several at the same time.
  func looks(jobs: Int) throws -> [Look] {
    try Concurrently.map(count: count, jobs: jobs, with: BlockBuffer.init) { piece, buffer in
      var look = Look()
      var before = try byte(at: start(of: piece) - 1) ?? 0
      try forEachBlock(of: start(of: piece)..<start(of: piece + 1), in: buffer.bytes) { block in
        var isASCII: Int32 = 1
        // SAFETY: `block.count` bytes are there.
        look.lineBreaks += impact_count_line_breaks(
          block.baseAddress?.assumingMemoryBound(to: UInt8.self), block.count, before, &isASCII)
        look.isASCII = look.isASCII && isASCII == 1
        before = block.last ?? before
      }
      return look
    }
  }

  /// The first line that begins at the start of a piece or behind it: its first byte, and how many
  /// line breaks lie between the two.
  func firstLine(of piece: Int) throws -> (start: Int, breaks: Int) {
    let border = start(of: piece)
    if border == 0 || border == size { return (border, 0) }
    let (lineBreak, end) = try firstLineBreak(from: border - 1)
    return (end, lineBreak < border || end == size ? 0 : 1)
  }

  /// Where the line that `offset` lies in ends, its line break included.
  func endOfLine(from offset: Int) throws -> Int {
    try firstLineBreak(from: offset).end
  }

  /// The first line break at or behind a place: where it begins, and what lies behind it.
  private func firstLineBreak(from offset: Int) throws -> (start: Int, end: Int) {
    try withUnsafeTemporaryAllocation(byteCount: 512, alignment: 16) { buffer in
      var start = offset
      while true {
        let count = try read(buffer, from: start)
        guard count > 0 else { return (size, size) }
        if let place = buffer[..<count].firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) {
          let end = start + place + 1
          let isPair = try buffer[place] == 0x0D && byte(at: end) == 0x0A
          return (start + place, isPair ? end + 1 : end)
        }
        start += count
      }
    }
  }

  private func byte(at offset: Int) throws -> UInt8? {
    guard offset >= 0 else { return nil }
    var byte: UInt8 = 0
    return try withUnsafeMutableBytes(of: &byte) { try read($0, from: offset) } == 1 ? byte : nil
  }
}
