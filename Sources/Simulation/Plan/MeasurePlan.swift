/// A test or scale of the made-up schools: who takes it, and how a true level becomes a score.
package struct MeasurePlan: Sendable {
  /// How scores lie on the scale (METHOD §2).
  package enum Scale: Sendable, Equatable {
    /// Months of age: an average pupil scores his own age.
    case age
    /// Age-adjusted, with this mean.
    case standardised(mean: Double)
    /// Points that an average pupil has at the start of Reception, and gains in a year.
    case points(atStart: Double, perYear: Double)
    /// Codes from low to high; a level takes the code after as many cuts as it has passed.
    case ordinal(codes: [String], cuts: [Double])
  }

  /// Who takes the test, of the pupils in its years.
  package enum Takers: Sendable {
    /// Everybody.
    case everyone
    /// Everybody in its years, and older pupils with a speech, language or communication need.
    case everyoneAndSpeechNeeds
    /// Pupils watched for their wellbeing.
    case watched
  }

  /// The name in the tracking file.
  package var name: String
  /// The scale.
  package var scale: Scale
  /// The domain whose true level it measures.
  package var domain: Domain
  /// The share of the variance of scores that is of true levels.
  package var reliability: Double
  /// The standard deviation of scores within a year group [the measure's unit].
  package var sd: Double
  /// The lowest and highest score; a standardised score or an age beyond them is censored.
  package var range: ClosedRange<Int>
  /// Whether fewer points are better.
  package var lowerIsBetter = false
  /// Whether it is about attainment.
  package var attainment = true
  /// The year groups that take it, Reception being 0; also taken in the summer before the first.
  package var years: ClosedRange<Int>
  /// Who takes it.
  package var takers = Takers.everyone
  /// Days after the Monday of the testing weeks: a working day with a working day after it.
  package var testDay: Int
  /// Other names of the measure.
  package var aliases: [String] = []

  /// Whether a score beyond the range is printed as `<60`, `6:00-` or `>14:00`.
  package var censors: Bool {
    switch scale {
    case .age, .standardised: true
    case .points, .ordinal: false
    }
  }

  /// Whether pupils of a year group take it in a term.
  package func isTaken(year: Int, summer: Bool, need: Need?, isWatched: Bool) -> Bool {
    guard year >= 0 else { return false }
    let inYears = years.contains(year) || (summer && years.contains(year + 1))
    switch takers {
    case .everyone: return inYears
    case .everyoneAndSpeechNeeds: return inYears || need == .speech
    case .watched: return inYears && isWatched
    }
  }

  /// The score of a level.
  ///
  /// - Parameters:
  ///   - level: true level and error together [SD of scores], higher is better.
  ///   - schoolYears: years since the September of Reception.
  ///   - ageMonths: the pupil's age [months].
  package func score(level: Double, schoolYears: Double, ageMonths: Double) -> Score {
    if case .ordinal(_, let cuts) = scale { return .value(cuts.count { $0 <= level }) }
    let value =
      average(schoolYears: schoolYears, ageMonths: ageMonths)
      + sd * (lowerIsBetter ? -level : level)
    let rounded = Int(value.rounded(.toNearestOrAwayFromZero))
    if rounded < range.lowerBound { return censors ? .below : .value(range.lowerBound) }
    if rounded > range.upperBound { return censors ? .above : .value(range.upperBound) }
    return .value(rounded)
  }

  /// The score of an average pupil at a moment of `score(level:schoolYears:ageMonths:)`.
  package func average(schoolYears: Double, ageMonths: Double) -> Double {
    switch scale {
    case .age: ageMonths
    case .standardised(let mean): mean
    case .points(let atStart, let perYear): atStart + perYear * schoolYears
    case .ordinal(_, let cuts): Double(cuts.count { $0 <= 0 })
    }
  }

  /// A score as the tracking file has it; nil where there is no row.
  package func text(of score: Score) -> String? {
    switch score {
    case .notTested: return nil
    case .absent: return "A"
    case .disapplied: return "D"
    case .below:
      return scale == .age ? "\(text(ofValue: range.lowerBound))-" : "<\(range.lowerBound)"
    case .above: return ">\(text(ofValue: range.upperBound))"
    case .value(let value): return text(ofValue: value)
    }
  }

  private func text(ofValue value: Int) -> String {
    switch scale {
    case .age: "\(value / 12):\(value % 12 < 10 ? "0" : "")\(value % 12)"
    case .standardised, .points: String(value)
    case .ordinal(let codes, _): codes[value]
    }
  }
}
