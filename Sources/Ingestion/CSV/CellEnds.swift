import CCellScan

/// The places in some bytes at which a cell or a row may end, or quotes begin, found block by block
/// with vectors.
///
/// Whoever reads the bytes takes the places one after another; those that libcsv was given in the
/// meantime are passed over.
struct CellEnds: ~Copyable {
  private let positions: UnsafeMutablePointer<UInt32>
  private let delimiter: UInt8
  private var bytes = UnsafeRawBufferPointer(start: nil, count: 0)
  private var blockStart = 0
  private var blockEnd = 0
  private var count = 0
  private var next = 0

  /// Small enough for the places of a block to stay in the processor's nearest memory.
  private static let blockSize = 1 << 13

  /// A search for the ends of cells that `delimiter` separates.
  init(delimiter: UInt8) {
    self.delimiter = delimiter
    // SAFETY: given back in `deinit`; a block has no more places than bytes.
    positions = .allocate(capacity: Self.blockSize)
  }

  deinit {
    positions.deallocate()
  }

  /// Turns to the bytes that `take(from:)` looks into from now on; they have to stay where they are
  /// until it turns to others.
  mutating func begin(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    (blockStart, blockEnd, count, next) = (0, 0, 0, 0)
  }

  /// The first place at or after `position` that was not taken yet; nil where there is none.
  ///
  /// - Parameter position: Never before a place that was taken.
  @inline(__always)
  mutating func take(from position: Int) -> Int? {
    while true {
      while next < count {
        // SAFETY: next < count, and `find` has filled `count` positions.
        let place = blockStart + Int(positions[next])
        next += 1
        if place >= position { return place }
      }
      if blockEnd == bytes.count { return nil }
      find(from: max(blockEnd, position))
    }
  }

  private mutating func find(from start: Int) {
    blockStart = min(start, bytes.count)
    blockEnd = min(blockStart + Self.blockSize, bytes.count)
    next = 0
    guard let base = bytes.baseAddress, blockEnd > blockStart else {
      count = 0
      return
    }
    // SAFETY: the block lies within `bytes`, and there is room for a position of each of its bytes.
    count = impact_find_cell_ends(
      base.advanced(by: blockStart).assumingMemoryBound(to: UInt8.self), blockEnd - blockStart,
      delimiter, positions)
  }
}
