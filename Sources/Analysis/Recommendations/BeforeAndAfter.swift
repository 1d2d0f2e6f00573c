import ProvisionModel

/// The evidence of an intervention on one measure in one term and in a later one.
///
/// A change from one small group to another is mostly noise: the two are compared only where both
/// are judged, and differ only where their outer 95% ranges do not touch.
package struct BeforeAndAfter: Sendable {
  /// The measure's position among the data's measures; nil where neither term has evidence.
  package var measure: Int?
  /// The earlier term; nil where nothing ended in it on that measure.
  package var before: InterventionProgress?
  /// The later term.
  package var after: InterventionProgress?

  /// What a comparison says.
  package enum Difference: String, Sendable {
    /// The later range lies over the earlier one.
    case higher
    /// The later range lies under the earlier one.
    case lower
    /// The ranges touch: no difference is shown.
    case notShown = "not-shown"
  }

  /// Two terms' rows on a measure; nil: the one with the most pupils on both sides, one of codes, which
  /// can only be counted, only where there is no other.
  init(_ before: [InterventionProgress], _ after: [InterventionProgress], measure: Int?) {
    let wanted = measure ?? Self.measureOfMost(before, after)
    self.measure = wanted
    self.before = before.first { $0.measure == wanted }
    self.after = after.first { $0.measure == wanted }
  }

  /// The difference; nil where one of the two is not judged.
  package var difference: Difference? {
    guard let before = before?.evidence, let after = after?.evidence,
      before.verdict.isJudged, after.verdict.isJudged,
      let old = before.outerInterval, let new = after.outerInterval
    else { return nil }
    if new.lowerBound > old.upperBound { return .higher }
    return new.upperBound < old.lowerBound ? .lower : .notShown
  }

  private static func measureOfMost(
    _ before: [InterventionProgress], _ after: [InterventionProgress]
  ) -> Int? {
    var best: (measure: Int, pupils: (Int, Int, Int))?
    for measure in (before + after).compactMap(\.measure) {
      func pupils(_ rows: [InterventionProgress]) -> Int {
        rows.first { $0.measure == measure }?.pupilsPaired ?? 0
      }
      let isOfCodes = (before + after).contains {
        $0.measure == measure && $0.progress.steps != nil
      }
      let both = (
        isOfCodes ? 0 : 1, min(pupils(before), pupils(after)), max(pupils(before), pupils(after))
      )
      if best.map({ both > $0.pupils }) ?? true { best = (measure, both) }
    }
    return best?.measure
  }
}
