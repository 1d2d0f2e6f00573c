/// What school.yml says of an intervention.
package struct InterventionSettings: Sendable, Equatable, Encodable {
  /// The name, as the provision map writes it.
  package var name: String
  /// The names of the measures that it is evaluated on.
  package var measures: [String] = []
  /// What the programme's evidence is.
  package var evidenceBase: String?
  /// The name under which its rows are evaluated, where that is another one.
  package var sameAs: String?
  /// Whether it is universal provision: listed and counted, not evaluated.
  package var universal: Bool?

  /// Nothing but the name.
  package init(name: String) {
    self.name = name
  }
}
