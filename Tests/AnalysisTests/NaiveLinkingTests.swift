import Analysis
import ProvisionModel
import TestSupport
import Testing

/// Linking by binary search against linking by looking at everything.
@Suite struct NaiveLinkingTests {
  @Test("linking finds the scores that a search through all of them finds", arguments: 1...40)
  func bothFindTheSameScores(seed: UInt64) {
    var chance = SeededGenerator(seed: seed)
    let school = school(&chance)
    let data = school.data
    let asOf = data.lastDate.advanced(by: -Int.random(in: 0...120, using: &chance))
    let linking = Linking(data: data, asOf: asOf)
    let naive = NaiveLinking(school: school, asOf: asOf)
    let episodes = EpisodeList(data: data, asOf: asOf).episodes
    #expect(!episodes.isEmpty)
    for episode in episodes {
      let link = linking.link(episode)
      let expected = naive.link(episode)
      #expect(same(link.baseline, expected.baseline), "baseline of row \(episode.row)")
      #expect(same(link.outcome, expected.outcome), "outcome of row \(episode.row)")
    }
  }

  /// A school of eight pupils with scores on a few days, so that there are many ties.
  private func school(_ chance: inout SeededGenerator) -> SchoolBuilder {
    var school = SchoolBuilder()
    let first = day("2025-09-01")
    for name in ["Reading", "Number", "Spelling"] { _ = school.measure(name) }
    school.settings.linking.baselineDaysBefore = Int.random(in: 0...100, using: &chance)
    school.settings.linking.outcomeDaysBefore = Int.random(in: 0...40, using: &chance)
    for pupil in 1...8 {
      for measure in 0...2 {
        let offsets = Set((0..<8).map { _ in Int.random(in: 0...45, using: &chance) * 5 })
        for offset in offsets.shuffled(using: &chance) {
          school.score(
            "P\(pupil)",
            measure,
            on: first.advanced(by: offset),
            Double(Int.random(in: 70...130, using: &chance)),
            Int.random(in: 0...9, using: &chance) == 0 ? .below : .none
          )
        }
      }
      for _ in 0..<3 {
        let start = Int.random(in: 0...40, using: &chance) * 5
        let length = Int.random(in: 0...20, using: &chance) * 5
        let isOpen = Int.random(in: 0...5, using: &chance) == 0
        let own = Int.random(in: 0...5, using: &chance)
        school.row(
          "P\(pupil)",
          from: first.advanced(by: start),
          to: isOpen ? nil : first.advanced(by: start + length)
        ) { row in
          row.measures = [own % 3]
          if own == 4 { row.entryScores = [.cell(80)] }
          if own == 5 { row.exitScores = [.cell(99)] }
        }
      }
    }
    return school
  }

  private func same(_ left: LinkedScore?, _ right: LinkedScore?) -> Bool {
    left?.value == right?.value && left?.day == right?.day && left?.censoring == right?.censoring
  }
}
