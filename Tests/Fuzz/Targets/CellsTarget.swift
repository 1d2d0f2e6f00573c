import Ingestion

/// Cuts bytes into cells in both ways, by libcsv alone and as the program does, and compares.
///
/// The first byte of an input chooses the delimiter, the second and third the sizes of the pieces in
/// which the rest comes.
package enum CellsTarget {
  private static let delimiters = Array(",;\t| \"".utf8)
  private static let sizes = [1, 2, 3, 5, 8, 13, 31, 63, 64, 65, 127, 128, 200, 1 << 12, 1 << 16]

  /// Reads an input.
  ///
  /// - Throws: `BrokenInvariant` when the two differ.
  package static func run(_ input: [UInt8]) throws {
    guard input.count >= 3 else { return }
    let delimiter = delimiters[Int(input[0]) % delimiters.count]
    var pieces = input[1...2].map { sizes[Int($0) % sizes.count] }
    // A byte order mark comes in one piece.
    pieces[0] = max(3, pieces[0])
    let bytes = Array(input.dropFirst(3))
    let libcsv = CSVTranscript(of: bytes, delimiter: delimiter, way: .libcsvOnly)
    for pieces in [pieces, [1 << 16]] {
      let quick = CSVTranscript(of: bytes, delimiter: delimiter, pieces: pieces, way: .quick)
      try Invariants.require(
        quick == libcsv, "cells differ, in pieces of \(pieces): \(quick) and \(libcsv)")
    }
  }
}
