/// A score and its censoring in four bytes: whole digits and how many of them stand behind the
/// point, which is how files write nearly all scores. The few others are kept apart.
///
/// A score comes out with the bits with which it went in.
public struct PackedScore: Sendable, Equatable {
  /// The digits, in the upper 28 bits; two bits of decimals; two bits of censoring.
  @usableFromInline let bits: Int32

  /// A score of these digits, or one that is kept apart at the position `digits`.
  ///
  /// - Parameter decimals: How many of the digits stand behind the point, 0 to 2, or `apart`.
  /// - Precondition: The digits fit: they are below 2²⁷, some hundred million.
  @inlinable @inline(__always)
  public init(digits: Int32, decimals: UInt8, censoring: Censoring = .none) {
    precondition(Self.fits(digits))
    bits = digits << 4 | Int32(decimals) << 2 | Self.bits(censoring)
  }

  /// Packs a number; one that two decimals do not give exactly, or that has too many digits, is added
  /// to `others`.
  public init(_ value: Double, censoring: Censoring = .none, others: inout [Double]) {
    for decimals in 0..<Self.apart {
      let digits = (value * Self.powerOfTen(decimals)).rounded()
      guard abs(digits) < Double(Int32.max), Self.fits(Int32(digits)) else { break }
      self.init(digits: Int32(digits), decimals: decimals, censoring: censoring)
      // The sign of a zero counts as well.
      if self.value.bitPattern == value.bitPattern { return }
    }
    self.init(
      digits: Int32(others.count), decimals: Self.apart, censoring: censoring)
    others.append(value)
  }

  /// Stands for the decimals of a score that is kept apart.
  @inlinable @inline(__always)
  public static var apart: UInt8 { 3 }

  /// Whether a score has room for these digits.
  @inlinable @inline(__always)
  public static func fits(_ digits: Int32) -> Bool {
    (digits << 4) >> 4 == digits
  }

  /// Digits that a score has room for; nil where they are too many.
  public static func digits(_ digits: Int64) -> Int32? {
    Int32(exactly: digits).flatMap { fits($0) ? $0 : nil }
  }

  /// The digits as one whole number, or the position of a score that is kept apart.
  @inlinable
  public var digits: Int32 { bits >> 4 }

  /// How many of the digits stand behind the point, 0 to 2, or `apart`.
  @inlinable
  public var decimals: UInt8 { UInt8(truncatingIfNeeded: bits >> 2 & 3) }

  /// Whether the score is kept apart.
  @inlinable
  public var isApart: Bool { decimals == Self.apart }

  /// On which side of the score the true one lies.
  @inlinable
  public var censoring: Censoring {
    switch bits & 3 {
    case 1: .below
    case 2: .above
    default: .none
    }
  }

  @inlinable @inline(__always)
  static func bits(_ censoring: Censoring) -> Int32 {
    switch censoring {
    case .none: 0
    case .below: 1
    case .above: 2
    }
  }

  /// The number, of one that is not kept apart: both parts are exact, so that the quotient is the
  /// double nearest to the decimal text.
  @inlinable
  public var value: Double { Self.value(digits: digits, decimals: decimals) }

  /// The number of digits of which `decimals`, 0 to 2, stand behind the point.
  @inlinable @inline(__always)
  public static func value(digits: Int32, decimals: UInt8) -> Double {
    decimals == 0 ? Double(digits) : Double(digits) / powerOfTen(decimals)
  }

  /// The same score, kept apart `count` places further on, where it is kept apart.
  @inlinable @inline(__always)
  public func movedApart(by count: Int32) -> PackedScore {
    isApart
      ? PackedScore(digits: digits + count, decimals: Self.apart, censoring: censoring) : self
  }

  /// 10 to a power of 0, 1 or 2.
  @inlinable @inline(__always)
  public static func powerOfTen(_ decimals: UInt8) -> Double {
    switch decimals {
    case 0: 1
    case 1: 10
    default: 100
    }
  }
}
