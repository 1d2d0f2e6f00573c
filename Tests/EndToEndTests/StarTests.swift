import TestSupport
import TestTraits
import Testing

@Suite(
  "The STAR experiment",
  .long, .enabled(if: ProjectFolder.hasStar, Comment(rawValue: ProjectFolder.starIsMissing))
)
struct StarTests {
  /// The columns of a row's figures; those of the score end are named `matched`, those of the need end
  /// `growth` (CONTRACT).
  private func figures(_ row: StarRow) -> [(column: String, value: Double)] {
    let counts = [
      ("n_started", row.started), ("n_paired", row.paired), ("n_matched", row.used),
      ("n_growth", row.used),
    ].map { (column: $0.0, value: Double($0.1)) }
    let ends = [("matched", row.score), ("growth", row.need)].flatMap { end, values in
      zip(["effect", "se", "g"], values).map { (column: "\(end)_\($0.0)", value: $0.1) }
    }
    return counts + ends
  }

  @Test("gives every figure of METHOD's table, and the verdicts", arguments: StarRow.terms)
  func everyFigure(term: String) throws {
    let settings = try TemporaryFolder()
    try settings.write("star.yml", "linking: {baseline_days_before: 180}\n")
    let reports = try ReportsFolder(
      of: try #require(ProjectFolder.star),
      term: term,
      options: ["--config", settings.path(of: "star.yml"), "--format", "csv"]
    )
    try expectTrueFindings(reports)
    let table = try reports.table("senco/kpi-5.5-interventions.csv")
    for wanted in StarRow.all where wanted.term == term {
      let rows = table.rows(where: [
        "period": "term", "school": "all", "intervention": wanted.intervention,
        "measure": wanted.measure,
      ])
      let row = try #require(rows.first)
      #expect(rows.count == 1)
      for figure in figures(wanted) {
        let value = try #require(row[figure.column].flatMap(Double.init), "\(figure.column)")
        #expect(abs(value - figure.value) < StarRow.tolerance, "\(figure.column) of \(wanted)")
      }
      #expect(row["verdict"] == wanted.verdict)
      #expect(row["basis"] == "two-predictions")
    }
    let sds = Set(table.rows.compactMap { $0["reference_sd"].flatMap(Double.init) })
    #expect(sds.count == 2)
    for wanted in StarRow.referenceSDs {
      #expect(sds.contains { abs($0 - wanted) < 1e-4 })
    }
  }

  /// All that is told of STAR is of pupils who never took a test, and true.
  private func expectTrueFindings(_ reports: ReportsFolder) throws {
    #expect(reports.outcome.exit == 1)
    let star = FolderContents(of: try #require(ProjectFolder.star))
    let map = String(decoding: star["provision-map.csv"], as: UTF8.self).split(separator: "\n")
    func pupil(_ line: Substring) -> Substring {
      // The school and the pupil's id are the first two cells, and no cell has quotes.
      line.split(separator: ",", maxSplits: 2).prefix(2).joined(separator: ",")[...]
    }
    // A row whose last cell, the score, is empty is no test taken.
    let tests = String(decoding: star["tracking.csv"], as: UTF8.self).split(separator: "\n")
    let tested = Set(tests.filter { $0.last != "," }.map(pupil))
    let findings = try reports.table("senco/data-quality.csv").rows
    let wanted = map.indices.filter { !tested.contains(pupil(map[$0])) }.map { String($0 + 1) }
    #expect(findings.allSatisfy { $0["code"] == "pupil-without-scores" })
    // The header of the map names the pupil's columns as that of the tracking file does.
    #expect(findings.compactMap { $0["line"] } == wanted)
  }
}
