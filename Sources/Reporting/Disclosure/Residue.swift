/// Arithmetic modulo a large prime, in which nothing is rounded.
enum Residue {
  /// 2⁶¹ − 1.
  static let modulus: UInt64 = (1 << 61) - 1

  /// The sum of two.
  static func sum(_ one: UInt64, _ other: UInt64) -> UInt64 {
    let sum = one + other
    return sum < modulus ? sum : sum - modulus
  }

  /// What makes 0 of a number.
  static func negative(_ one: UInt64) -> UInt64 {
    one == 0 ? 0 : modulus - one
  }

  /// The product of two. As 2⁶¹ leaves 1, its upper bits count as much as its lower ones.
  static func product(_ one: UInt64, _ other: UInt64) -> UInt64 {
    let (high, low) = one.multipliedFullWidth(by: other)
    return sum(high << 3 | low >> 61, low & modulus)
  }

  /// What makes one number of another as a factor, by Fermat's little theorem.
  static func quotient(_ one: UInt64, _ other: UInt64) -> UInt64 {
    if other == 1 { return one }
    if other == modulus - 1 { return negative(one) }
    var (power, exponent, inverse) = (other, modulus - 2, UInt64(1))
    while exponent > 0 {
      if exponent & 1 == 1 { inverse = product(inverse, power) }
      power = product(power, power)
      exponent >>= 1
    }
    return product(one, inverse)
  }
}
