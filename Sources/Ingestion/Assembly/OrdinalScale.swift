/// Scales of codes that many schools share, each with its codes from low to high.
enum OrdinalScale {
  /// The scale of most of a measure's scores; nil when there is none.
  static func scale(of tally: MeasureTally) -> [String]? {
    scales.first { scale in
      let codes = scale.reduce(0) { $0 + (tally.texts[$1] ?? 0) }
      return codes > tally.numbers + tally.ages && codes * 2 > tally.textCells
    }
  }

  private static let scales = [
    // Teacher assessments and pre-key-stage standards.
    ["PK1", "PK2", "PK3", "PK4", "PK5", "PK6", "WTS", "EXS", "GDS"],
    ["WT-", "WT", "WT+", "EXP-", "EXP", "EXP+", "GD-", "GD", "GD+"],
    ["--", "-", "=", "+", "++"],
    ["WORSE", "SAME", "BETTER"],
    ["EMERGING", "DEVELOPING", "SECURE", "MASTERED"],
    ["WELL BELOW", "BELOW", "JUST BELOW", "ON TRACK", "ABOVE", "WELL ABOVE"],
  ]
}

/// Tests whose scores lie between known limits, so that another number is no score: a 0 stands for
/// a missing key stage 2 score.
enum KnownTest {
  /// The lowest and the highest score of a test; nil of others.
  ///
  /// - Parameter words: The words of the measure's name, in small letters.
  static func limits(words: Set<String>) -> ClosedRange<Double>? {
    if words.isSuperset(of: ["ks2", "scaled"]) { return 80...120 }
    if words.isSuperset(of: ["ks1", "scaled"]) { return 85...115 }
    if words.contains("phonics"), !words.isDisjoint(with: ["check", "screening", "screen"]) {
      return 0...40
    }
    if words.contains("sdq") {
      if words.contains("prosocial") { return 0...10 }
      if !words.isDisjoint(with: ["total", "difficulties"]) { return 0...40 }
    }
    return nil
  }
}
