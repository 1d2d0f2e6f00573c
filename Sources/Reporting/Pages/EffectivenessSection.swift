import Analysis
import ProvisionModel

/// KPI 5.5 on a page.
extension InterventionFigures {
  /// The column that names the intervention.
  static let nameColumn = PageColumn<InterventionProgress>(
    "Intervention", figures: ["intervention"]
  ) { $0.pack.name(of: $0.row) }
  /// The column of the measure, with what one has to know to read its gains.
  static let measureColumn = PageColumn(measure) { row, pack in pack.title(ofMeasure: row.measure) }
  /// The column of the measure's name alone.
  private static let measureName = PageColumn(measure)

  /// Scores and gains.
  static let meansColumns = [nameColumn, measureColumn] + PageColumn.of(inPageOrder, on: .means)
  /// Months gained and the ratio gain beside each other, as a short programme inflates the ratio.
  static let ratioColumns =
    [nameColumn, measureName]
    + [paired, totalMonths, monthsPassed, ratioGain, ratioBand].map { PageColumn($0) }
  /// Pupils by direction, of codes.
  static let directionColumns =
    [nameColumn, measureName] + PageColumn.of(inPageOrder, on: .directions)
  /// Universal provision, counted.
  static let universalColumns = [
    PageColumn("Provision", figures: ["intervention"]) { $0.pack.name(of: $0.row) },
    PageColumn(pupils, heading: "Pupils who finished"), PageColumn(pupilsUnderWay),
  ]

  /// The verdict.
  static let verdictColumn = PageColumn(verdict) { row, _ in row.evidence.verdict.marked }
  /// What it rests on.
  static let resultColumns = [
    PageColumn.range("Effect size", .effectSize, rangeLow, rangeHigh),
    .range("Outer 95% range", .outerRange, outerLow, outerHigh),
    PageColumn(
      "Months of progress", .number, .monthsOfProgress, figures: ["months_low", "months_high"]
    ) { row in
      // Behind the verdict, which says more.
      row[verdict] == .suppressed ? "c" : row.range(monthsLow, monthsHigh)
    },
    PageColumn(strength),
    PageColumn(warnings, .words) { row, _ in Wording.list(row.evidence.warnings.map(\.title)) },
  ]
  /// The verdict with the period that it is of.
  private static let speakingVerdictColumn = PageColumn(verdict) { row, _ in
    "\(row.evidence.verdict.marked), \(row.period.title)"
  }
  /// The verdict with its sentence.
  static let verdictColumns = columns(verdictColumn)
  /// The same over the period that speaks.
  static let speakingColumns = columns(speakingVerdictColumn)

  private static func columns(
    _ verdictColumn: PageColumn<InterventionProgress>
  ) -> [PageColumn<InterventionProgress>] {
    [
      nameColumn, measureColumn, verdictColumn,
      PageColumn("In a sentence", .prose, isInDocuments: false) { row in
        row[verdict] == .suppressed ? Sentence("c", is: "verdict") : row.pack.sentence(of: row)
      },
      PageColumn("Compared", .number, .compared, figures: ["n_matched", "n_paired"]) { row in
        row.words(contrasts, paired) { _, _ in
          "\(row.words(contrasts)) of \(row.words(paired))"
        }
      },
    ] + resultColumns
  }
}

extension Period {
  /// The period in a table.
  var title: String {
    switch self {
    case .term: "this term"
    case .year: "this year"
    case .all: "all terms"
    }
  }
}

extension ReleasedPack {
  /// What is said of a row; with the numbers of pupils where the readers may see them.
  fileprivate func sentence(of released: ReleasedRow<InterventionProgress>) -> Sentence {
    let row = released.row
    guard let measure = row.measure else { return "" }
    let isCounted =
      pack == .senco
      || (rules.rounding == 1 && released[InterventionFigures.contrasts].isValue
        && row.pupilsPaired == row.progress.paired)
    return VerdictSentence(
      row, measure: data.measures[measure],
      minimumPupils: data.settings.thresholds.minimumPupils, isCounted: isCounted
    ).text
  }
}

extension Pages {
  /// The tables of a period: means for scales, directions for ordinal measures.
  func effectivenessTables(
    _ period: Period
  ) -> (means: PageTable, ratios: PageTable, directions: PageTable) {
    let rows = effectivenessRows(period)
    let scales = rows.filter { pack.kind(of: $0) != .ordinal }
    let title = title(of: period)
    typealias Columns = InterventionFigures
    return (
      PageTable(
        "\(title): scores and gains", Columns.meansColumns, scales, in: pack,
        note: notes(rows)),
      PageTable(
        "\(title): reading ages and the like, months gained in all", Columns.ratioColumns,
        scales.filter { $0.progress.ratioGain != nil }, in: pack),
      PageTable(
        "\(title): teacher assessment, pupils by direction", Columns.directionColumns,
        rows.filter { pack.kind(of: $0) == .ordinal }, in: pack)
    )
  }

