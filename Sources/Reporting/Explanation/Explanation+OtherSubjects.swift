import Analysis
import ProvisionModel

/// The scores in other subjects that o is made of (METHOD §5.1, "Another subject").
extension Explanation {
  /// The latest scores of each other measure beside the mean of their year group and term.
  func otherSubjectLines(_ position: Int, _ own: Compared) -> [String] {
    let pupil = episode(position).pupil
    return data.measures.indices.filter { $0 != episode(position).measure }.flatMap { measure in
      let rows = evaluation.figures.comparison.otherSubjectRows(
        pupil: pupil, measure: measure, baseline: own.days[0])
      return rows.isEmpty ? [] : otherLines(rows, pupil, measure)
    }
  }

  private func otherLines(_ rows: [Int], _ pupil: Int, _ measure: Int) -> [String] {
    let comparison = evaluation.figures.comparison
    guard let sd = comparison.referenceSDs[measure]?.value else { return [] }
    let sign = data.measures[measure].sign
    let found = rows.map { row in
      let mean = comparison.stratum(ofRow: row, pupil: pupil, measure: measure)?.mean ?? 0
      return (row: row, mean: mean, deviation: sign * (data.assessments.score[row] - mean) / sd)
    }
    let mean = found.reduce(0) { $0 + $1.deviation } / Double(found.count)
    return ["\(data.measures[measure].name), s = \(exact(sd)): mean \(exact(mean))"]
      + found.map { row, mean, deviation in
        let turned = sign < 0 ? "-" : ""
        return
          "  \(PlainNumber.shortest(data.assessments.score[row])) on "
          + "\(Day(number: data.assessments.day[row])), \(place(ofRow: row)): "
          + "\(turned)(score - \(exact(mean))) / s = \(signed(deviation))"
      }
  }
}
