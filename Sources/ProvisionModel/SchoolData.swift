/// Everything that was read: the model that the analysis works on.
///
/// Things refer to each other by position in these arrays.
package struct SchoolData: Sendable {
  /// The id of a school that neither the files nor school.yml name.
  package static let unnamedSchool = "school"

  /// The settings in force.
  package var settings: Settings
  /// School ids, in Unicode scalar order.
  package var schools: [String]
  /// Pupils: those of the pupils file first, then as the other files name them.
  package var pupils: [Pupil]
  /// Measures, in the order in which the files name them.
  package var measures: [Measure]
  /// Interventions, in the order in which the provision map names them.
  package var interventions: [Intervention]
  /// TAs, in the order in which the provision map names them, then those of the staff file.
  package var teachingAssistants: [TeachingAssistant]
  /// For each subject, the measures whose tracking rows name it, in ascending order.
  package var measuresOfSubject: [[Int]]
  /// All scores.
  package var assessments: AssessmentTable
  /// The provision map's rows, in file order.
  package var provision: [ProvisionRow]
  /// The decisions, in file order.
  package var decisions: [Decision]
  /// The files, in the order of their kinds and names.
  package var inputs: [InputFile]
  /// The last date found in the tracking file or among the provision map's starts and ends.
  package var lastDate: Day
  /// Rows of tracking that hold no score: empty, or a code for "not assessed".
  package var notAssessedRows: Int

  /// The data of these parts.
  package init(
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
