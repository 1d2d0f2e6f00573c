/// What school.yml says of a measure; nil where it says nothing.
package struct MeasureSettings: Sendable, Equatable, Encodable {
  /// The name under which the measure is reported.
  package var name: String
  /// Other names of the same measure in the files.
  package var aliases: [String] = []
  /// How its scores are read.
  package var kind: MeasureKind?
  /// The reference SD [the measure's unit].
  package var sd: Double?
  /// The population mean [the measure's unit].
  package var mean: Double?
  /// The ordinary gain in a year [the measure's unit, or steps].
  package var expectedPerYear: Double?
  /// Whether a fall is an improvement.
  package var lowerIsBetter: Bool?
  /// Whether it measures attainment.
  package var attainment: Bool?
  /// The codes of an ordinal measure, lowest first.
  package var codes: [String]?
  /// Texts that stand for "not assessed".
  package var notAssessed: [String]?
  /// How ages with a full stop are read.
  package var ageFormat: AgeFormat?
  /// The lowest score that the scale has.
  package var minimum: Double?
  /// The highest score that the scale has.
  package var maximum: Double?
  /// The correlation of test and retest.
  package var retestR: Double?

  /// Nothing but the name.
  package init(name: String) {
    self.name = name
  }
}

extension MeasureKind: Encodable {}
extension AgeFormat: Encodable {}
