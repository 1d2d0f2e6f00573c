import Analysis
import ProvisionModel

/// KPI 5.5, "the progress of pupils in interventions is monitored and evaluated": the columns of
/// kpi-5.5-interventions.csv in the order of CONTRACT, and then those of our own.
enum InterventionFigures {
  typealias Column = Figure<InterventionProgress>

  static let table = ReportTable(
    file: "kpi-5.5-interventions",
    sheet: TableSheet(
      "KPI 5.5 interventions", "KPI 5.5 Progress of pupils in interventions", repeating: 4,
      [.symbols, .periods, .gains, .comparisons, .verdicts, .limits, .cost]),
    summary: "How far pupils came in each intervention, and what can be said of it",
    audience: .everyone, rows: \.interventions, figures: all)

  /// The same by subgroup, for the SENCo only, as the parts of a small group give each other away.
  static let subgroups = ReportTable(
    file: "kpi-5.5-subgroups",
    sheet: TableSheet(
      "KPI 5.5 subgroups", "KPI 5.5 Progress by group of pupils", repeating: 4,
      [.symbols, .periods, .gains, .comparisons, .verdicts, .limits]),
    summary: "The same of all interventions on a measure together, by need, status and so on",
    rows: { $0.facts.evaluation.subgroups },
    figures: all + [
      Column(
        "dimension", "Pupils grouped by",
        "What the pupils are grouped by: area of need, wave, SEN status, pupil premium, year group "
          + "or role level of the TA."
      ) { row, _ in .word(row.subgroup?.dimension.rawValue ?? "") },
      Column("value", "Group of pupils", "The group that the row is about.") { row, _ in
        .free(row.subgroup?.value ?? "")
      },
    ], columnsOf: table.file)

  static let all = labels + counts + progress + evidence + dose + own + lastEvidence

  /// The same in the order of pages, on which what it took comes last.
  static let inPageOrder = labels + counts + progress + evidence + own + dose + lastEvidence

  // MARK: What a row is about

  static let intervention = Column.intervention { row, pack in pack.name(of: row) }

  /// From the mean at the start to that at the end, as the measure writes its scores.
  private static func startToEnd(_ row: ReleasedRow<InterventionProgress>) -> String {
    guard let position = row.row.measure else { return "" }
    let measure = row.pack.data.measures[position]
    return row.words(baselineMean, outcomeMean) { first, last in
      "\(Wording.mean(first.number, measure)) to \(Wording.mean(last.number, measure))"
    }
  }

  private static func gainRange(_ row: ReleasedRow<InterventionProgress>) -> String {
    row.words(gainLow, gainHigh) { _, _ in "\(row.words(gainLow)) to \(row.words(gainHigh))" }
  }

  private static let labels: [Column] = [
    Column(
      "period", "Period",
      "When the episodes ended: in the term, in the school year so far, or in all terms so far."
    ) { row, _ in .text(row.period.rawValue) },
    .scope { $0.scope },
    intervention, measure,
    Column(
      "kind", "Kind of score",
      "Age (in months), standardised (mean 100, SD 15), points, or ordinal (codes in an order)."
    ) { row, pack in pack.kind(of: row).map { .text($0.rawValue) } ?? .notApplicable },
  ]

  static let measure = Column(
    "measure", "Measure", "The test or assessment whose scores are used.",
    page: PageWords("Measure", .measure)
  ) { row, pack in row.measure.map { .free(pack.data.measures[$0].name) } ?? .notApplicable }

  // MARK: How many

  private static let counts = [pupils, started, inProgress, paired, censored, attrition]

