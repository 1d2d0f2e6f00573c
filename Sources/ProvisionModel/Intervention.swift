/// An extra programme of teaching, as the provision map and school.yml describe it.
public struct Intervention: Sendable, Equatable {
  /// The name under which its rows are evaluated.
  public var name: String
  /// The measures that school.yml gives it, as positions among the data's measures.
  public var measures: [Int]
  /// What the programme's evidence is.
  public var evidenceBase: String
  /// How school.yml says that its pupils were chosen.
  public var chosenBy: ChosenBy?
  /// Whether school.yml calls it universal provision.
  public var isUniversal: Bool

  /// An intervention of which only the name is known.
  public init(name: String) {
    self.name = name
    self.measures = []
    self.evidenceBase = ""
    self.chosenBy = nil
    self.isUniversal = false
  }
}
