import ProvisionModel

/// A kind of file's columns by their canonical names.
protocol CanonicalColumn: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  /// The kind of file.
  static var kind: InputKind { get }
  /// Whether a file without the column cannot be used.
  var isRequired: Bool { get }
  /// Other columns that serve as well.
  var substitutes: [Self] { get }
  /// Whether a heading of the canonical name may be something else where another heading says more:
  /// `Date` beside `Test Date`.
  var isPlainNameVague: Bool { get }
  /// Headings by which exports call the column, the plainest first: those of a later list count
  /// only where the file has none of the lists before.
  var aliases: [[String]] { get }
}

extension CanonicalColumn {
  var substitutes: [Self] { [] }

  var isPlainNameVague: Bool { false }
}

/// Columns of pupils.csv that are read. Others (class, date of birth, …) are left where they are:
/// what is not needed is not loaded.
enum PupilsColumn: String, CanonicalColumn {
  case pupilID = "pupil_id"
  case upn
  case admissionNumber = "admission_number"
  case school
  case name
  case surname
  case forename
  case yearGroup = "year_group"
  case senStatus = "sen_status"
  case primaryNeed = "primary_need"
  case pupilPremium = "pupil_premium"

  static var kind: InputKind { .pupils }
  var isRequired: Bool { self == .pupilID }
  var substitutes: [PupilsColumn] { self == .pupilID ? [.upn, .admissionNumber] : [] }

  /// Canonical columns that are known and not loaded.
  static let notLoaded = ["class", "date_of_birth", "sex", "eal", "looked_after"]
}

/// Columns of tracking.csv.
enum TrackingColumn: String, CanonicalColumn {
  case pupilID = "pupil_id"
  case upn
  case admissionNumber = "admission_number"
  case pupilName = "pupil_name"
  case surname
  case forename
  case yearGroup = "year_group"
  case school
  case date
  case term
  case academicYear = "academic_year"
  case measure
  case score
  case subject

  static var kind: InputKind { .tracking }
  var isRequired: Bool { [.pupilID, .date, .measure, .score].contains(self) }

  var substitutes: [TrackingColumn] {
    switch self {
    case .pupilID: [.upn, .admissionNumber, .pupilName, .surname]
    case .date: [.term]
    case .measure: [.subject]
    default: []
    }
  }

  var isPlainNameVague: Bool { self == .score || self == .date }

  static let notLoaded = ["assessor"]
}

/// Columns of provision-map.csv.
enum ProvisionColumn: String, CanonicalColumn {
  case pupilID = "pupil_id"
  case upn
  case admissionNumber = "admission_number"
  case pupilName = "pupil_name"
  case surname
  case forename
  case school
  case intervention
  case pupilStartDate = "pupil_start_date"
  case pupilEndDate = "pupil_end_date"
  case startDate = "start_date"
  case endDate = "end_date"
  case measure
  case subject
  case areaOfNeed = "area_of_need"
  case wave
  case group
  case teachingAssistant = "ta"
  case sessionsPerWeek = "sessions_per_week"
  case minutesPerSession = "minutes_per_session"
  case sessionsPlanned = "sessions_planned"
  case sessionsAttended = "sessions_attended"
  case cost
  case hourlyRate = "hourly_rate"
  case entryScore = "entry_score"
  case targetScore = "target_score"
  case exitScore = "exit_score"
  case outcomeRating = "outcome_rating"
  case evidenceBase = "evidence_base"
  case chosenBy = "chosen_by"

  static var kind: InputKind { .provisionMap }
  var isRequired: Bool { [.pupilID, .intervention, .startDate].contains(self) }

  var substitutes: [ProvisionColumn] {
    switch self {
    case .pupilID: [.upn, .admissionNumber, .pupilName, .surname]
    case .startDate: [.pupilStartDate]
    default: []
    }
  }

  var isPlainNameVague: Bool { self == .cost }

  static let notLoaded = ["teacher", "notes"]
}

/// Columns of staff.csv.
enum StaffColumn: String, CanonicalColumn {
  case teachingAssistant = "ta"
  case name
  case roleLevel = "role_level"
  case hourlyRate = "hourly_rate"
  case trainedIn = "trained_in"

  static var kind: InputKind { .staff }
  var isRequired: Bool { self == .teachingAssistant }
  var substitutes: [StaffColumn] { self == .teachingAssistant ? [.name] : [] }

  static let notLoaded = ["school", "career_level"]
}

/// Columns of decisions.csv.
enum DecisionsColumn: String, CanonicalColumn {
  case school
  case term
  case intervention
  case decision
  case group
  case change
  case decidedBy = "decided_by"
  case date

  static var kind: InputKind { .decisions }
  var isRequired: Bool { [.term, .intervention, .decision].contains(self) }

  /// What the template for the next decisions says of its own accord.
  static let notLoaded = ["recommendation", "reason"]
}

extension InputKind {
  /// Columns that the kind of file may have and that are not loaded.
  var columnsNotLoaded: [String] {
    switch self {
    case .pupils: PupilsColumn.notLoaded
    case .tracking: TrackingColumn.notLoaded
    case .provisionMap: ProvisionColumn.notLoaded
    case .staff: StaffColumn.notLoaded
    case .decisions: DecisionsColumn.notLoaded
    }
  }

  /// The canonical names of the columns that are loaded.
  var columnsLoaded: [String] {
    switch self {
    case .pupils: PupilsColumn.allCases.map(\.rawValue)
    case .tracking: TrackingColumn.allCases.map(\.rawValue)
    case .provisionMap: ProvisionColumn.allCases.map(\.rawValue)
    case .staff: StaffColumn.allCases.map(\.rawValue)
    case .decisions: DecisionsColumn.allCases.map(\.rawValue)
    }
  }
}
