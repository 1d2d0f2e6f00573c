import ProvisionModel
import Testing

@testable import Analysis

/// The fits of METHOD §5.2 against the reference implementation's.
@Suite struct FixtureFitTests {
  private static let labels = [
    "', ", ", ", ") N ", " nu ", " A ", " B ", " error variance ", " kappa ", " lambda ", " s_u ",
    " G ", " s2 ", " slope ",
  ]

  @Test("a fit has the reference's figures", arguments: ExpectedFigures.lines("fit ('Own'"))
  func aFitHasTheReferencesFigures(line: ExpectedFigures.Line) throws {
    let fields = try line.fields(Self.labels)
    let key = FitKey(
      measure: 0, scores: try #require(Int(fields[1])), usesOther: fields[2] == "1")
    let fit = try #require(try FixtureSchool.evaluated(line.part).figures.comparison.fit(key))
    func used(_ coefficients: Scores4) -> [Double] {
      (0..<key.predictors).map { coefficients[$0] }
    }
    func both(_ bends: SIMD2<Double>) -> [Double] { [bends.x, bends.y] }
    func ends(_ values: Ends<Double>) -> [Double] { [values.score, values.need] }
    #expect(fit.pairs == Int(fields[3]))
    #expect(fit.degreesOfFreedom == Int(fields[4]))
    #expect(arePrinted(used(fit.coefficients.score), as: try ExpectedFigures.numbers(fields[5]), 6))
    #expect(arePrinted(used(fit.coefficients.need), as: try ExpectedFigures.numbers(fields[6]), 6))
    #expect(arePrinted([fit.errorVariance], as: try ExpectedFigures.words(fields[7]), 4))
    #expect(arePrinted(both(fit.bends.score), as: try ExpectedFigures.numbers(fields[8]), 5))
    #expect(fit.bends.need == pointwiseMin(fit.bends.score, SIMD2.zero))
    #expect(arePrinted(both(fit.bendSlopes), as: try ExpectedFigures.numbers(fields[9]), 6))
    #expect(arePrinted([fit.predictionSD], as: try ExpectedFigures.words(fields[10]), 5))
    let rows = try matrix(fields[11])
    let covariance = fit.bendCovariance
    #expect(arePrinted([covariance.diagonal.x, covariance.off], as: rows[0], 6))
    #expect(arePrinted([covariance.off, covariance.diagonal.y], as: rows[1], 6))
    #expect(arePrinted(ends(fit.variance), as: try ExpectedFigures.words(fields[12]), 4))
    #expect(arePrinted(ends(fit.varianceSlope), as: try ExpectedFigures.words(fields[13]), 5))
  }

  /// The rows of a list of lists.
  private func matrix(_ list: String) throws -> [[Double]] {
    let inner = list.dropFirst().dropLast()
    let rows = inner.split(separator: "], ").map { $0.hasSuffix("]") ? String($0) : $0 + "]" }
    return try rows.map(ExpectedFigures.numbers)
  }

  @Test(
    "a part has no other fits than the reference",
    arguments: zip(FixtureSchool.Part.allCases, [6, 3]))
  func thereAreNoOtherFits(part: FixtureSchool.Part, count: Int) throws {
    #expect(try FixtureSchool.evaluated(part).figures.comparison.fits.count == count)
    #expect(ExpectedFigures.lines("fit ").count { $0.part == part } == count)
  }
}
