import ProvisionModel
import TestSupport

@testable import Analysis

/// Effects that no data stand behind.
enum MadeUpEffect {
  /// A reference SD of 1, so that an effect is its size in SD.
  static let unit: ReferenceSD = {
    var measure = Measure(name: "M", kind: .points)
    measure.sd = 1
    let data = SchoolBuilder().data
    let strata = Strata(
      data: data, cohorts: Cohorts([]),
      terms: TermNumbers(data.lastDate...data.lastDate, calendar: .standard), asOf: data.lastDate)
    guard let sd = ReferenceSD(measure, at: 0, strata: strata) else {
      preconditionFailure("an SD was given")
    }
    return sd
  }()

  /// An effect with its standard error, both in SD.
  static func effect(_ value: Double, _ error: Double, pupils: Int = 20) -> Effect {
    Effect(
      pupils: pupils, courses: pupils, value: value, variance: error * error,
      degreesOfFreedom: pupils + 29, sd: unit)
  }

  /// An effect at each end with one standard error.
  static func ends(_ score: Double, _ need: Double, _ error: Double, pupils: Int = 20) -> Ends<
    Effect
  > {
    Ends(
      score: effect(score, error, pupils: pupils), need: effect(need, error, pupils: pupils))
  }

  /// The sizes of the same.
  static func sizes(_ score: Double, _ need: Double, _ error: Double) -> Ends<EffectSize> {
    let ends = ends(score, need, error)
    return Ends { ends[$0].size }
  }
}
