import Analysis
import ProvisionModel

/// What is recommended of an intervention that runs in the term, or of one of its groups.
struct RecommendedRow: Sendable {
  /// What is recommended of the intervention.
  var recommendation: InterventionRecommendation
  /// What is recommended of the group; nil: the row is about the intervention.
  var group: GroupRecommendation?
  /// The verdicts of the intervention before and now; nil where it has none in KPI 5.6.
  var variation: Variation?
}

extension RecommendedRow: GovernedRow {
  func footings(in release: Release) -> Footings {
    var footings = variation.map(release.verdicts) ?? Footings([.nobody])
    if release.showsRecommendation(SchoolIntervention(recommendation)) {
      footings.insert(.recommendation)
    }
    return footings
  }

  func place(in numbers: RowNumbers) -> String? {
    numbers.place(SchoolIntervention(recommendation))
  }
}

/// What is recommended, with everything that the table of rules looked at: the columns of
/// kpi-5.6-recommendations.csv.
enum RecommendationFigures {
  typealias Column = Figure<RecommendedRow>

  static let table = ReportTable(
    file: "kpi-5.6-recommendations",
    sheet: TableSheet(
      "KPI 5.6 recommended", "KPI 5.6 What is recommended", repeating: 3,
      [.symbols, .verdicts, .limits]),
    summary: "What the rules make of the evidence, and why", rows: \.recommended,
    figures: [
      .school { $0.recommendation.school },
      .intervention { row, pack in
        pack.name(ofIntervention: row.recommendation.intervention)
      },
      Column(
        "group", "Group",
        "The TA group, where something else is recommended of it than of the intervention."
      ) { row, _ in .free(row.group?.group ?? "") },
      recommendation,
      Column("reason", "Reason", "Why, in a sentence made of the figures.", .prose) { row, pack in
        .free(pack.reason(row).plain)
      },
      ofIntervention("rule", "Line of the rules", "The line of the rules that says so.", .whole) {
        .whole($0.rule.map { $0 + 1 })
      },
      ofIntervention("period", "Period", "The period whose evidence it rests on.") {
        .text($0.period.rawValue)
      },
      Column("measure", "Measure", "The test or scale that the evidence is on.") { row, pack in
        row.group != nil
          ? .notApplicable
          : row.recommendation.measure.map { .free(pack.data.measures[$0].name) } ?? .absent
      },
      fact("verdict", "Verdict", "What is said of the effect.") { .text($0.verdict.rawValue) },
      fact("evidence_strength", "Evidence (0 to 4)", "How strong the evidence is.", .whole) {
        .whole($0.strength)
      },
      fact("attendance", "Attendance", "Sessions attended, of those planned.", .percent) {
        .number($0.attendance)
      },
      fact("attrition", "Lack a test", "The share of episodes without both tests.", .percent) {
        .number($0.attrition)
      },
      fact("sessions_per_week", "Sessions a week", asGiven, .decimals(1)) {
        .number($0.sessionsPerWeek)
      },
      fact("minutes_per_session", "Minutes a session", asGiven, .decimals(1)) {
        .number($0.minutesPerSession)
      },
      fact(
        "weeks", "Weeks", "From start to end, as it is given in this term.", .decimals(1)
      ) { .number($0.weeks) },
      fact("group_size", "Pupils in a group", asGiven, .decimals(1)) { .number($0.groupSize) },
      fact(
        "spread", "Spread among pupils",
        "How many times as far its pupils’ own results spread as their classmates’ do.",
        .decimals(2)
      ) { .number($0.spread) },
      fact(
        "cost_per_month", "Cost of a month", "What a month of progress costs a pupil.", .money
      ) { .number($0.costPerMonth) },
      fact("trend", "Trend", "This term beside the term before: higher, lower or not-shown.") {
        .word($0.trend?.rawValue ?? "")
      },
      ofIntervention(
        "terms_needed", "More terms needed",
        "How many more terms with as many pupils it takes until the present estimate would be better; "
          + "not-at-these-numbers: more than \(TermsNeeded.most)."
      ) { recommendation in
        guard let needed = recommendation.needed else { return .absent }
        return needed.more.map { .whole($0) } ?? .text("not-at-these-numbers")
      },
    ])

