import Analysis
import ProvisionModel

/// What can be said of the interventions, on a page (METHOD §5–7).
extension Report {
  /// The table of a period: a verdict with its sentence for each intervention and measure.
  func verdictTable(_ period: Period, _ pack: Pack) -> PageTable {
    let rows = effectivenessRows(period, pack)
    let shown = rows.filter { isShown($0, .effects, pack) }
    let withheld = rows.filter { !isShown($0, .effects, pack) }.map { label($0, .ample) }
    return PageTable(
      caption: "\(title(of: period)): what can be said",
      headings: [
        .text("Intervention"), .text("Measure"), .text("Verdict"), .prose("In a sentence"),
        .number("Compared"), .number("Effect size"), .number("Outer 95% range"),
        .number("Months of progress"), .number("Evidence (0 to 4)"), .words("Beware"),
      ],
      things: shown,
      note:
        "Effect sizes are in standard deviations of the test, from the smaller to the larger of "
        + "the two comparisons. Compared: episodes with similar pupils, of those with both tests. Months stand "
        + "where both comparisons could be made."
        + (withheld.isEmpty ? "" : " Verdict left out: \(Wording.shortList(withheld))."),
      in: pack
    ) { verdictCells($0, pack) }
  }

  private func verdictCells(_ row: InterventionProgress, _ pack: Pack) -> [String] {
    let evidence = row.evidence
    let measure = row.measure.map { data.measures[$0] }
    func effect(_ text: String) -> String { shown(text, row, .effects, pack) }
    let compared = "\(count(evidence.matchedEpisodes, pack)) of \(count(row.progress.paired, pack))"
    return [
      interventionName(row), measure.map(measureName) ?? "", effect(evidence.verdict.title),
      effect(sentence(row, pack) ?? ""),
      measure?.kind == .ordinal ? "" : shown(compared, row, .matchedCount, pack),
      effect(Wording.range(evidence.range)), effect(Wording.range(evidence.outerInterval)),
      effect(evidence.basis == .similarPupils ? Wording.months(evidence.months) : ""),
      effect(String(evidence.strength)), effect(Wording.list(evidence.warnings.map(\.title))),
    ]
  }

  /// What is said of a row; with the numbers of pupils where the readers may see them.
  private func sentence(_ row: InterventionProgress, _ pack: Pack) -> String? {
    let isCounted =
      pack == .senco
      || (rules.rounding == 1 && isShown(row, .matchedCount, pack)
        && isShown(row, .growthCount, pack) && row.pupilsPaired == row.progress.paired)
    return row.measure.map {
      VerdictSentence(
        row, measure: data.measures[$0], minimumPupils: data.settings.thresholds.minimumPupils,
        isCounted: isCounted
      ).text
    }
  }
}
