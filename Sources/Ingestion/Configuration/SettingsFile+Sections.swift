import Diagnostics
import ProvisionModel

extension SettingsFile {
  /// What is said of a measure.
  static func measure(_ section: SettingsSection, _ name: String) -> MeasureSettings {
    var section = section
    var measure = MeasureSettings(name: name)
    measure.kind = section.choice("kind")
    measure.aliases = section.texts("aliases") ?? []
    measure.sd = section.number("sd", in: 1e-6...1e9)
    measure.mean = section.number("mean", in: -1e9...1e9)
    measure.expectedPerYear = section.number("expected_per_year", in: -1e9...1e9)
    measure.lowerIsBetter = section.flag("lower_is_better")
    measure.attainment = section.flag("attainment")
    measure.codes = section.texts("codes")
    measure.notAssessed = section.texts("not_assessed")
    measure.ageFormat = section.choice("age_format")
    measure.minimum = section.number("minimum", in: -1e9...1e9)
    measure.maximum = section.number("maximum", in: -1e9...1e9)
    measure.retestR = section.number("retest_r", in: 0...1)
    section.finish()
    return measure
  }

  /// What is said of an intervention.
  static func intervention(_ section: SettingsSection, _ name: String) -> InterventionSettings {
    var section = section
    var intervention = InterventionSettings(name: name)
    intervention.measures = section.texts("measures") ?? []
    intervention.evidenceBase = section.text("evidence_base")
    intervention.sameAs = section.text("same_as")
    intervention.chosenBy = section.choice("chosen_by")
    intervention.universal = section.flag("universal")
    section.finish()
    return intervention
  }

  /// The windows of METHOD §3.
  static func linking(_ section: inout SettingsSection, _ linking: inout LinkingSettings) {
    func set(
      _ key: String, _ path: WritableKeyPath<LinkingSettings, Int>, _ limits: ClosedRange<Int>
    ) {
      if let value = section.whole(key, in: limits) { linking[keyPath: path] = value }
    }
    set("baseline_days_before", \.baselineDaysBefore, 0...3650)
    set("baseline_days_after", \.baselineDaysAfter, 0...3650)
    set("outcome_days_before", \.outcomeDaysBefore, 0...3650)
    set("outcome_days_after", \.outcomeDaysAfter, 0...3650)
    section.finish()
  }

  /// Headings by kind of file and canonical column.
  static func columns(_ section: inout SettingsSection) -> [String: [String: String]] {
    var columns: [String: [String: String]] = [:]
    for kind in InputKind.allCases {
      guard var file = section.section(kind.rawValue) else { continue }
      for column in kind.columnsLoaded {
        if let heading = file.text(column) {
          columns[kind.rawValue, default: [:]][column] = heading
        }
      }
      file.finish()
    }
    section.finish()
    return columns
  }

  /// The thresholds of METHOD §1 and §4–9.
  static func thresholds(
    _ section: inout SettingsSection, _ thresholds: inout ThresholdSettings
  ) {
    typealias Path<Value> = WritableKeyPath<ThresholdSettings, Value>
    func whole(_ key: String, _ path: Path<Int>, _ limits: ClosedRange<Int>) {
      if let value = section.whole(key, in: limits) { thresholds[keyPath: path] = value }
    }
    func number(_ key: String, _ path: Path<Double>, _ limits: ClosedRange<Double>) {
      if let value = section.number(key, in: limits) { thresholds[keyPath: path] = value }
    }
    func rising(_ key: String, _ path: Path<[Double]>) {
      let count = thresholds[keyPath: path].count
      if let value = section.rising(key, count: count) { thresholds[keyPath: path] = value }
    }
    if let waves = section.texts("universal_waves") { thresholds.universalWaves = waves }
    whole("minimum_pupils", \.minimumPupils, 2...1000)
    whole("minimum_stratum", \.minimumStratum, 2...1000)
    whole("minimum_retest_pairs", \.minimumRetestPairs, 3...100_000)
    number("implausible_effect", \.implausibleEffect, 0...100)
    rising("ratio_bands", \.ratioBands)
    rising("months_of_progress", \.monthsOfProgress)
    rising("usual_minutes", \.usualMinutes)
    rising("usual_sessions_per_week", \.usualSessionsPerWeek)
    rising("usual_weeks", \.usualWeeks)
    rising("cost_bands", \.costBands)
    whole("minimum_dose_response", \.minimumDoseResponse, 3...100_000)
    number("low_attendance", \.lowAttendance, 0...1)
    number("many_missing", \.manyMissing, 0...1)
    number("largest_group", \.largestGroup, 1...1000)
    number("smallest_group", \.smallestGroup, 0...1000)
    number("costly_month", \.costlyMonth, 0...1e6)
    number("wide_spread", \.wideSpread, 1...100)
    number("ready_to_leave", \.readyToLeave, -10...10)
    number("not_served_below", \.notServedBelow, 0...10)
    whole("terms_without_progress", \.termsWithoutProgress, 1...100)
    section.finish()
  }
}