  static let pupils = count(
    .pupils, .pupils, "pupils", "Pupils", "Pupils with an episode that ended in the period.",
    PageWords("Pupils", .pupils, in: [.means, .directions]))
  static let started = count(
    .ended, .ended, "n_started", "Episodes that ended",
    "Episodes (a pupil in an intervention, from its start to its end) that ended in the period.",
    PageWords("Episodes", .episode, in: [.means, .directions], isInDocuments: false))
  static let inProgress = count(
    .inProgress, .inProgress, "n_in_progress", "Episodes under way",
    "Episodes still going on the as-of date.")
  static let paired = count(
    .paired, .paired, "n_paired", "Episodes with both tests",
    "Episodes with a score near their start and one near their end.",
    PageWords("Both tests", .bothTests, in: [.means, .directions], ofCodes: "Both scores"))
  static let censored = count(
    .censored, .censored, "n_censored", "Scores at an end of the scale",
    "Episodes with a score printed as lower or higher than the scale goes, whose gain is not exact."
  )
  static let attrition = targeted(
    "attrition", "Share without both tests",
    "The share of the episodes that lack a score near their start or end.", .share, on: .attrition
  ) { .number($0.attrition) }

  // MARK: How far they came

  private static let progress = [
    baselineMean, outcomeMean, meanGain, gainLow, gainHigh, expectedGain, onTrack, metTarget,
    meanMonths, ratioGain, ratioBand,
  ]

  static let baselineMean = mean(
    "baseline_mean", "Mean start score", "Ages are in months.",
    PageWords(
      "Start to end", .startToEnd, in: [.means],
      together: .init(figures: ["baseline_mean", "outcome_mean"], words: startToEnd))
  ) { $0.baselineMean }
  static let outcomeMean = mean("outcome_mean", "Mean end score", "Ages are in months.") {
    $0.outcomeMean
  }
  static let meanGain = mean(
    "mean_gain", "Mean gain",
    "The end score less the start score, turned round where lower is better.",
    PageWords("Mean gain", .gain, in: [.means], isSigned: true)
  ) { $0.meanGain }
  static let gainLow = mean(
    "gain_low", "Mean gain, 95% from", "The lower end of its 95% range.",
    PageWords(
      "95% range", .range95, in: [.means], isInDocuments: false,
      together: .init(figures: ["gain_low", "gain_high"], words: gainRange))
  ) { $0.gainInterval?.lowerBound }
  static let gainHigh = mean("gain_high", "Mean gain, 95% to", "The upper end of its 95% range.") {
    $0.gainInterval?.upperBound
  }
  static let expectedGain = targeted(
    "expected_gain", "Expected gain",
    "The ordinary gain in the same time: as many months as passed for ages, 0 for standardised "
      + "scores, for points what school.yml says.",
    .decimals(1), on: .expectedGain, PageWords("Expected", .expected, in: [.means])
  ) { .number($0.progress.expectedGain) }
  static let onTrack = targeted(
    "share_on_track", "On track",
    "The share of the episodes with both tests whose gain is at least the expected one.", .share,
    on: .onTrack, PageWords("On track", .onTrack, in: [.means])
  ) { .part($0.progress.onTrack) }
  static let metTarget = targeted(
    "share_met_target", "Met target",
    "The share of the episodes with a target that reached it.", .share, on: .target,
    PageWords("Met target", .metTarget, in: [.means], isInDocuments: false)
  ) { .part($0.progress.metTarget) }
  static let meanMonths = targeted(
    "mean_months", "Months from test to test",
    "The mean time between the start and the end score.", .decimals(1), on: .paired
  ) { .number($0.progress.meanMonths) }
  static let ratioGain = ofAges(
    "ratio_gain", "Ratio gain",
    "Months gained for each month that passed. Read it with care: ages move unevenly, and a short "
      + "programme inflates the ratio.",
    .decimals(2), PageWords("Ratio gain", .ratioGain)
  ) { .number($0.ratioGain) }
  static let ratioBand = ofAges(
    "ratio_band", "Ratio gain is called", "What Brooks calls such a ratio.", .word,
    PageWords("Called", .ratioGain)
  ) { .word($0.ratioBand?.rawValue ?? "") }

  // MARK: What it took

  private static let dose = [attendance, hours, cost, costPerMonth, recommendation]

