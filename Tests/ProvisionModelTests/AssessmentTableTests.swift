import ProvisionModel
import Testing

@Suite("The table of scores")
struct AssessmentTableTests {
  /// Three pupils: the first with two measures, the second with none, the third with one.
  private let table = AssessmentTable(
    firstRow: [0, 5, 5, 7],
    measure: [0, 0, 2, 2, 2, 1, 1],
    day: [10, 20, 5, 15, 25, 1, 2],
    score: [1, 2, 3, 4, 5, 6, 7],
    censoring: Array(repeating: .none, count: 7),
    line: [2, 3, 4, 5, 6, 7, 8],
    file: Array(repeating: 0, count: 7)
  )

  @Test("gives a pupil's rows as one run")
  func pupils() {
    #expect(table.count == 7)
    #expect(table.rows(ofPupil: 0) == 0..<5)
    #expect(table.rows(ofPupil: 1).isEmpty)
    #expect(table.rows(ofPupil: 2) == 5..<7)
    #expect(table.rows(ofPupil: 3).isEmpty)
  }

  @Test("gives a pupil's rows on a measure as one run, empty where there are none")
  func measures() {
    #expect(table.rows(ofPupil: 0, measure: 0) == 0..<2)
    #expect(table.rows(ofPupil: 0, measure: 1).isEmpty)
    #expect(table.rows(ofPupil: 0, measure: 2) == 2..<5)
    #expect(table.rows(ofPupil: 0, measure: 3).isEmpty)
    #expect(table.rows(ofPupil: 1, measure: 0).isEmpty)
    #expect(table.rows(ofPupil: 2, measure: 1) == 5..<7)
  }

  @Test("finds the first row from which on a condition holds")
  func partition() {
    let run = table.rows(ofPupil: 0, measure: 2)
    #expect(table.partition(run) { table.day[$0] >= 15 } == 3)
    #expect(table.partition(run) { table.day[$0] >= 16 } == 4)
    #expect(table.partition(run) { table.day[$0] >= 26 } == 5)
    #expect(table.partition(run) { table.day[$0] >= 0 } == 2)
  }

  @Test("tells the input and line of a row, also where inputs have no rows")
  func sources() {
    let table = AssessmentTable(
      firstRow: [0, 5], measure: [0, 0, 0, 0, 0], day: [1, 2, 3, 4, 5], score: [1, 2, 3, 4, 5],
      censoring: Array(repeating: .none, count: 5), line: [2, 90, 1, 7, 3], file: [1, 1, 3, 3, 4])
    let sources = (0..<5).map { table.source(ofRow: $0) }
    #expect(sources.map(\.file) == [1, 1, 3, 3, 4])
    #expect(sources.map(\.line) == [2, 90, 1, 7, 3])
  }

  @Test("holds dates of all years that files may have")
  func dates() throws {
    let days = try ["1900-01-01", "1970-01-01", "2199-12-31"].map {
      try #require(Day(iso: $0)).number
    }
    let table = AssessmentTable(
      firstRow: [0, 3], measure: [5000, 5000, 5000], day: days, score: [1, 2, 3],
      censoring: Array(repeating: .none, count: 3), line: [2, 3, 4], file: [0, 0, 0])
    #expect(Array(table.day) == days)
    #expect(table.rows(ofPupil: 0, measure: 5000) == 0..<3)
  }
}
