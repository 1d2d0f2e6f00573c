extension Measure {
  /// A score as the files write it: an age as `7:06`, an ordinal score as its code.
  public func text(of score: Double) -> String {
    switch kind {
    case .age: PlainNumber.age(months: score)
    case .ordinal:
      codes.indices.contains(Int(score)) ? codes[Int(score)] : PlainNumber.shortest(score)
    case .standardised, .points: PlainNumber.shortest(score)
    }
  }
}
