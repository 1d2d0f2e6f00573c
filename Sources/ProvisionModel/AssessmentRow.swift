/// A score of a pupil in 12 bytes, so that the scores of a country fit into memory.
public struct AssessmentRow: Sendable, Equatable {
  /// The measure and the date as one number: the rows of a pupil are sorted by it.
  public let key: UInt32
  /// The score and its censoring.
  public let score: PackedScore
  /// The line, counted through all inputs.
  public let line: UInt32

  /// How many bits of the key the date has: those of some 700 years.
  @inlinable
  static var bitsOfDate: UInt32 { 18 }
  /// The number of 1 January 1970 in the key.
  @inlinable
  static var epoch: Int32 { 1 << 17 }

  /// A row.
  ///
  /// - Precondition: The measure is below 2¹⁴, and the date lies between the years 1612 and 2328.
  @inlinable @inline(__always)
  public init(measure: UInt16, day: Int32, score: PackedScore, line: UInt32) {
    let date = UInt32(day + Self.epoch)
    precondition(date >> Self.bitsOfDate == 0 && measure < 1 << 14)
    key = UInt32(measure) << Self.bitsOfDate | date
    self.score = score
    self.line = line
  }

  /// The position of the measure among the data's measures.
  @inlinable
  public var measure: Int { Int(key >> Self.bitsOfDate) }

  /// The date, as a `Day` number.
  @inlinable
  public var day: Int32 {
    Int32(truncatingIfNeeded: key & (1 << Self.bitsOfDate - 1)) - Self.epoch
  }
}
