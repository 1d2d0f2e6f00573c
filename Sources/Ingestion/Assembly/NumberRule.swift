import ProvisionModel

/// What makes a plain number or an age a score of a measure, without a look at the measure's texts:
/// for each shape the digits that lie within the measure's limits.
struct NumberRule: Sendable {
  private var ranges: InlineArray<5, Range>

  private struct Range {
    var first: Int32 = .max
    var last: Int32 = .min
  }

  /// The rule of a measure.
  init(_ measure: Measure) {
    ranges = InlineArray(repeating: Range())
    let shapes: [ScoreShape] =
      switch measure.kind {
      case .points, .standardised: [.whole, .oneDecimal, .twoDecimals]
      case .age: [.age]
      case .ordinal: []
      }
    for shape in shapes {
      ranges[Self.position(shape)] = Self.range(
        measure.limits, decimals: ScoreCell.decimals(shape))
    }
  }

  /// Whether a cell is such a score for certain; one that is not needs a closer look.
  @inline(__always)
  func accepts(_ cell: ScoreCell) -> Bool {
    let range = ranges[Self.position(cell.shape)]
    return !cell.isApart && cell.digits >= range.first && cell.digits <= range.last
  }

  @inline(__always)
  private static func position(_ shape: ScoreShape) -> Int {
    switch shape {
    case .whole: 0
    case .oneDecimal: 1
    case .twoDecimals: 2
    case .age: 3
    case .empty, .text, .manyDecimals: 4
    }
  }

  private static func range(_ limits: ClosedRange<Double>, decimals: UInt8) -> Range {
    func value(_ digits: Int32) -> Double { PackedScore.value(digits: digits, decimals: decimals) }
    // The first and the last digits between the limits, by halving.
    var (low, high) = (Int64(Int32.min), Int64(Int32.max))
    while low < high {
      let middle = (low + high) >> 1
      if value(Int32(middle)) >= limits.lowerBound { high = middle } else { low = middle + 1 }
    }
    let first = Int32(low)
    (low, high) = (Int64(Int32.min), Int64(Int32.max))
    while low < high {
      let middle = (low + high + 1) >> 1
      if value(Int32(middle)) <= limits.upperBound { low = middle } else { high = middle - 1 }
    }
    let last = Int32(low)
    guard value(first) >= limits.lowerBound, value(last) <= limits.upperBound else {
      return Range()
    }
    return Range(first: first, last: last)
  }
}