  /// The table of a period: a verdict with its sentence for each intervention and measure (METHOD §5–7).
  func verdictTable(_ period: Period) -> PageTable {
    verdictTable(effectivenessRows(period), title(of: period))
  }

  /// What the rows that speak are of.
  var speakingTitle: Sentence { "Each over the longest time it ran unchanged" }

  /// The same of any rows.
  ///
  /// - Parameter isSpeaking: Whether each row is of a period of its own.
  func verdictTable(
    _ rows: [InterventionProgress], _ title: Sentence, isSpeaking: Bool = false
  ) -> PageTable {
    let withheld = rows.filter { !pack.shows(.effects, of: $0) }.map { label($0, .ample) }
    let left: Sentence =
      withheld.isEmpty ? "" : " Verdict left out: \(Wording.shortList(withheld))."
    return PageTable(
      "\(title): what can be said",
      isSpeaking ? InterventionFigures.speakingColumns : InterventionFigures.verdictColumns,
      rows.filter { pack.shows(.effects, of: $0) }, in: pack,
      note: """
        Effect sizes are in standard deviations of the test, from the smaller to the larger of the two \
        predictions. Compared: episodes of pupils whose classmates took comparable tests, of those with \
        both tests.\(left)
        """)
  }

  /// The rows that speak for the interventions that ended in the year or are under way, by
  /// intervention and measure.
  var speakingRows: [InterventionProgress] {
    func key(_ row: InterventionProgress) -> [String] {
      [
        row.intervention.map { data.interventions[$0].name } ?? "",
        row.measure.map { data.measures[$0].name } ?? "",
      ]
    }
    let current = Set(
      evaluation.interventions.filter { $0.period == .year && isReported($0) }.map(key))
    let rows = pack.interventions.filter {
      $0.speaks && isEffectivenessRow($0) && (isForSENCo || !pack.hides($0))
        && current.contains(key($0))
    }
    return ScalarOrder.sorted(rows, by: key)
  }

  /// Targeted interventions of a period, of the schools together where there are several: all for the
  /// SENCo; for the governors those about which they may see something, and behind them the small ones
  /// together.
  func effectivenessRows(_ period: Period) -> [InterventionProgress] {
    let rows = pack.interventions.filter { $0.period == period && isEffectivenessRow($0) }
    guard !isForSENCo else { return rows }
    let shown = rows.filter { !pack.hides($0) }
    return shown.filter(\.together.isEmpty) + shown.filter { !$0.together.isEmpty }
  }

  /// Those of the period for the SENCo that are of the intervention and the school or schools of a row:
  /// one for each measure.
  func effectivenessRows(_ period: Period, like row: InterventionProgress) -> [InterventionProgress]
  {
    guard let intervention = row.intervention else { return [] }
    let key = SchoolIntervention(scope: row.scope, intervention: intervention)
    return (pack.facts.progress[key] ?? []).filter {
      $0.period == period && isEffectivenessRow($0)
    }
  }

  /// Targeted interventions of a period about which the readers see nothing.
  func hiddenRows(_ period: Period) -> [InterventionProgress] {
    pack.interventions.filter {
      $0.period == period && isEffectivenessRow($0) && pack.hides($0) && $0.together.isEmpty
    }
  }

  /// Whether pages have a row of targeted provision.
  func isEffectivenessRow(_ row: InterventionProgress) -> Bool {
    row.measure != nil && row.started > 0 && isReported(row)
  }

  /// Whether pages have a row: that of the schools together where there are several.
  func isReported(_ row: InterventionProgress) -> Bool {
    row.scope == data.widestScope
  }

  /// Universal provision, counted.
  var universalTable: PageTable {
    let rows = evaluation.interventions.filter {
      $0.period == .term && $0.measure == nil && isReported($0)
    }
    return PageTable(
      "Universal provision: listed and counted, not evaluated",
      InterventionFigures.universalColumns, rows, in: pack)
  }

  private func notes(_ rows: [InterventionProgress]) -> Sentence {
    let pupils = pupilsUnderWay
    var notes: [Sentence] = []
    if pupils > 0, rows.first?.period == .term {
      let text: Sentence = isForSENCo ? " (\(Wording.count(pupils, "pupil", is: "pupils")))" : ""
      notes.append(
        """
        Interventions under way on \(Wording.date(evaluation.asOf), is: "as_of")\(text) are counted \
        when they end.
        """)
    }
    if !isForSENCo, let period = rows.first?.period {
      let hidden = hiddenRows(period).map { label($0, .ample) }
      if !hidden.isEmpty {
        notes.append("Left out, as few pupils could be told: \(Wording.shortList(hidden)).")
      }
    }
    if pack.isOfSeveralSchools {
      notes.append("All schools together; kpi-5.5-interventions.csv has each of them.")
    }
    return notes.joined(" ")
  }
}
