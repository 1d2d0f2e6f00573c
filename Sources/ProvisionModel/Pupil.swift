/// One `pupil_id` within one school (METHOD §1). Texts are empty where the files do not fill them.
package struct Pupil: Sendable, Equatable {
  /// The position of the school among the data's schools.
  package var school: Int
  /// The id, as the files write it.
  package var id: String
  /// The name; for the SENCo's pack only.
  package var name: String
  /// The year group, which labels the pupil's cohort for the whole run.
  package var yearGroup: String
  /// SEN status, as the file writes it.
  package var senStatus: String
  /// The primary need, as the file writes it.
  package var primaryNeed: String
  /// Whether pupil premium is paid for the pupil, as the file writes it.
  package var pupilPremium: String
  /// Whether the pupils file lists the pupil.
  package var isListed: Bool

  /// A pupil of whom only the id is known.
  package init(school: Int, id: String) {
    self.school = school
    self.id = id
    self.name = ""
    self.yearGroup = ""
    self.senStatus = ""
    self.primaryNeed = ""
    self.pupilPremium = ""
    self.isListed = false
  }
}
