import ProvisionModel
import TestSupport
import Testing

@testable import Reporting

/// Where values stand in a picture.
@Suite struct ChartGeometryTests {
  @Test("a scale places values in proportion and those beyond at its ends")
  func aScalePlacesValuesInProportionAndThoseBeyondAtItsEnds() {
    let scale = Scale(-1...3, from: 10, to: 90)
    #expect([-1, 0, 1, 3].map(scale.place) == [10, 30, 50, 90])
    #expect([-9, 9].map(scale.place) == [10, 90])
    // Larger scores stand higher up.
    let up = Scale(60...100, from: 250, to: 50)
    #expect([60, 80, 100].map(up.place) == [250, 150, 50])
  }

  @Test("ticks are the multiples of a step among the values")
  func ticksAreTheMultiplesOfAStepAmongTheValues() {
    #expect(Ticks.multiples(of: 0.5, in: -1...0.7) == [-1, -0.5, 0, 0.5])
    #expect(Ticks.multiples(of: 10, in: 61...69).isEmpty)
    #expect(Ticks.multiples(of: 0.1, in: 0...0.3).count == 4)
  }

  @Test(
    "a round step is one, two or five and makes no more steps than asked",
    arguments: [
      (41.0, 5, 10.0), (40, 5, 10), (10, 5, 2), (4, 5, 1), (0.9, 6, 0.2), (900, 5, 200),
      (0.02, 5, 0.005),
      (1, 1, 1), (1e6, 4, 500_000),
    ])
  func aRoundStepIsOneTwoOrFiveAndMakesNoMoreStepsThanAsked(
    length: Double, most: Int, step: Double
  ) {
    #expect(abs(Ticks.roundStep(length: length, most: most) - step) < 1e-9)
  }

  @Test("a step among some is doubled where none is long enough")
  func aStepAmongSomeIsDoubledWhereNoneIsLongEnough() {
    #expect(Ticks.step(among: [1, 3, 6], length: 14, most: 5) == 3)
    #expect(Ticks.step(among: [1, 3, 6], length: 100, most: 5) == 24)
  }

  @Test("effects have an axis around none that is cut off far away")
  func effectsHaveAnAxisAroundNoneThatIsCutOffFarAway() {
    #expect(EffectAxis([0.1]).scale.values == -0.5...0.5)
    #expect(EffectAxis([-0.6, 0.8]).scale.values == -0.75...1)
    #expect(EffectAxis([-7, 9]).scale.values == -2...2)
    #expect(EffectAxis([]).scale.values == -0.5...0.5)
  }

  @Test("the end of an interval that is cut off is an arrow head")
  func theEndOfAnIntervalThatIsCutOffIsAnArrowHead() {
    let axis = EffectAxis([-7, 1])
    var drawing = Drawing()
    axis.interval(&drawing, -7...1, 44)
    #expect(drawing.marks.contains("<svg x=\"3%\" y=\"44\"><path class=\"arrow\""))
    // One line across, one at the end that is not cut off, and the arrow head in its own SVG.
    #expect(drawing.marks.count { $0 == "<" } == 2 + 3)
    #expect(drawing.marks.contains("x1=\"3%\" y1=\"44\" x2=\"97%\" y2=\"44\""))
  }

  @Test("scores have ticks as the measure writes them")
  func scoresHaveTicksAsTheMeasureWritesThem() {
    func texts(_ scores: [Double], _ measure: Measure) -> String {
      var drawing = Drawing()
      ScoreAxis(scores, measure, top: 0, bottom: 100).draw(&drawing)
      return drawing.marks
    }
    let age = texts([80, 101], Measure(name: "Age", kind: .age))
    #expect(age.contains(">7:00</text>") && age.contains(">8:00</text>"))
    var codes = Measure(name: "Codes", kind: .ordinal)
    codes.codes = ["WTS", "EXS", "GDS"]
    let ordinal = texts([0, 2], codes)
    for code in codes.codes { #expect(ordinal.contains(">\(code)</text>")) }
    // One score has an axis, too.
    #expect(texts([100], Measure(name: "S", kind: .standardised)).contains(">100</text>"))
  }

  @Test("numbers have two decimals at most")
  func numbersHaveTwoDecimalsAtMost() {
    #expect(
      [1, 0.5, 1.0 / 3, -0.001, 12.10].map(Drawing.number) == ["1", "0.5", "0.33", "0", "12.1"])
    #expect(Wording.tick(-0.25) == "−0.25")
  }
}
