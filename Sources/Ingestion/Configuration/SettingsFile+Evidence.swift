import ProvisionModel

extension SettingsFile {
  /// How progress is predicted and what is said of an effect (METHOD §5 and §7).
  static func evidence(
    _ section: inout SettingsSection, _ evidence: inout EvidenceSettings, _ log: SettingsLog
  ) {
    typealias Path<Value> = WritableKeyPath<EvidenceSettings, Value>
    func whole(_ key: String, _ path: Path<Int>, _ limits: ClosedRange<Int>) {
      if let value = section.whole(key, in: limits) { evidence[keyPath: path] = value }
    }
    func number(_ key: String, _ path: Path<Double>, _ limits: ClosedRange<Double>) {
      if let value = section.number(key, in: limits) { evidence[keyPath: path] = value }
    }
    whole("priors", \.priors, 1...EvidenceSettings.mostPriors)
    whole("lookback_days", \.lookbackDays, 1...3650)
    whole("comparable_days", \.comparableDays, 0...365)
    whole("min_df", \.minDf, 8...100_000)
    whole("spread_df", \.spreadDf, 1...10_000)
    number("group_sd", \.groupSd, 0...10)
    number("far", \.far, 0...10)
    number("far_n", \.farN, 1e-3...1e6)
    number("beyond", \.beyond, 0...10)
    number("bend_sd", \.bendSd, 1e-6...10)
    number("bend_at", \.bendAt, 0...10)
    number("min_spread", \.minSpread, 0.01...10)
    number("prior_sd", \.priorSd, 1e-3...1e3)
    number("smallest_effect", \.smallestEffect, 0...10)
    number("better", \.better, 0.5...0.999)
    number("worse", \.worse, 0.5...0.999)
    number("same", \.same, 0.5...0.999)
    number("likely_better", \.likelyBetter, 0.5...0.999)
    number("no_gain", \.noGain, 0.001...0.5)
    number("well_above", \.wellAbove, 50...99.999)
    number("well_below", \.wellBelow, 0.001...50)
    section.finish()
    guard evidence.likelyBetter > evidence.better else { return }
    let most = PlainNumber.shortest(evidence.better)
    log.add(
      section.mark(of: "likely_better") ?? section.mark(of: "better"), value: "likely_better",
      message: "evidence.likely_better, \(PlainNumber.shortest(evidence.likelyBetter)), is over "
        + "evidence.better, \(most): likely better would need more than better",
      hint: "write likely_better: \(most) or less")
  }
}
