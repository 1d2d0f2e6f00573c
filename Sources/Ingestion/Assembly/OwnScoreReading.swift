import Diagnostics
import ProvisionModel

extension SchoolData {
  /// Reads the provision map's own scores of all rows whose measures are known; those of the others
  /// are read when the as-of date tells on which measures their pupils have scores.
  ///
  /// - Returns: What is wrong with them, in file order.
  mutating func readOwnScores() -> [Finding] {
    var findings: [Finding] = []
    for index in provision.indices where provision[index].hasOwnScores {
      let row = provision[index]
      // Universal provision is not evaluated, whatever its scores.
      guard !isUniversal(row), let measures = namedMeasures(of: row) else { continue }
      func read(_ scores: OwnScores, _ column: EpisodeColumn) -> OwnScores {
        .read(self.read(scores, of: row, measures: measures, in: column, findings: &findings))
      }
      let entry = read(row.entryScores, .entryScore)
      let target = read(row.targetScores, .targetScore)
      let exit = read(row.exitScores, .exitScore)
      provision[index].entryScores = entry
      provision[index].targetScores = target
      provision[index].exitScores = exit
    }
    return findings
  }
}

extension ProvisionRow {
  fileprivate var hasOwnScores: Bool {
    !entryScores.isEmpty || !targetScores.isEmpty || !exitScores.isEmpty
  }
}
