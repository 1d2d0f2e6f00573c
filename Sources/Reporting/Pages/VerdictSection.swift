import Analysis
import ProvisionModel

/// What can be said of the interventions, on a page (METHOD §5–7).
extension Report {
  /// The table of a period: a verdict with its sentence for each intervention and measure.
  func verdictTable(_ period: Period, _ pack: Pack) -> PageTable {
    PageTable(
      caption: "\(title(of: period)): what can be said",
      headings: [
        .text("Intervention"), .text("Measure"), .text("Verdict"), .prose("In a sentence"),
        .number("Compared"), .number("Effect size"), .number("Outer 95% range"),
        .number("Months of progress"), .number("Evidence (0 to 4)"), .words("Beware"),
      ],
      things: effectivenessRows(period),
      note:
        "Effect sizes are in standard deviations of the test, from the smaller to the larger of "
        + "the two comparisons. Compared: episodes with similar pupils, of those with both tests. Months stand "
        + "where both comparisons could be made."
    ) { verdictCells($0, pack) }
  }

  private func verdictCells(_ row: InterventionProgress, _ pack: Pack) -> [String] {
    let evidence = row.evidence
    let measure = row.measure.map { data.measures[$0] }
    let sentence = measure.map {
      VerdictSentence(row, measure: $0, minimumPupils: data.settings.thresholds.minimumPupils).text
    }
    func compared(_ text: String) -> String {
      shown(text, pupils: min(row.pupilsPaired, matchedPupils(row)), of: row.pupils, pack)
    }
    // A school may ask for more pupils before anything is shown than an effect needs.
    func effect(_ text: String) -> String { shown(text, pupils: evidence.fewestPupils, pack) }
    return [
      interventionName(row), measure.map(measureName) ?? "", effect(evidence.verdict.title),
      effect(sentence ?? ""),
      measure?.kind == .ordinal
        ? "" : compared("\(evidence.matchedEpisodes) of \(row.progress.paired)"),
      effect(Wording.range(evidence.range)), effect(Wording.range(evidence.outerInterval)),
      effect(evidence.basis == .similarPupils ? Wording.months(evidence.months) : ""),
      effect(String(evidence.strength)), effect(Wording.list(evidence.warnings.map(\.title))),
    ]
  }

  /// The pupils with a matched contrast; all paired ones where nobody has one.
  private func matchedPupils(_ row: InterventionProgress) -> Int {
    row.evidence.matchedPupils == 0 ? row.pupilsPaired : row.evidence.matchedPupils
  }
}
