/// Everything that school.yml may set, with the defaults of METHOD.
public struct Settings: Sendable, Equatable, Encodable {
  /// The school's id in tables of a single school; nil: `school`.
  public var school: String?
  /// How the academic year is divided.
  public var terms = TermCalendar.standard
  /// What is said of measures, in the order of the file.
  public var measures: [MeasureSettings] = []
  /// What is said of interventions, in the order of the file.
  public var interventions: [InterventionSettings] = []
  /// How far from an episode's dates its scores may lie.
  public var linking = LinkingSettings()
  /// Headings that are not the canonical ones: kind of file, canonical column, heading.
  public var columns: [String: [String: String]] = [:]
  /// Files that are not found by their names.
  public var layout: [String: LayoutSettings] = [:]
  /// What the governors' pack may say of small groups.
  public var disclosure = DisclosureSettings()
  /// How progress is predicted and what is said of an effect.
  public var evidence = EvidenceSettings()
  /// The thresholds of METHOD §1 and §4–9.
  public var thresholds = ThresholdSettings()
  /// What is recommended of an intervention, and when: of these the first that holds.
  public var recommendations = RecommendationRule.standard

  /// The defaults.
  public init() {}
}

/// Windows around an episode's start and end (METHOD §3).
public struct LinkingSettings: Sendable, Equatable, Encodable {
  /// The baseline lies at most so many days before the start.
  public var baselineDaysBefore = 90
  /// The baseline lies at most so many days after the start.
  public var baselineDaysAfter = 21
  /// The outcome lies at most so many days before the end.
  public var outcomeDaysBefore = 21
  /// The outcome lies at most so many days after the end.
  public var outcomeDaysAfter = 90

  /// The defaults.
  public init() {}
}

/// What the governors' pack may say of small groups.
public struct DisclosureSettings: Sendable, Equatable, Encodable {
  /// Whose rules they are.
  public var preset = DisclosurePreset.school
  /// Figures that rest on fewer pupils are suppressed.
  public var minimumPupils = 5
  /// Counts are rounded to the nearest multiple of this; 1: they are not rounded.
  public var rounding = 1

  /// The defaults.
  public init() {}

  /// The rules of a preset; of `custom` the defaults, to be changed.
  public init(_ preset: DisclosurePreset) {
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
public enum DisclosurePreset: String, Sendable, CaseIterable, Encodable {
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
