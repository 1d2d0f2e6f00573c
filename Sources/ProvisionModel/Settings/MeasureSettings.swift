/// What school.yml says of a measure; nil where it says nothing.
public struct MeasureSettings: Sendable, Equatable, Encodable {
  /// The name under which the measure is reported.
  public var name: String
  /// Other names of the same measure in the files.
  public var aliases: [String] = []
  /// How its scores are read.
  public var kind: MeasureKind?
  /// The reference SD [the measure's unit].
  public var sd: Double?
  /// The population mean [the measure's unit].
  public var mean: Double?
  /// The ordinary gain in a year [the measure's unit, or steps].
  public var expectedPerYear: Double?
  /// Whether a fall is an improvement.
  public var lowerIsBetter: Bool?
  /// Whether it measures attainment.
  public var attainment: Bool?
  /// The codes of an ordinal measure, lowest first.
  public var codes: [String]?
  /// Texts that stand for "not assessed".
  public var notAssessed: [String]?
  /// How ages with a full stop are read.
  public var ageFormat: AgeFormat?
  /// The lowest score that the scale has.
  public var minimum: Double?
  /// The highest score that the scale has.
  public var maximum: Double?
  /// The correlation of test and retest.
  public var retestR: Double?

  /// Nothing but the name.
  public init(name: String) {
    self.name = name
  }
}

extension MeasureKind: Encodable {}
extension AgeFormat: Encodable {}
