import Analysis
import ProvisionModel
import TestSupport
import TestTraits
import Testing

/// METHOD §11's table of the STAR experiment, as it is computed; what the files say of it is a test
/// of the whole program.
@Suite(
  "The figures of STAR",
  .long, .enabled(if: ProjectFolder.hasStar, Comment(rawValue: ProjectFolder.starIsMissing))
)
struct StarFiguresTests {
  @Test("gives the table's eight rows")
  func eightRows() throws {
    let star = try StarSchools(folder: try #require(ProjectFolder.star))
    let data = star.school.data
    for name in StarRow.terms {
      let first = day("\(name.prefix(4))-09-01")
      let terms = data.settings.terms
      var term = terms.term(containing: first)
      while term.id != name { term = terms.term(containing: term.last.advanced(by: 1)) }
      let evaluation = Evaluation(data: data, term: term, jobs: 2)
      let table = evaluation.interventions.filter { $0.period == .term && $0.scope == .all }
      #expect(table.count == 4)
      for wanted in StarRow.all where wanted.term == name {
        let row = try #require(
          table.first { row in
            data.measures[row.measure!].name == wanted.measure
              && data.interventions[row.intervention!].name == wanted.intervention
          })
        expect(row, wanted, try #require(row.evidence.ends))
      }
      let sds = evaluation.figures.comparison.referenceSDs.compactMap { $0?.value }.sorted(by: >)
      #expect(zip(sds, StarRow.referenceSDs).allSatisfy { isPrinted($0, as: $1, 4) })
    }
  }

  private func expect(_ row: InterventionProgress, _ wanted: StarRow, _ ends: Ends<Effect>) {
    #expect(row.started == wanted.started, "\(wanted)")
    #expect(row.progress.paired == wanted.paired, "\(wanted)")
    #expect(row.evidence.contrasts == wanted.used, "\(wanted)")
    for (effect, figures) in [(ends.score, wanted.score), (ends.need, wanted.need)] {
      let found = [effect.value, effect.standardError, effect.size.value]
      for (value, figure) in zip(found, figures) {
        #expect(abs(value - figure) < StarRow.tolerance, "\(wanted)")
      }
    }
    #expect(row.evidence.verdict.rawValue == wanted.verdict, "\(wanted)")
    #expect(row.evidence.basis == .twoPredictions)
  }
}
