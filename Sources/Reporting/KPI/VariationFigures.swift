import Analysis
import ProvisionModel

/// KPI 5.6, "participants or interventions are varied according to how effective they are": the columns
/// of kpi-5.6-variation.csv.
enum VariationFigures {
  typealias Column = Figure<Variation>

  static let table = ReportTable(
    file: "kpi-5.6-variation",
    sheet: TableSheet(
      "KPI 5.6 variation", "KPI 5.6 What was varied", repeating: 2, [.symbols]),
    summary: "What changed since the term before, as the provision map has it",
    audience: .everyone, rows: { $0.facts.evaluation.variations },
    figures: [
      .school { $0.school },
      intervention, changeKind, before, after, joined, left, verdictBefore, verdictNow,
      recommendation, reason,
      Column("decision", "Decision", "What the school decided, by its decisions file.") { row, _ in
        .word(row.decision?.decision.kind.rawValue ?? "")
      },
      Column("decided_term", "Decided in", "The term of that decision.") { row, _ in
        .word(row.decision?.decision.term.id ?? "")
      },
      followed,
      count(.stayed, .stayed, "pupils_stayed", "Pupils who stayed", "Pupils of both terms."),
      Column("verdicts_on", "Verdicts on", "The test or scale that both verdicts are of.") {
        row, pack in
        row.comparison.measure.map { .free(pack.data.measures[$0].name) } ?? .absent
      },
      difference,
      Column(
        "recommended_on", "Recommended on",
        "The period whose evidence the recommendation rests on: term, year or all.",
        on: Ground(.recommendation)
      ) { row, _ in row.recommendation.map { .text($0.period.rawValue) } ?? .notApplicable },
    ])

  static let intervention = Column.intervention { row, pack in
    pack.name(ofIntervention: row.intervention)
  }
  static let changeKind = Column(
    "change_kind", "What changed",
    "Started, stopped, its pupils, its sessions a week, minutes a session, weeks, group size or "
      + "TAs; unchanged; not-begun in the first four weeks of a term; or first-term, where the map "
      + "has no earlier one."
  ) { row, _ in .text(row.kind.rawValue) }
  static let before = change(
    .before, "before", "Term before", "What it was in the term before.",
    PageWords("Before", .beforeAndNow), .before, .groupsBefore
  ) { $0.before }
  static let after = change(
    .now, "after", "This term", "What it is in this term.", PageWords("Now", .beforeAndNow), .now,
    .groupsNow
  ) { $0.after }
  static let joined = count(
    .joined, .joined, "pupils_joined", "Pupils who joined", "Pupils of this term only.",
    PageWords("Joined", .joinedAndLeft))
  static let left = count(
    .left, .left, "pupils_left", "Pupils who left", "Pupils of the term before only.",
    PageWords("Left", .joinedAndLeft))
  static let verdictBefore = Column(
    "verdict_before", "Verdict before",
    "What is said of the effect on the episodes that ended in the term before.",
    on: Ground(
      .verdictBefore, pupils: { $0.comparison.before?.evidence.fewestPupils ?? 0 },
      tells: { row in
        row.comparison.before?.evidence.verdict == .tooFew
          ? [] : [.variation(.pairedBefore), .variation(.pupilsPairedBefore)]
      }), page: PageWords("Verdict before", .verdict)
  ) { row, _ in verdict(row.comparison.before) }
  static let verdictNow = Column(
    "verdict_now", "Verdict now", "The same of those that ended in this term.",
    on: Ground(.verdictNow) { $0.comparison.after?.evidence.fewestPupils ?? 0 },
    page: PageWords("Verdict now", .verdict)
  ) { row, _ in verdict(row.comparison.after) }
  static let recommendation = Column(
    "recommendation", "Recommendation",
    "What the rules recommend: continue, vary-frequency, vary-duration, vary-group-size, "
      + "vary-pupils, check-delivery, stop-or-replace, or assess where there is too little "
      + "evidence. The school decides.",
    on: Ground(.recommendation), page: PageWords("Recommended", .recommended)
  ) { row, _ in row.recommendation.map { .text($0.recommend.rawValue) } ?? .notApplicable }
  static let reason = Column(
    "reason", "Reason", "Why, in a sentence made of the figures.", .prose,
    on: Ground(.recommendation), page: PageWords("Why")
  ) { row, pack in row.recommendation.map { .free(pack.reason($0).plain) } ?? .notApplicable }
  static let followed = Column(
    "followed_through", "Followed through",
    "Whether the map of the term after that decision shows it: yes, partly, no; cannot-tell where a "
      + "map cannot show it; not-yet where that term is still to come.",
    on: Ground(.followed), page: PageWords("Followed through", .followedThrough)
  ) { row, _ in .word(row.decision?.followThrough.rawValue ?? "") }
  static let difference = Column(
    "difference", "Difference",
    "Higher or lower, where the outer 95% ranges of both terms lie apart; not-shown where they "
      + "touch; empty where one of them has no verdict but too-few.",
    on: Ground(.difference), page: PageWords("Beside each other", .besideEachOther)
  ) { row, _ in
    row.comparison.before == nil || row.comparison.after == nil
      ? .absent : .word(row.comparison.difference?.rawValue ?? "")
  }

  private static func verdict(_ row: InterventionProgress?) -> TableCell {
    .word(row?.evidence.verdict.rawValue ?? "")
  }

  private static func count(
    _ count: VariationCount, _ footing: Footing, _ name: String, _ heading: String,
    _ meaning: String, _ words: PageWords<Variation>? = nil
  ) -> Column {
    Column(name, heading, meaning, .count(.variation(count)), on: Ground(footing), page: words) {
      row, _ in .whole(count.value(row))
    }
  }

  /// One side of a change: a number of pupils, a mean or TAs.
  private static func change(
    _ footing: Footing, _ name: String, _ heading: String, _ meaning: String,
    _ words: PageWords<Variation>, _ pupils: VariationCount, _ groups: VariationCount,
    _ value: @escaping @Sendable (Variation) -> ChangeValue
  ) -> Column {
    let ground = Ground<Variation>(
      footing,
      pupils: { row in
        // A number of pupils is a count of the ledger, and no figure on pupils.
        switch value(row) {
        case .none, .count: 0
        case .mean, .teachingAssistants: pupils.value(row) ?? 0
        }
      },
      tells: { row in
        switch value(row) {
        case .count: [.variation(pupils)]
        case .mean where row.kind == .groupSize: [.variation(groups)]
        case .none, .mean, .teachingAssistants: []
        }
      })
    return Column(name, heading, meaning, .decimals(1), on: ground, page: words) { row, pack in
      switch value(row) {
      case .none: .notApplicable
      case .count(let count): .whole(count)
      case .mean(let mean): .number(mean)
      case .teachingAssistants(let names): .free(pack.staffList(names, school: row.school))
      }
    }
  }
}

extension ReleasedPack {
  /// TAs' names, or their codes for the governors, with `; ` between.
  func staffList(_ names: [String], school: Int) -> String {
    guard pack == .governors else { return names.joined(separator: "; ") }
    return names.map { facts.codes.code(ofTA: $0, school: data.schools[school]) }.sorted().joined(
      separator: "; ")
  }

  /// Why something is recommended.
  func reason(_ recommendation: InterventionRecommendation) -> Sentence {
    RecommendationSentence(recommendation, data: data, isCounted: pack == .senco).text
  }
}
