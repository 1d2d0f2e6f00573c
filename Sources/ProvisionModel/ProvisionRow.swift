/// One row of the provision map: a pupil in an intervention from a start to an end date.
///
/// Texts are empty and numbers nil where the file does not fill them.
public struct ProvisionRow: Sendable {
  /// The position of the file among the data's inputs.
  public var file: Int
  /// The line of that file.
  public var line: Int
  /// The pupil's position among the data's pupils.
  public var pupil: Int
  /// The intervention's position among the data's interventions.
  public var intervention: Int
  /// The first day.
  public var start: Day
  /// The last day; nil while it goes on.
  public var end: Day?
  /// The measures that the row names, as positions among the data's measures.
  public var measures: [Int]
  /// The subject that the row names, as a position among the data's subjects.
  public var subject: Int?
  /// The area of need; all rows write it alike.
  public var areaOfNeed: String
  /// The wave; all rows write it alike.
  public var wave: String
  /// Whether the wave is one of universal provision (METHOD §1).
  public var isUniversalWave: Bool
  /// The TA group's name.
  public var group: String
  /// The TAs, as positions among the data's TAs.
  public var teachingAssistants: [Int]
  /// Sessions in a week.
  @Compact public var sessionsPerWeek: Double?
  /// The length of a session [minutes].
  @Compact public var minutesPerSession: Double?
  /// Sessions planned in all.
  @Compact public var sessionsPlanned: Double?
  /// Sessions that the pupil attended.
  @Compact public var sessionsAttended: Double?
  /// The cost for this pupil [£].
  @Compact public var cost: Double?
  /// What an hour of each TA costs [£].
  @Compact public var hourlyRate: Double?
  /// The row's own scores at the start.
  public var entryScores: OwnScores
  /// Those to be reached.
  public var targetScores: OwnScores
  /// Those at the end.
  public var exitScores: OwnScores
  /// The school's own judgement of the outcome, as the file writes it.
  public var outcomeRating: String
  /// What the programme's evidence is.
  public var evidenceBase: String
  /// How the pupil was chosen; nil where the row does not say.
  public var chosenBy: ChosenBy?

  /// A row of a pupil, an intervention and dates; all else empty.
  public init(
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
    self.isUniversalWave = false
    self.group = ""
    self.teachingAssistants = []
    self._sessionsPerWeek = Compact(wrappedValue: nil)
    self._minutesPerSession = Compact(wrappedValue: nil)
    self._sessionsPlanned = Compact(wrappedValue: nil)
    self._sessionsAttended = Compact(wrappedValue: nil)
    self._cost = Compact(wrappedValue: nil)
    self._hourlyRate = Compact(wrappedValue: nil)
    self.entryScores = .none
    self.targetScores = .none
    self.exitScores = .none
    self.outcomeRating = ""
    self.evidenceBase = ""
    self.chosenBy = nil
  }
}
