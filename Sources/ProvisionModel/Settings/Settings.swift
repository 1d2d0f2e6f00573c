/// Everything that school.yml may set, with the defaults of METHOD.
package struct Settings: Sendable, Equatable, Encodable {
  /// The school's id in tables of a single school; nil: `school`.
  package var school: String?
  /// How the academic year is divided.
  package var terms = TermCalendar.standard
  /// What is said of measures, in the order of the file.
  package var measures: [MeasureSettings] = []
  /// What is said of interventions, in the order of the file.
  package var interventions: [InterventionSettings] = []
  /// How far from an episode's dates its scores may lie.
  package var linking = LinkingSettings()
  /// Headings that are not the canonical ones: kind of file, canonical column, heading.
  package var columns: [String: [String: String]] = [:]
  /// Files that are not found by their names.
  package var layout: [String: LayoutSettings] = [:]
  /// What the governors' pack may say of small groups.
  package var disclosure = DisclosureSettings()
  /// The thresholds of METHOD §5–9.
  package var thresholds = ThresholdSettings()
  /// What is recommended of an intervention, and when: of these the first that holds.
  package var recommendations = RecommendationRule.standard

  /// The defaults.
  package init() {}
}

/// Windows around an episode's start and end, and how far back earlier scores go (METHOD §3, §5).
package struct LinkingSettings: Sendable, Equatable, Encodable {
  /// The baseline lies at most so many days before the start.
  package var baselineDaysBefore = 90
  /// The baseline lies at most so many days after the start.
  package var baselineDaysAfter = 21
  /// The outcome lies at most so many days before the end.
  package var outcomeDaysBefore = 21
  /// The outcome lies at most so many days after the end.
  package var outcomeDaysAfter = 90
  /// The most scores that a level rests on.
  package var priors = 3
  /// Scores this many days or more before the baseline are no part of a level.
  package var lookbackDays = 400

  /// The defaults.
  package init() {}
}

/// What the governors' pack may say of small groups.
package struct DisclosureSettings: Sendable, Equatable, Encodable {
  /// Whose rules they are.
  package var preset = DisclosurePreset.school
  /// Figures that rest on fewer pupils are suppressed.
  package var minimumPupils = 5
  /// Counts are rounded to the nearest multiple of this; 1: they are not rounded.
  package var rounding = 1

  /// The defaults.
  package init() {}

  /// The rules of a preset; of `custom` the defaults, to be changed.
  package init(_ preset: DisclosurePreset) {
    self.preset = preset
    switch preset {
    case .school, .custom: break
    case .ofqual: rounding = 5
    case .opensafely: (minimumPupils, rounding) = (8, 5)
    case .ons: minimumPupils = 10
    }
  }
}

/// Rules for small numbers that have a name (FIELD, "Small numbers").
package enum DisclosurePreset: String, Sendable, CaseIterable, Encodable {
  /// Statistics on fewer than 5 pupils are suppressed.
  case school
  /// The same, and counts go to the nearest 5, as in the statistics of Ofqual.
  case ofqual
  /// Statistics on 7 pupils or fewer are suppressed, and counts go to the nearest 5.
  case opensafely
  /// Statistics on fewer than 10 pupils are suppressed.
  case ons
  /// What the settings say.
  case custom
}
