/// Counts on how many pupils each printed figure rests that is no count itself.
///
/// Pages and the workbook print what the tables do, which `PageCheck` and `WorkbookCheck` see to.
/// Rows that stand for several small interventions are left out: the SENCo's pack has no such row,
/// so that it is not known whose pupils they are of.
struct GroundCheck {
  private typealias Test = @Sendable (EpisodeFact) -> Bool

  /// What is printed on few pupils.
  let breaches: [Breach]

  private static let paired: Test = { $0.isPaired }
  private static let expected: Test = { $0.isPaired && $0.isOnTrack != nil }
  private static let matched: Test = { $0.isMatched }
  private static let growth: Test = { $0.hasGrowth }
  private static let attended: Test = { $0.isAttendanceKnown }
  private static let hours: Test = { $0.areHoursKnown }
  private static let cost: Test = { $0.isCostKnown }

  /// The episodes that a column of KPI 5.5 is about; each kind must be of enough pupils.
  private static let interventions: [String: [Test]] = {
    var tests: [String: [Test]] = [
      "attrition": [{ _ in true }], "expected_gain": [expected], "share_on_track": [expected],
      "share_met_target": [{ $0.isPaired && $0.hasMetTarget != nil }],
      "baseline_difference": [matched], "beyond": [matched], "months_low": [matched, growth],
      "months_high": [matched, growth], "attendance": [attended], "hours_per_pupil": [hours],
      "cost_per_pupil": [cost], "cost_per_month": [cost, matched, growth],
    ]
    for name in [
      "baseline_mean", "outcome_mean", "mean_gain", "gain_low", "gain_high", "mean_months",
      "ratio_gain", "total_months_gained", "chance_rise",
    ] {
      tests[name] = [paired]
    }
    for end in ["effect", "low", "high"] { tests["expected_\(end)"] = [expected] }
    for (name, test) in [("matched", matched), ("growth", growth)] {
      for end in ["effect", "se", "low", "high", "g", "g_low", "g_high"] {
        tests["\(name)_\(end)"] = [test]
      }
    }
    return tests
  }()

  /// Those that the verdict and its chances are about, by what the verdict rests on.
  private static let bases: [String: [Test]] = [
    "two-predictions": [matched, growth], "expected-progress": [expected],
  ]

  /// The episodes that a column of KPI 9.5 is about.
  private static let units: [String: [Test]] = [
    "mean_progress": [{ $0.isUsed }], "shrunk_progress": [{ $0.isUsed }],
    "shrunk_low": [{ $0.isUsed }], "shrunk_high": [{ $0.isUsed }], "share_on_track": [expected],
    "attendance": [attended], "hours_per_pupil": [hours],
  ]

  /// The check of a run's tables.
  init(_ packs: Packs) {
    var breaches: [Breach] = []
    for pair in packs.pairs(Packs.interventions) {
      guard let truth = pair.truth else { continue }
      let all = truth["provision"] == "universal" ? packs.universal : packs.episodes
      let facts = all.filter { fact in
        fact.measure == truth["measure"] && fact.intervention == truth["intervention"]
          && (fact.school == truth["school"] || truth["school"] == "all")
          && fact.periods.contains(truth["period"] ?? "")
      }
      var tests = Self.interventions
      for column in ["p_better", "p_better_high", "p_same", "p_worse", "p_worse_high"] {
        tests[column] = Self.bases[pair.shown["basis"] ?? ""]
      }
      let key = RowKey.of(pair.shown, InterventionRelations.labels)
      breaches += Self.check(pair, tests, facts, "\(Packs.interventions) [\(key)]")
    }
    for pair in packs.pairs(Packs.units) {
      guard let truth = pair.truth else { continue }
      let name = truth["name"] ?? ""
      let facts = packs.episodes.filter { fact in
        guard fact.school == truth["school"], fact.periods.contains(truth["period"] ?? "") else {
          return false
        }
        switch truth["unit_kind"] {
        case "ta": return fact.assistants.contains(name)
        case "role-level": return fact.roles.contains(name)
        default: return fact.group == name && fact.intervention == truth["interventions"]
        }
      }
      let key = RowKey.of(pair.shown, UnitRelations.labels)
      breaches += Self.check(pair, Self.units, facts, "\(Packs.units) [\(key)]")
    }
    self.breaches = breaches
  }

  private static func check(
    _ pair: ReleasedPair, _ tests: [String: [Test]], _ facts: [EpisodeFact], _ place: String
  ) -> [Breach] {
    tests.sorted { $0.key < $1.key }.flatMap { column, tests -> [Breach] in
      guard let cell = pair.shown[column], pair.number(column) != nil else { return [] }
      return tests.compactMap { test in
        let pupils = Set(facts.filter(test).map { [$0.school, $0.pupil] }).count
        guard pupils < Knowledge.threshold else { return nil }
        return Breach(
          kind: pupils == 0 ? .different : .few, place: place, figure: column, printed: cell,
          truth: "on \(pupils) pupils")
      }
    }
  }
}