  static let recommendation = Column(
    "recommendation", "Recommendation", "What is recommended.", on: Ground(.recommendation),
    page: PageWords("Recommended", .recommended)
  ) { row, _ in .text((row.group?.recommend ?? row.recommendation.recommend).rawValue) }

  private static let asGiven = "As it is given in this term."

  /// A figure of the intervention, which a row of a group does not have.
  private static func ofIntervention(
    _ name: String, _ heading: String, _ meaning: String, _ kind: FigureKind = .word,
    _ cell: @escaping @Sendable (InterventionRecommendation) -> TableCell
  ) -> Column {
    Column(name, heading, meaning, kind) { row, _ in
      row.group == nil ? cell(row.recommendation) : .notApplicable
    }
  }

  private static func fact(
    _ name: String, _ heading: String, _ meaning: String, _ kind: FigureKind = .word,
    _ cell: @escaping @Sendable (RecommendationFacts) -> TableCell
  ) -> Column {
    ofIntervention(name, heading, meaning, kind) { cell($0.facts) }
  }

  // MARK: The page

  /// The columns of the page.
  static let columns: [PageColumn<RecommendedRow>] = [
    PageColumn("Intervention", figures: ["intervention"]) { released in
      let (row, pack) = (released.row, released.pack)
      let name = pack.named(row.recommendation.intervention, row.recommendation.school)
      return row.group.map { "\(name): \($0.group)" } ?? name
    },
    PageColumn(recommendation, .words) { row, _ in
      (row.group?.recommend ?? row.recommendation.recommend).title
    },
    PageColumn("Why", .prose) { released in
      released[recommendation] == .suppressed
        ? Sentence("c", is: "reason") : released.pack.reason(released.row)
    },
    PageColumn(ofVerdicts(VariationFigures.verdictBefore)) { row, _ in
      row.variation?.comparison.before?.evidence.verdict.title ?? ""
    },
    PageColumn(ofVerdicts(VariationFigures.verdictNow)) { row, _ in
      row.variation?.comparison.after?.evidence.verdict.title ?? ""
    },
    PageColumn(ofVerdicts(VariationFigures.difference), .words) { row, _ in
      row.variation?.comparison.difference?.title ?? ""
    },
  ]

  /// A column of KPI 5.6 for the intervention as a whole.
  private static func ofVerdicts(_ figure: Figure<Variation>) -> Column {
    Column(
      figure.name, figure.heading, figure.meaning, on: Ground(figure.ground.footing),
      page: figure.words.map { PageWords($0.heading, $0.entry) }
    ) { row, pack in
      row.group == nil ? row.variation.map { figure.cell($0, pack) } ?? .absent : .absent
    }
  }
}

extension ReleasedPack {
  /// The rows: each intervention and, for the SENCo, behind it its groups.
  var recommended: [RecommendedRow] {
    facts.evaluation.recommendations.flatMap { recommendation in
      let variation = facts.variations[SchoolIntervention(recommendation)]
      let groups = pack == .senco ? recommendation.groups : []
      return ([nil] + groups).map {
        RecommendedRow(recommendation: recommendation, group: $0, variation: variation)
      }
    }
  }

  /// Why something is recommended of an intervention or a group.
  func reason(_ row: RecommendedRow) -> Sentence {
    guard let group = row.group else { return reason(row.recommendation) }
    let side = group.unit.finding == .below ? "less far" : "further"
    let advice =
      group.recommend == .continue
      ? "go on with this group" : "see what is different in this group before anything is decided"
    return """
      By more than luck would explain its pupils came \(side, is: Sentence.word) than those of the \
      other groups (\(Wording.number(group.unit.shrunkMean, decimals: 2), is: "shrunk_progress") SD, \
      with luck allowed for): \(advice, is: Sentence.word).
      """
  }
}
