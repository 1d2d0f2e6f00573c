import Analysis
import ProvisionModel

/// What of an evaluation the governors may see: the stage between the results and every writer of
/// their pack.
///
/// Small interventions on one measure are taken together first. Then every figure that rests on too
/// few pupils is left out, and then whatever else would tell one of those by subtraction: over
/// periods, schools, groups, TAs, shares and the term before.
struct Release: Sendable {
  /// The rows of KPI 5.5, with those that take small interventions together.
  let interventions: [InterventionProgress]

  private let ofInterventions: [InterventionKey: Footings]
  private let hidden: Set<InterventionKey>
  private let ofUnits: [UnitKey: Footings]
  private let ofVariations: [SchoolIntervention: VariationRelease]

  /// Nothing may be seen.
  static let nothing = Release()

  private init() {
    interventions = []
    ofInterventions = [:]
    hidden = []
    ofUnits = [:]
    ofVariations = [:]
  }

  /// What may be seen of an evaluation.
  init(_ evaluation: Evaluation, rules: DisclosureRules) {
    let minimum = rules.minimumPupils
    let rows = SmallInterventions(evaluation, minimum: minimum).rows
    let units = UnitRelease(evaluation, minimum: minimum)
    let entries = DisclosureLedger(
      evaluation, rows: rows, isUnitShown: units.isShown, minimum: minimum)
    let isShown = ComplementarySuppression(entries.ledger).isShown
    interventions = rows
    var ofInterventions: [InterventionKey: Footings] = [:]
    var hidden: Set<InterventionKey> = []
    for (row, counts) in zip(rows, entries.interventions) {
      let isRowShown = counts.base.map { isShown[$0] } ?? false
      var footings = Footings(
        counts.figures.lazy.filter { isShown[$0.figure] }.map(\.footing))
      Self.add(row, isRowShown, rules, to: &footings)
      let key = InterventionKey(row)
      ofInterventions[key] = footings
      if !isRowShown { hidden.insert(key) }
    }
    self.ofInterventions = ofInterventions
    self.hidden = hidden
    var ofUnits: [UnitKey: Footings] = [:]
    for (index, row) in evaluation.units.enumerated() {
      var footings = units.footings[index]
      for entry in entries.units[index].figures where isShown[entry.figure] {
        footings.insert(entry.footing)
      }
      ofUnits[UnitKey(row)] = footings
    }
    self.ofUnits = ofUnits
    ofVariations = entries.variations.mapValues { counts in
      func shows(_ figure: Int?) -> Bool { figure.map { isShown[$0] } ?? false }
      return VariationRelease(
        before: shows(counts.figures.before), now: shows(counts.figures.now),
        // Beside the year's pupils both would tell how few stayed.
        joined: shows(counts.figures.joined) && shows(counts.figures.now),
        left: shows(counts.figures.left) && shows(counts.figures.before),
        groupsBefore: shows(counts.figures.groupsBefore),
        groupsNow: shows(counts.figures.groupsNow),
        verdictBefore: shows(counts.figures.verdictBefore))
    }
  }

  /// The footings that need no more than enough pupils, in a row that is shown.
  private static func add(
    _ row: InterventionProgress, _ isShown: Bool, _ rules: DisclosureRules,
    to footings: inout Footings
  ) {
    let minimum = rules.minimumPupils
    footings.insert(.nobody)
    guard isShown else { return }
    func insert(_ footing: Footing, _ pupils: Int) {
      if pupils == 0 || pupils >= minimum { footings.insert(footing) }
    }
    footings.insert(.paired)
    if row.measure == nil {
      footings.insert(.pupils)
    } else if row.progress.paired == 0 {
      footings.insert(.ended)
    }
    if footings.contains(.ended), row.progress.paired > 0 { footings.insert(.attrition) }
    // A half of an interval is so many standard errors by the number of pupils (METHOD §5).
    if footings.contains(.matchedCount), footings.contains(.growthCount),
      row.pupilsPaired == row.progress.paired,
      row.evidence.fewestPupils == 0
        || row.evidence.fewestPupils >= minimum
    {
      footings.insert(.effectCounts)
    }
    if rules.rounding == 1 { footings.insert(.totals) }
    insert(.expectedGain, row.figurePupils.expectedGain)
    insert(.hours, row.figurePupils.hours)
    insert(.cost, row.figurePupils.cost)
    if !row.dose.tellsOfAll { insert(.attendance, row.figurePupils.attendance) }
    insert(.matched, row.evidence.matchedPupils)
    insert(.growth, row.evidence.growthPupils)
    insert(.basis, row.evidence.pupils)
    insert(.effects, row.evidence.fewestPupils)
  }

  /// What is shown of a row of KPI 5.5.
  func footings(of row: InterventionProgress) -> Footings {
    footings(of: InterventionKey(row))
  }

  /// What is shown of a row of KPI 5.5.
  func footings(of key: InterventionKey) -> Footings {
    ofInterventions[key] ?? Footings()
  }

  /// What is shown of a row of KPI 9.5.
  func footings(of row: UnitProgress) -> Footings {
    ofUnits[UnitKey(row)] ?? Footings()
  }

  /// Whether a row of KPI 5.5 says nothing of what has ended.
  func hides(_ row: InterventionProgress) -> Bool {
    hides(InterventionKey(row))
  }

  /// Whether a row of KPI 5.5 says nothing of what has ended.
  func hides(_ key: InterventionKey) -> Bool {
    hidden.contains(key)
  }

  /// What is shown of a row of KPI 5.6.
  func shows(_ row: Variation) -> VariationRelease {
    ofVariations[SchoolIntervention(school: row.school, intervention: row.intervention)]
      ?? VariationRelease()
  }
}

/// What is shown of an intervention in KPI 5.6.
struct VariationRelease: Sendable {
  /// The pupils of the term before.
  var before = false
  /// Those of the reported term.
  var now = false
  /// How many joined.
  var joined = false
  /// How many left.
  var left = false
  /// The size of the groups of the term before.
  var groupsBefore = false
  /// That of the reported term.
  var groupsNow = false
  /// The verdict of the term before.
  var verdictBefore = false
}

extension DoseSums {
  /// Whether attendance is 0% or 100%, which tells what everybody did.
  var tellsOfAll: Bool {
    attendance == 0 || attendance == 1
  }
}
