extension Knowledge {
  /// What the governors' tables and pages tell, and how they hang together.
  init(of packs: Packs) {
    var knowledge = Knowledge()
    let interventions = InterventionRelations(packs, to: &knowledge).table
    let units = UnitRelations(packs, to: &knowledge).table
    CrossRelations.add(packs, interventions, units, to: &knowledge)
    VariationRelations.add(packs, interventions, to: &knowledge)
    PageRelations.add(packs, interventions, to: &knowledge)
    self = knowledge
  }
}
