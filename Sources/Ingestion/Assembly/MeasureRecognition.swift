import ProvisionModel

/// Recognises what kind of measure a measure is when school.yml does not say (METHOD §2): ages by
/// their form, teacher assessments by their codes, well-known tests by their names, else points.
enum MeasureRecognition {
  /// The measure of a name, its scores and its settings.
  static func measure(
    name: String, tally: MeasureTally, settings: MeasureSettings?
  ) -> Measure {
    let words = words(of: name)
    let kind = settings?.kind ?? kind(words: words, tally: tally, settings: settings)
    var measure = Measure(name: settings?.name ?? name, kind: kind)
    // Beside the grades B and C, A and D are grades, too.
    if ["B", "C", "E"].contains(where: { tally.texts[$0] != nil }) {
      measure.notAssessed.removeAll { $0.count == 1 && $0 != "-" }
    }
    if words.contains("sdq") || words.contains("difficulties") {
      measure.attainment = false
      measure.lowerIsBetter = !words.contains("prosocial")
    }
    if !words.isDisjoint(with: wellbeingWords) { measure.attainment = false }
    if kind == .ordinal, let scale = OrdinalScale.scale(of: tally) {
      let present = scale.indices.filter { tally.texts[scale[$0]] != nil }
      measure.codes = Array(scale[(present.first ?? 0)...(present.last ?? 0)])
    }
    if kind == .points, let limits = KnownTest.limits(words: words) {
      measure.minimum = limits.lowerBound
      measure.maximum = limits.upperBound
    }
    if let settings { apply(settings, to: &measure) }
    return measure
  }

  /// Whether a heading or name says that scores have a mean of 100 and an SD of 15.
  static func isStandardised(_ name: String) -> Bool {
    !words(of: name).isDisjoint(with: standardisedWords)
  }

  /// Names whose scores have a mean of 100 and an SD of 15.
  private static let standardisedWords: Set<String> = [
    "sas", "ss", "standardised", "standardized", "ngrt", "ngst",
  ]

  /// Names of scores that a test gives beside its standardised score.
  private static let derivedWords: Set<String> = [
    "raw", "percentile", "percentiles", "npr", "rank", "stanine", "percentage", "marks",
  ]

  /// Names of questionnaires that do not measure attainment.
  private static let wellbeingWords: Set<String> = [
    "sdq", "boxall", "wellbeing", "attitudes", "resilience", "anxiety",
  ]

  private static func kind(
    words: Set<String>, tally: MeasureTally, settings: MeasureSettings?
  ) -> MeasureKind {
    if settings?.codes != nil { return .ordinal }
    if settings?.ageFormat != nil { return .age }
    if tally.ages > tally.numbers, tally.ages > tally.textCells { return .age }
    if OrdinalScale.scale(of: tally) != nil { return .ordinal }
    let isDerived = !words.isDisjoint(with: derivedWords)
    let isStandardised =
      !isDerived && (tally.isBelowStandardisedHeading || !words.isDisjoint(with: standardisedWords))
    // 7.06 may be years and months or decimal years: METHOD §2 asks school.yml which.
    if !isStandardised, words.contains("age"), tally.decimals * 2 > tally.numbers { return .age }
    return isStandardised ? .standardised : .points
  }

  private static func words(of name: String) -> Set<String> {
    Set(
      name.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init))
  }

  private static func apply(_ settings: MeasureSettings, to measure: inout Measure) {
    if let sd = settings.sd { measure.sd = sd }
    if let mean = settings.mean { measure.mean = mean }
    if let expected = settings.expectedPerYear { measure.expectedPerYear = expected }
    if let lowerIsBetter = settings.lowerIsBetter { measure.lowerIsBetter = lowerIsBetter }
    if let attainment = settings.attainment { measure.attainment = attainment }
    if let codes = settings.codes { measure.codes = codes }
    if let notAssessed = settings.notAssessed {
      measure.notAssessed = notAssessed.map { $0.uppercased() }
    }
    measure.ageFormat = settings.ageFormat
    measure.minimum = settings.minimum ?? measure.minimum
    measure.maximum = settings.maximum ?? measure.maximum
    measure.retestCorrelation = settings.retestR
  }
}
