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
}
