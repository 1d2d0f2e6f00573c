/// A TA, as the provision map names them and the staff file describes them.
public struct TeachingAssistant: Sendable, Equatable {
  /// The text that the provision map uses for the TA.
  public var key: String
  /// The full name, where the staff file gives one.
  public var name: String
  /// The role level, e.g. `TA3`; all TAs' are written alike.
  public var roleLevel: String
  /// What an hour costs [£].
  public var hourlyRate: Double?
  /// Interventions that the TA is recorded as trained in.
  public var trainedIn: [String]
  /// Those of them that the provision map names, as positions among the data's interventions.
  public var trainedInterventions: [Int]
  /// Whether the staff file lists the TA.
  public var isListed: Bool

  /// A TA of whom only the name in the provision map is known.
  public init(key: String) {
    self.key = key
    self.name = ""
    self.roleLevel = ""
    self.hourlyRate = nil
    self.trainedIn = []
    self.trainedInterventions = []
    self.isListed = false
  }
}
