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

  private let rules: DisclosureRules
  private let ofInterventions: [InterventionKey: Footings]
  private let hidden: Set<InterventionKey>
  private let ofUnits: [UnitKey: Footings]
  private let ofVariations: [SchoolIntervention: Set<VariationCount>]
  private var recommendations: Set<SchoolIntervention> = []

  /// What may be seen of an evaluation.
  init(_ facts: Facts) {
    let (evaluation, rules) = (facts.evaluation, facts.rules)
    let minimum = rules.minimumPupils
    let rows = SmallInterventions(evaluation, minimum: minimum).rows
    let units = UnitRelease(evaluation, minimum: minimum)
    var entries = DisclosureLedger(evaluation, rows: rows, minimum: minimum)
    entries.addFigures(isUnitShown: units.isShown, evaluation.variations)
    let isShown = ComplementarySuppression(entries.ledger).isShown
    interventions = rows
    self.rules = rules
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
      Set(counts.figures.lazy.filter { isShown[$0.value] }.map(\.key))
    }
    let recommended = RecommendationRelease(facts, self)
    recommendations = Set(
      evaluation.recommendations.filter(recommended.shows).map { SchoolIntervention($0) })
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
    // A half of an interval is so many standard errors by the number of pupils (METHOD §5.4).
    if footings.contains(.contrastCount),
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
    insert(.contrasts, row.evidence.contrastPupils)
    insert(.basis, row.evidence.pupils)
    insert(.effects, row.evidence.fewestPupils)
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

  /// Whether what is recommended of an intervention is shown; nothing is recommended where it does not
  /// run.
  func showsRecommendation(_ key: SchoolIntervention) -> Bool {
    recommendations.contains(key)
  }

  /// Whether so many pupils are enough to be told of, or none.
  func isEnough(_ pupils: Int) -> Bool { pupils == 0 || pupils >= rules.minimumPupils }

  // MARK: KPI 5.6

  /// What is shown of a row of KPI 5.6.
  func footings(of row: Variation) -> Footings {
    let shown = ofVariations[SchoolIntervention(row)] ?? []
    var footings = verdicts(of: row, shown)
    if shows(
      row.before, of: row.pupilsBefore, .before, isOfGroups(row) ? .groupsBefore : nil, shown)
    {
      footings.insert(.before)
    }
    if shows(row.after, of: row.pupilsNow, .now, isOfGroups(row) ? .groupsNow : nil, shown) {
      footings.insert(.now)
    }
    // Beside the year's pupils both would tell how few stayed.
    if shown.isSuperset(of: [.joined, .now]) { footings.insert(.joined) }
    if shown.isSuperset(of: [.left, .before]) { footings.insert(.left) }
    // Whoever sees the pupils of this term and those who joined can work it out.
    if footings.contains(.joined), shown.contains(.now) { footings.insert(.stayed) }
    if row.decision.map({ shows($0) }) ?? true { footings.insert(.followed) }
    return footings
  }

  private func isOfGroups(_ row: Variation) -> Bool { row.kind == .groupSize }

  private func shows(
    _ value: ChangeValue, of pupils: Int, _ count: VariationCount, _ groups: VariationCount?,
    _ shown: Set<VariationCount>
  ) -> Bool {
    switch value {
    case .none: true
    case .count: shown.contains(count)
    case .mean: pupils >= rules.minimumPupils && (groups.map(shown.contains) ?? true)
    case .teachingAssistants: pupils >= rules.minimumPupils
    }
  }

  /// What is shown of the verdicts beside each other, and of what is recommended.
  func verdicts(of row: Variation) -> Footings {
    verdicts(of: row, ofVariations[SchoolIntervention(row)] ?? [])
  }

  private func verdicts(of row: Variation, _ shown: Set<VariationCount>) -> Footings {
    var footings = Footings([.nobody])
    let (before, now) = (row.comparison.before, row.comparison.after)
    if before == nil || shown.contains(.pairedBefore) { footings.insert(.verdictBefore) }
    if now.map({ shows(InterventionKey(.term, $0.scope, $0.intervention, $0.measure)) }) ?? true {
      footings.insert(.verdictNow)
    }
    let areBothShown = footings.contains(.verdictBefore) && footings.contains(.verdictNow)
    if before == nil || now == nil || areBothShown { footings.insert(.difference) }
    if showsRecommendation(SchoolIntervention(row)) { footings.insert(.recommendation) }
    return footings
  }

  /// Whether the verdict of a row of KPI 5.5 is shown.
  private func shows(_ key: InterventionKey) -> Bool {
    footings(of: key).contains(.effects) && !hides(key)
  }

  /// Whether the size of the groups of an intervention is shown, as it is in the reported term.
  func showsGroups(of row: Variation) -> Bool {
    ofVariations[SchoolIntervention(row)]?.contains(.groupsNow) ?? false
  }

  /// Whether it is shown what came of a decision: how an intervention of few pupils was varied tells of
  /// these.
  func shows(_ outcome: DecisionOutcome) -> Bool {
    guard outcome.decision.kind == .vary, outcome.after != nil else { return true }
    // Whether all, most or some are others tells how many joined.
    let others = outcome.checks.filter { $0.target.kind == .pupils }.compactMap(\.after)
    guard others.allSatisfy({ isEnough(Int($0)) }) else { return false }
    return [outcome.before, outcome.after].allSatisfy {
      isEnough($0?.delivery.pupils.count ?? 0)
    }
  }
}

extension DoseSums {
  /// Whether attendance is 0% or 100%, which tells what everybody did.
  var tellsOfAll: Bool {
    attendance == 0 || attendance == 1
  }
}

extension InterventionProgress: GovernedRow {
  func footings(in release: Release) -> Footings {
    var footings = release.footings(of: InterventionKey(self))
    let key = intervention.map { SchoolIntervention(scope: scope, intervention: $0) }
    if key.map(release.showsRecommendation) ?? false { footings.insert(.recommendation) }
    return footings
  }

  func place(in numbers: RowNumbers) -> String? { numbers.place(self) }
}

extension UnitProgress: GovernedRow {
  func footings(in release: Release) -> Footings { release.footings(of: self) }
  func place(in numbers: RowNumbers) -> String? { numbers.place(self) }
}

extension Variation: GovernedRow {
  func footings(in release: Release) -> Footings { release.footings(of: self) }
  func place(in numbers: RowNumbers) -> String? { numbers.place(self) }
}

extension DecisionOutcome: GovernedRow {
  func footings(in release: Release) -> Footings {
    Footings(release.shows(self) ? [.nobody, .followed] : [.nobody])
  }

  /// None: a decision of an earlier term is about no row of the tables.
  func place(in numbers: RowNumbers) -> String? { nil }
}
