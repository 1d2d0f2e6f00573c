import ProvisionModel
import Testing

@Suite("A measure reads a score cell")
struct MeasureReadingTests {
  @Test("as months where it is in ages, up to 30 years")
  func ages() {
    let measure = Measure(name: "Salford", kind: .age)
    #expect(measure.reading(shape: .age, value: 90, text: "7:06") == .score(90))
    #expect(measure.reading(shape: .age, value: 360, text: "30:00") == .score(360))
    guard case .outOfRange = measure.reading(shape: .age, value: 361, text: "30:01") else {
      Issue.record("an age over 30 years is no reading age")
      return
    }
  }

  @Test("of a standardised scale up to six standard deviations from the mean")
  func standardised() {
    let measure = Measure(name: "NGRT SAS", kind: .standardised)
    #expect(measure.limits == 10...190)
    #expect(measure.reading(shape: .whole, value: 190, text: "190") == .score(190))
    guard case .outOfRange = measure.reading(shape: .whole, value: 722_025, text: "722025") else {
      Issue.record("a date without separators is no standardised score")
      return
    }
  }

  @Test("of a scale with limits of its own within them")
  func ownLimits() {
    var measure = Measure(name: "Phonics", kind: .points)
    measure.minimum = 0
    measure.maximum = 40
    #expect(measure.reading(shape: .whole, value: 40, text: "40") == .score(40))
    guard case .outOfRange = measure.reading(shape: .whole, value: 41, text: "41"),
      case .outOfRange = measure.reading(shape: .whole, value: -1, text: "-1")
    else {
      Issue.record("41 and -1 are not on a scale of 0 to 40")
      return
    }
  }

  @Test("as the position of a code, whatever its case, where the codes are ordered")
  func ordinal() {
    var measure = Measure(name: "Writing", kind: .ordinal)
    measure.codes = ["WTS", "EXS", "GDS"]
    #expect(measure.reading(shape: .text, value: 0, text: "EXS") == .score(1))
    #expect(measure.reading(shape: .text, value: 0, text: "gds") == .score(2))
    #expect(measure.reading(shape: .text, value: 0, text: "A") == .notAssessed)
    #expect(measure.reading(shape: .empty, value: 0, text: "") == .notAssessed)
  }

  @Test(
    "as not assessed for absent, disapplied and the like",
    arguments: ["A", "a", "D", "L", "M", "X"]
  )
  func notAssessed(text: String) {
    for kind in MeasureKind.allCases {
      let measure = Measure(name: "Any", kind: kind)
      #expect(measure.reading(shape: .text, value: 0, text: text) == .notAssessed)
    }
  }
}
