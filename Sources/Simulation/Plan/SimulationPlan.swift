package import ProvisionModel

/// What is asked of `impact simulate`: how many pupils, terms and schools, and what is true of them.
package struct SimulationPlan: Sendable {
  /// Pupils of one school, at least 1.
  package var pupils: Int
  /// Schools, at least 1. With more than one, the files have a `school` column.
  package var schools: Int
  /// Terms with interventions, at least 1; a round of tests before the first is added.
  package var terms: Int
  /// The true effect of every intervention [SD]; nil: each has its own.
  package var effect: Double?
  /// The seed: the same plan and seed give the same bytes.
  package var seed: UInt64
  /// How pupils are chosen.
  package var selection: SelectionPlan
  /// Whether the files get the defects of real exports.
  package var mess: Bool
  /// The last term, of the standard calendar (METHOD §1).
  package var lastTerm: Term
  /// Decisions that the schools are to follow, of terms before the last, in the order of their file.
  package var decided: [DecidedChange] = []

  /// A plan; the defaults are those of the sample school but for the last term.
  package init(
    lastTerm: Term,
    pupils: Int = 420,
    schools: Int = 1,
    terms: Int = 4,
    effect: Double? = nil,
    seed: UInt64 = 1,
    selection: SelectionPlan = .mixed,
    mess: Bool = false
  ) {
    self.lastTerm = lastTerm
    self.pupils = pupils
    self.schools = schools
    self.terms = terms
    self.effect = effect
    self.seed = seed
    self.selection = selection
    self.mess = mess
  }

  /// The true effect of an intervention in these schools [SD].
  package func effect(of intervention: InterventionPlan) -> Double {
    effect ?? intervention.effect
  }

  /// How the pupils of an intervention are chosen in these schools.
  package func selection(of intervention: InterventionPlan) -> Selection {
    switch selection {
    case .mixed: intervention.selection
    case .everywhere(let selection): selection
    }
  }
}