  static let attendance = Column(
    "attendance", "Attendance", "Sessions attended, as a share of those planned.", .percent,
    on: .attendance, page: PageWords("Attend\u{AD}ance", .attendance, in: [.means, .directions])
  ) { row, _ in .number(row.dose.attendance) }
  static let hours = Column(
    "hours_per_pupil", "Hours a pupil", "Hours taught to each pupil.", .decimals(1), on: .hours,
    page: PageWords("Hours a pupil", .hours, in: [.means, .directions])
  ) { row, _ in .number(row.dose.hoursPerPupil) }
  static let cost = Column(
    "cost_per_pupil", "Cost a pupil",
    "What the map says; else hours times the TAs' hourly rates, shared in the group.", .money,
    on: .cost, page: PageWords("Cost a pupil", .cost, in: [.means, .directions])
  ) { row, _ in .number(row.dose.costPerPupil) }
  static let costPerMonth = Column(
    "cost_per_month", "Cost a month of progress",
    "The cost for each month of progress, where both ends show one.", .money, on: .cost
  ) { row, _ in .number(row.costPerMonth) }
  /// A school takes one decision, whatever the row's period and measure.
  static let recommendation = Column(
    "recommendation", "Recommendation",
    "What the rules recommend of the intervention as it runs in the term: the same in all its rows. "
      + "The sheet KPI 5.6 variation has the reason.",
    on: Ground(.recommendation)
  ) { row, pack in
    pack.recommendation(of: row).map { .text($0.recommend.rawValue) } ?? .notApplicable
  }

  // MARK: Columns of our own

  private static let own =
    [
      Column(
        "provision", "Provision",
        "Targeted provision is evaluated; universal provision is only counted."
      ) { row, _ in .text(row.measure == nil ? "universal" : "targeted") },
      up, same, down, totalMonths,
    ] + moreEvidence + [
      Column(
        "weeks_per_pupil", "Weeks from start to end",
        "The mean length of the episodes that ended, from the first day to the last.",
        .decimals(1), on: .ended,
        page: PageWords(
          "Weeks",
          GlossaryEntry(
            "weeks", "Weeks", "The mean time from an episode’s first day to its last."),
          in: [.means, .directions])
      ) { row, pack in
        row.measure == nil ? .notApplicable : .number(pack.meanWeeks(of: row))
      }
    ]

  static let up = ofCodes(
    "n_up", "Pupils up", "Of codes: episodes that ended higher.", .up,
    PageWords("Up", .direction, in: [.directions])
  ) { $0.up }
  static let same = ofCodes(
    "n_same", "Pupils at the same code", "Of codes: as high as before.", .same,
    PageWords("Same", .direction, in: [.directions])
  ) { $0.same }
  static let down = ofCodes(
    "n_down", "Pupils down", "Of codes: episodes that ended lower.", .down,
    PageWords("Down", .direction, in: [.directions])
  ) { $0.down }
  static let totalMonths = ofAges(
    "total_months_gained", "Months gained in all", "Of ages: the gains of all episodes together.",
    .decimals(1), on: .totals, PageWords("Months gained", .ratioGain, isSigned: true)
  ) { .number($0.totalMonthsGained) }
  /// On pages only, beside the months gained: a short programme inflates the ratio.
  static let monthsPassed = ofAges(
    "months_passed", "Months passed", "Of ages: the months between the tests of all episodes.",
    .decimals(1), on: .totals, PageWords("Months passed", .ratioGain)
  ) { progress in .number(progress.meanMonths.map { $0 * Double(progress.paired) }) }
  /// On pages only: universal provision is counted by its pupils.
  static let pupilsUnderWay = Column(
    "pupils_in_progress", "Pupils under way", "Pupils with an episode under way.",
    .count(.intervention(.pupilsInProgress)), on: .count(.inProgress),
    page: PageWords("Under way", .underWay)
  ) { row, _ in .whole(row.pupilsInProgress) }

  /// Those that only pages and charts show.
  static let pageOnly = [
    monthsPassed, pupilsUnderWay, rangeLow, rangeHigh, outerLow, outerHigh,
  ]

