/// An extra programme of teaching, as the provision map and school.yml describe it.
package struct Intervention: Sendable, Equatable {
  /// The name under which its rows are evaluated.
  package var name: String
  /// The measures that school.yml gives it, as positions among the data's measures.
  package var measures: [Int]
  /// What the programme's evidence is.
  package var evidenceBase: String
  /// Whether school.yml calls it universal provision.
  package var isUniversal: Bool

  /// An intervention of which only the name is known.
  package init(name: String) {
    self.name = name
    self.measures = []
    self.evidenceBase = ""
    self.isUniversal = false
  }
}
