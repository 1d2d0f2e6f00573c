/// What school.yml says of an intervention.
public struct InterventionSettings: Sendable, Equatable, Encodable {
  /// The name, as the provision map writes it.
  public var name: String
  /// The names of the measures that it is evaluated on.
  public var measures: [String] = []
  /// What the programme's evidence is.
  public var evidenceBase: String?
  /// The name under which its rows are evaluated, where that is another one.
  public var sameAs: String?
  /// How its pupils were chosen.
  public var chosenBy: ChosenBy?
  /// Whether it is universal provision: listed and counted, not evaluated.
  public var universal: Bool?

  /// Nothing but the name.
  public init(name: String) {
    self.name = name
  }
}