  // MARK: Kinds of columns

  private static func count(
    _ count: InterventionCount, _ footing: Footing, _ name: String, _ heading: String,
    _ meaning: String, _ words: PageWords<InterventionProgress>? = nil
  ) -> Column {
    // Universal provision has no tests.
    let isOfTests = [.paired, .censored].contains(count)
    return Column(
      name, heading, meaning, .count(.intervention(count)), on: .count(footing), page: words
    ) { row, _ in
      isOfTests && row.measure == nil ? .notApplicable : .whole(count.value(row))
    }
  }

  /// A figure of what is evaluated.
  static func targeted(
    _ name: String, _ heading: String, _ meaning: String, _ kind: FigureKind,
    on ground: Ground<InterventionProgress>, _ words: PageWords<InterventionProgress>? = nil,
    _ cell: @escaping @Sendable (InterventionProgress) -> TableCell
  ) -> Column {
    Column(name, heading, meaning, kind, on: ground, page: words) { row, _ in
      row.measure == nil ? .notApplicable : cell(row)
    }
  }

  /// A mean of scores: codes have none.
  private static func mean(
    _ name: String, _ heading: String, _ meaning: String,
    _ words: PageWords<InterventionProgress>? = nil,
    _ value: @escaping @Sendable (WithinIntervention) -> Double?
  ) -> Column {
    Column(name, heading, meaning, .decimals(1), on: .paired, page: words) { row, pack in
      [nil, .ordinal].contains(pack.kind(of: row)) ? .notApplicable : .number(value(row.progress))
    }
  }

  private static func ofAges(
    _ name: String, _ heading: String, _ meaning: String, _ kind: FigureKind,
    on ground: Ground<InterventionProgress> = .paired, _ words: PageWords<InterventionProgress>,
    _ cell: @escaping @Sendable (WithinIntervention) -> TableCell
  ) -> Column {
    Column(name, heading, meaning, kind, on: ground, page: words) { row, pack in
      pack.kind(of: row) == .age ? cell(row.progress) : .notApplicable
    }
  }

  private static func ofCodes(
    _ name: String, _ heading: String, _ meaning: String, _ count: InterventionCount,
    _ words: PageWords<InterventionProgress>,
    _ value: @escaping @Sendable (WithinIntervention.Steps) -> Int
  ) -> Column {
    Column(
      name, heading, meaning, .count(.intervention(count)), on: .count(.directions), page: words
    ) { row, pack in
      guard pack.kind(of: row) == .ordinal else { return .notApplicable }
      return row.progress.steps.map { .whole(value($0)) } ?? .absent
    }
  }
}

extension ReleasedPack {
  /// The kind of score of a row; nil for universal provision.
  func kind(of row: InterventionProgress) -> MeasureKind? {
    row.measure.map { data.measures[$0].kind }
  }

  /// The name of a row's intervention, how many there are in a row of small ones together, or `all`
  /// in a row of a subgroup.
  func name(of row: InterventionProgress) -> String {
    row.together.isEmpty
      ? row.intervention.map { data.interventions[$0].name } ?? "all"
      : SmallInterventions.name(row, minimum: rules.minimumPupils)
  }

  /// The mean length of a row's ended episodes [weeks of 7 days]; nil where there are none.
  fileprivate func meanWeeks(of row: InterventionProgress) -> Double? {
    let weeks = row.ended.compactMap { position -> Double? in
      let episode = figures.episodes[position]
      return episode.end.map { Double(episode.start.days(to: $0)) / 7 }
    }
    return weeks.isEmpty ? nil : weeks.reduce(0, +) / Double(weeks.count)
  }

  /// What is recommended of a row's intervention.
  func recommendation(of row: InterventionProgress) -> InterventionRecommendation? {
    row.intervention.flatMap {
      facts.recommendations[SchoolIntervention(scope: row.scope, intervention: $0)]
    }
  }
}
