import ProvisionModel
import TestSupport
import Testing

@testable import Analysis

/// The rows of KPI 5.5 and 9.5 against the reference implementation's (METHOD §5.4, §7 and §8).
@Suite struct FixtureRowTests {
  @Test("a row has the reference's figures", arguments: ExpectedFigures.lines("('"))
  func aRowHasTheReferencesFigures(line: ExpectedFigures.Line) throws {
    let evaluation = try FixtureSchool.evaluated(line.part)
    let name = try line.fields(["('", "', 'Own')"])[1]
    let row = try #require(
      evaluation.interventions.first { row in
        row.period == .term && row.measure == 0
          && row.intervention.map { evaluation.figures.data.interventions[$0].name } == name
      })
    var expected = try ExpectedRow(line.text)
    try expectCounts(row, &expected)
    let evidence = row.evidence
    let ends = try #require(evidence.ends)
    for (end, effect) in [("score", ends.score), ("need", ends.need)] {
      let size = effect.size
      let figures = [
        "effect": effect.value, "se": effect.standardError, "g": size.value,
        "g_low": size.interval.lowerBound, "g_high": size.interval.upperBound,
      ]
      for (figure, value) in figures {
        let wanted = try expected.number("\(end)_\(figure)")
        #expect(isPrinted(value, as: wanted, 5), "\(end)_\(figure)")
      }
    }
    let sure = try #require(evidence.probabilities)
    let figures: [String: Double?] = [
      "mean_gain": row.progress.meanGain, "n_far": evidence.farOut,
      "distance": evidence.distance, "beyond": evidence.beyond, "p_value": evidence.pValue,
      "p_better": sure.better.lowerBound, "p_better_high": sure.better.upperBound,
      "p_worse": sure.worse.lowerBound, "p_worse_high": sure.worse.upperBound,
      "p_same": sure.same.lowerBound,
    ]
    for (figure, value) in figures {
      let wanted = try expected.number(figure)
      #expect(isPrinted(value, as: wanted, 5), "\(figure)")
    }
    #expect(expected.asked == expected.names)
  }

  private func expectCounts(
    _ row: InterventionProgress, _ expected: inout ExpectedRow
  ) throws {
    #expect(Double(row.started) == (try expected.number("n_started")))
    #expect(Double(row.progress.paired) == (try expected.number("n_paired")))
    #expect(Double(row.evidence.contrasts) == (try expected.number("n_used")))
    #expect(Double(row.evidence.contrastPupils) == (try expected.number("pupils")))
    #expect(row.evidence.verdict.rawValue == (try expected.word("verdict")))
    #expect(row.evidence.basis.rawValue == (try expected.word("basis")))
    let ofContrasts = row.evidence.warnings.map(\.rawValue).filter {
      ContrastWarning(rawValue: $0) != nil
    }
    let wanted = try expected.word("warnings").split(separator: ";").map(String.init)
    #expect(ofContrasts.sorted() == wanted)
  }

  @Test(
    "a TA or TA group has the reference's figures",
    arguments: ExpectedFigures.lines("TA ") + ExpectedFigures.lines("group "))
  func aUnitHasTheReferencesFigures(line: ExpectedFigures.Line) throws {
    let evaluation = try FixtureSchool.evaluated(line.part)
    let isGroup = line.text.hasPrefix("group ")
    let name = try line.fields([isGroup ? "group Support/" : "TA ", " {"])[1]
    let row = try #require(
      evaluation.units.first { row in
        row.period == .term && row.unit == name
          && row.kind == (isGroup ? .group : .teachingAssistant)
      })
    var expected = try ExpectedRow(line.text)
    #expect(Double(row.pupilsUsed) == (try expected.number("n")))
    let ofKind = evaluation.units.filter { $0.period == .term && $0.kind == row.kind }
    #expect(ofKind.count == (isGroup ? 3 : 4))
    try expectUnit(try #require(row.pooled), in: pooled(ofKind, evaluation), &expected, decimals: 5)
  }

  /// The units of some rows, pooled once more, for what the rows do not keep.
  private func pooled(_ rows: [UnitProgress], _ evaluation: Evaluation) -> PooledUnits {
    let figures = evaluation.figures
    let progress = figures.episodes.indices.map { figures.progressInSD($0) }
    let values = rows.map { row in
      figures.valuesOfPupils(row.ended.filter { progress[$0] != nil }, progress)
    }
    return PooledUnits(values, groupSD: figures.data.settings.evidence.groupSd)
  }

  private func expectUnit(
    _ unit: PooledUnits.Unit, in all: PooledUnits, _ expected: inout ExpectedRow, decimals: Int
  ) throws {
    let mean = try #require(all.mean)
    let figures: [String: Double?] = [
      "mean": unit.mean, "shrunk": unit.shrunkMean, "low": unit.interval.lowerBound,
      "high": unit.interval.upperBound, "B": (unit.shrunkMean - mean) / (unit.mean - mean),
      "p": all.variances?.p,
    ]
    for (figure, value) in figures {
      let wanted = try expected.number(figure)
      #expect(isPrinted(value, as: wanted, decimals), "\(figure)")
    }
    #expect(unit.finding.rawValue == (try expected.word("finding")))
    #expect(expected.asked == expected.names)
  }

  @Test("three made-up units have the reference's figures")
  func threeMadeUpUnits() throws {
    func values(_ values: [Double], _ groups: [Int]) -> [PooledUnits.Value] {
      zip(values, groups).map { PooledUnits.Value(progress: $0, group: $1) }
    }
    let pooled = PooledUnits(
      [
        values([0.9, 0.7, 0.8, 1.0, 0.6], [0, 0, 1, 1, 1]),
        values([0, 0.2, -0.1, 0.1], [2, 2, 2, 2]),
        values([0.1, -0.2, 0, 0.2, -0.1, 0.05], [3, 3, 3, 3, 4, 4]),
      ], groupSD: 0.1)
    let lines = ExpectedFigures.lines(under: "units, three made-up TAs")
    #expect(lines.count == 3)
    for (line, (unit, count)) in zip(lines, zip(pooled.units, [5.0, 4, 6])) {
      var expected = try ExpectedRow(line)
      #expect(try expected.number("n") == count)
      try expectUnit(try #require(unit), in: pooled, &expected, decimals: 6)
    }
  }
}
