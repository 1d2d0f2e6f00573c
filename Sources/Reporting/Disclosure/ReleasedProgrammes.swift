import Analysis

/// A row of KPI 5.1 with what the readers of a pack may see of it.
struct ReleasedProgramme: Sendable {
  /// The row.
  var programme: Programme
  /// Whether they may read its evidence base.
  var isEvidenceShown = true
  /// Whether they may read its waves.
  var areWavesShown = true
}

/// What the governors may see of KPI 5.1: interventions that KPI 5.5 or 5.6 names, with what school.yml
/// says of their evidence.
///
/// What people write into the map may be about one pupil, and that a text is kept back would tell that
/// few pupils have it. So texts of the map are shown only where KPI 5.5 shows that there are enough
/// pupils, and where all of these rows share the text, or each wave has enough pupils.
struct ReleasedProgrammes {
  private let named: Set<SchoolIntervention>
  private let counted: Set<SchoolIntervention>
  private let measures: [SchoolIntervention: Set<Int>]
  private let minimum: Int

  /// What the rows of the other KPIs leave to be told.
  init(_ release: Release, variations: [Variation], minimum: Int) {
    var named = Set(
      variations.map { SchoolIntervention(school: $0.school, intervention: $0.intervention) })
    var counted: Set<SchoolIntervention> = []
    var measures: [SchoolIntervention: Set<Int>] = [:]
    for row in release.interventions {
      guard let intervention = row.intervention else { continue }
      let key = SchoolIntervention(scope: row.scope, intervention: intervention)
      named.insert(key)
      if row.period == .year, !release.hides(row) { counted.insert(key) }
      if let measure = row.measure { measures[key, default: []].insert(measure) }
    }
    self.named = named
    self.counted = counted
    self.measures = measures
    self.minimum = minimum
  }

  /// What is shown of a row; nil where the other KPIs do not name the intervention.
  subscript(_ programme: Programme) -> ReleasedProgramme? {
    let key = SchoolIntervention(
      school: programme.school, intervention: programme.intervention)
    guard named.contains(key) else { return nil }
    var released = ReleasedProgramme(programme: programme)
    released.programme.measures.removeAll { measures[key]?.contains($0) != true }
    let isCounted = counted.contains(key)
    released.isEvidenceShown =
      programme.evidenceBase.isEmpty || programme.isEvidenceOfSettings
      || (isCounted && programme.pupilsSharingEvidence >= minimum)
    released.areWavesShown =
      programme.waves.isEmpty || (isCounted && programme.fewestPupilsOfAWave >= minimum)
    return released
  }
}

extension ReleasedProgramme: GovernedRow {
  func footings(in release: Release) -> Footings {
    var footings = Footings([.nobody])
    if isEvidenceShown { footings.insert(.evidenceBase) }
    if areWavesShown { footings.insert(.waves) }
    return footings
  }

  func place(in numbers: RowNumbers) -> String? { nil }
}
