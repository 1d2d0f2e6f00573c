/// A small count that the governors' pack gives away.
struct Leak: Sendable, CustomStringConvertible {
  /// The count.
  let count: Count
  /// The least and the most that it can be.
  let range: ClosedRange<Int>
  /// How that is found out, in a line.
  let derivation: String
  /// Counts of one kind leak by one way.
  let kind: String

  /// File, row, column, true value, derivation.
  var description: String {
    let found =
      range.lowerBound == range.upperBound ? "exactly" : "\(range.lowerBound)–\(range.upperBound)"
    return "\(count.file) [\(count.row)] \(count.column) is \(count.truth), found \(found): "
      + derivation
  }
}
