/// How the scores of a measure are read and what may be said of them (METHOD §2).
public enum MeasureKind: String, Sendable, CaseIterable {
  /// Ages, in months.
  case age
  /// Scores on a scale with a fixed mean and SD, already adjusted for age.
  case standardised
  /// Scaled scores, raw marks, points.
  case points
  /// A position in an ordered list of codes.
  case ordinal
}

/// How an age written with a full stop is to be read.
public enum AgeFormat: String, Sendable, CaseIterable {
  /// `7.06` is 7 years and 6 months.
  case yearsMonths = "years.months"
  /// `7.5` is 7 years and 6 months.
  case decimalYears = "decimal-years"
}

/// One test or scale whose scores may be compared over time, with all that is known of it.
public struct Measure: Sendable, Equatable {
  /// The name, as the tracking file or school.yml writes it.
  public var name: String
  /// The kind: as school.yml says, else as recognised.
  public var kind: MeasureKind
  /// The reference SD [the measure's unit], where one is given.
  public var sd: Double?
  /// The population mean [the measure's unit], where one is given.
  public var mean: Double?
  /// The ordinary gain in a year: points for `points`, steps for `ordinal`.
  public var expectedPerYear: Double?
  /// Whether a fall is an improvement, as in SDQ total difficulties.
  public var lowerIsBetter: Bool
  /// Whether it measures attainment, so that months of progress make sense.
  public var attainment: Bool
  /// The codes of an ordinal measure, lowest first.
  public var codes: [String]
  /// Texts that stand for "not assessed", in capitals.
  public var notAssessed: [String]
  /// How ages with a full stop are read; nil: they are findings.
  public var ageFormat: AgeFormat?
  /// Scores under this are findings.
  public var minimum: Double?
  /// Scores over this are findings.
  public var maximum: Double?
  /// The correlation of test and retest, where one is given.
  public var retestCorrelation: Double?

  /// A measure of that name and kind with the defaults of METHOD §2.
  public init(name: String, kind: MeasureKind) {
    self.name = name
    self.kind = kind
    self.sd = kind == .standardised ? 15 : nil
    self.mean = kind == .standardised ? 100 : nil
    self.expectedPerYear = nil
    self.lowerIsBetter = false
    self.attainment = true
    self.codes = []
    self.notAssessed = Measure.usualNotAssessed
    self.ageFormat = nil
    self.minimum = nil
    self.maximum = nil
    self.retestCorrelation = nil
  }

  /// +1, or −1 where lower is better.
  public var sign: Double { lowerIsBetter ? -1 : 1 }

  /// Absent, disapplied and the like, as English schools code them.
  public static let usualNotAssessed = [
    "A", "ABS", "ABSENT", "D", "DIS", "DISAPPLIED", "L", "M", "X", "N/A", "NA", "-",
  ]
}
