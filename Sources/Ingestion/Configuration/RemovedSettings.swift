/// Keys that school.yml had under an earlier method, and what has become of them.
enum RemovedSettings {
  /// What to do about a key; nil where there never was one.
  ///
  /// - Parameter path: The key with those of the sections around it, such as `linking.priors`.
  static func hint(for path: String) -> String? {
    hints[path]
  }

  private static let hints = [
    "linking.priors": moved("priors"),
    "linking.lookback_days": moved("lookback_days"),
    "thresholds.prior_sd": moved("prior_sd"),
    "thresholds.smallest_effect": moved("smallest_effect"),
    "thresholds.minimum_pairs":
      "take it out: evidence.min_df, the degrees of freedom of a fit, has taken its place",
    "thresholds.probability":
      "take it out: each verdict has a probability of its own, evidence.better, worse, same, "
      + "likely_better and no_gain",
    "thresholds.effect_to_find":
      "take it out: how many terms an answer takes follows from evidence.better",
    "thresholds.minimum_comparison":
      "take it out: a pupil needs three classmates at least, which no setting changes",
    "thresholds.similar_within":
      "take it out: pupils are no longer set beside those who started within a distance",
  ]

  private static func moved(_ key: String) -> String {
    "move it to the section evidence: it is evidence.\(key) now"
  }
}
