/// A column of scores in five bytes each: whole digits and how many of them stand behind the point,
/// which is how files write nearly all scores. The few others are kept apart.
///
/// A score comes out with the bits with which it went in.
package struct PackedScores: Sendable, Equatable {
  /// The digits of each score; of one that is kept apart its position there.
  @usableFromInline package private(set) var digits: [Int32]
  /// How many of the digits stand behind the point, or `PackedScore.apart`.
  @usableFromInline package private(set) var decimals: [UInt8]
  /// The scores that are kept apart.
  @usableFromInline package private(set) var others: [Double]

  /// A column of digits and decimals.
  ///
  /// - Precondition: Both have the same length, and every score that is `apart` is among `others`.
  package init(digits: [Int32], decimals: [UInt8], others: [Double]) {
    precondition(digits.count == decimals.count)
    self.digits = digits
    self.decimals = decimals
    self.others = others
  }

  /// A column of numbers.
  package init(_ scores: [Double]) {
    self.init(digits: [], decimals: [], others: [])
    for score in scores {
      let packed = PackedScore(score, others: &others)
      digits.append(packed.digits)
      decimals.append(packed.decimals)
    }
  }

  /// The number of scores.
  package var count: Int { digits.count }

  /// A score [the measure's unit].
  @inlinable
  package subscript(row: Int) -> Double {
    let decimals = decimals[row]
    if decimals == PackedScore.apart { return others[Int(digits[row])] }
    return PackedScore(digits: digits[row], decimals: decimals).value
  }

  package static func == (left: PackedScores, right: PackedScores) -> Bool {
    left.count == right.count && (0..<left.count).allSatisfy { left[$0] == right[$0] }
  }

  /// Keeps only these rows, in this order.
  package mutating func keep(_ rows: [Int]) {
    digits = rows.map { digits[$0] }
    decimals = rows.map { decimals[$0] }
  }
}

/// A score as digits and decimals.
package struct PackedScore: Sendable {
  /// The digits as one whole number, or the position of a score that is kept apart.
  package var digits: Int32
  /// How many of the digits stand behind the point, 0 to 2, or `apart`.
  package var decimals: UInt8

  /// Stands for the decimals of a score that is kept apart.
  @inlinable
  package static var apart: UInt8 { 3 }

  /// A score of these digits.
  @inlinable
  package init(digits: Int32, decimals: UInt8) {
    self.digits = digits
    self.decimals = decimals
  }

  /// Packs a number; one that two decimals do not give exactly is added to `others`.
  package init(_ value: Double, others: inout [Double]) {
    for decimals in 0..<Self.apart {
      let digits = (value * Self.powerOfTen(decimals)).rounded()
      guard abs(digits) < Double(Int32.max) else { break }
      self.init(digits: Int32(digits), decimals: decimals)
      // The sign of a zero counts as well.
      if self.value.bitPattern == value.bitPattern { return }
    }
    self.init(digits: Int32(truncatingIfNeeded: others.count), decimals: Self.apart)
    others.append(value)
  }

  /// The number, of one that is not kept apart: both parts are exact, so that the quotient is the
  /// double nearest to the decimal text.
  @inlinable
  package var value: Double {
    decimals == 0 ? Double(digits) : Double(digits) / Self.powerOfTen(decimals)
  }

  /// 10 to a power of 0, 1 or 2.
  @inlinable
  package static func powerOfTen(_ decimals: UInt8) -> Double {
    switch decimals {
    case 0: 1
    case 1: 10
    default: 100
    }
  }
}
