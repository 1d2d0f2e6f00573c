/// Everything that was read: the model that the analysis works on.
///
/// Things refer to each other by position in these arrays.
public struct SchoolData: Sendable {
  /// The id of a school that neither the files nor school.yml name.
  public static let unnamedSchool = "school"

  /// The settings in force.
  public var settings: Settings
  /// School ids, in Unicode scalar order.
  public var schools: [String]
  /// Pupils: those of the pupils file first, then as the other files name them.
  public var pupils: [Pupil]
  /// Measures, in the order in which the files name them.
  public var measures: [Measure]
  /// Interventions, in the order in which the provision map names them.
  public var interventions: [Intervention]
  /// TAs, in the order in which the provision map names them, then those of the staff file.
  public var teachingAssistants: [TeachingAssistant]
  /// For each subject, the measures whose tracking rows name it, in ascending order.
  public var measuresOfSubject: [[Int]]
  /// All scores.
  public var assessments: AssessmentTable
  /// The provision map's rows, in file order.
  public var provision: [ProvisionRow]
  /// The decisions, in file order.
  public var decisions: [Decision]
  /// The files, in the order of their kinds and names.
  public var inputs: [InputFile]
  /// The last date found in the tracking file or among the provision map's starts and ends.
  public var lastDate: Day
  /// Rows of tracking that hold no score: empty, or a code for "not assessed".
  public var notAssessedRows: Int

  /// The data of these parts.
  public init(
    settings: Settings, schools: [String], pupils: [Pupil], measures: [Measure],
    interventions: [Intervention], teachingAssistants: [TeachingAssistant],
    measuresOfSubject: [[Int]], assessments: AssessmentTable, provision: [ProvisionRow],
    decisions: [Decision], inputs: [InputFile], lastDate: Day, notAssessedRows: Int
  ) {
    self.settings = settings
    self.schools = schools
    self.pupils = pupils
    self.measures = measures
    self.interventions = interventions
    self.teachingAssistants = teachingAssistants
    self.measuresOfSubject = measuresOfSubject
    self.assessments = assessments
    self.provision = provision
    self.decisions = decisions
    self.inputs = inputs
    self.lastDate = lastDate
    self.notAssessedRows = notAssessedRows
  }
}
