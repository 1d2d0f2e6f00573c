/// One row of the provision map: a pupil in an intervention from a start to an end date.
///
/// Texts are empty and numbers nil where the file does not fill them.
package struct ProvisionRow: Sendable {
  /// The position of the file among the data's inputs.
  package var file: Int
  /// The line of that file.
  package var line: Int
  /// The pupil's position among the data's pupils.
  package var pupil: Int
  /// The intervention's position among the data's interventions.
  package var intervention: Int
  /// The first day.
  package var start: Day
  /// The last day; nil while it goes on.
  package var end: Day?
  /// The measures that the row names, as positions among the data's measures.
  package var measures: [Int]
  /// The subject that the row names, as a position among the data's subjects.
  package var subject: Int?
  /// The area of need.
  package var areaOfNeed: String
  /// The wave, as the file writes it.
  package var wave: String
  /// The TA group's name.
  package var group: String
  /// The TAs, as positions among the data's TAs.
  package var teachingAssistants: [Int]
  /// Sessions in a week.
  @Compact package var sessionsPerWeek: Double?
  /// The length of a session [minutes].
  @Compact package var minutesPerSession: Double?
  /// Sessions planned in all.
  @Compact package var sessionsPlanned: Double?
  /// Sessions that the pupil attended.
  @Compact package var sessionsAttended: Double?
  /// The cost for this pupil [£].
  @Compact package var cost: Double?
  /// What an hour of each TA costs [£].
  @Compact package var hourlyRate: Double?
  /// Scores at the start, one for each measure of the row that has one of its own.
  package var entryScores: [RawScore]
  /// Scores to be reached.
  package var targetScores: [RawScore]
  /// Scores at the end.
  package var exitScores: [RawScore]
  /// The school's own judgement of the outcome, as the file writes it.
  package var outcomeRating: String
  /// What the programme's evidence is.
  package var evidenceBase: String

  /// A row of a pupil, an intervention and dates; all else empty.
  package init(
    file: Int, line: Int, pupil: Int, intervention: Int, start: Day, end: Day?
  ) {
    self.file = file
    self.line = line
    self.pupil = pupil
    self.intervention = intervention
    self.start = start
    self.end = end
    self.measures = []
    self.subject = nil
    self.areaOfNeed = ""
    self.wave = ""
    self.group = ""
    self.teachingAssistants = []
    self._sessionsPerWeek = Compact(wrappedValue: nil)
    self._minutesPerSession = Compact(wrappedValue: nil)
    self._sessionsPlanned = Compact(wrappedValue: nil)
    self._sessionsAttended = Compact(wrappedValue: nil)
    self._cost = Compact(wrappedValue: nil)
    self._hourlyRate = Compact(wrappedValue: nil)
    self.entryScores = []
    self.targetScores = []
    self.exitScores = []
    self.outcomeRating = ""
    self.evidenceBase = ""
  }
}
