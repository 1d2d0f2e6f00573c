import Analysis
import ProvisionModel

/// The scores in other subjects that o is made of (METHOD §5.1, "Another subject").
extension Explanation {
  /// The latest scores of each other measure beside the mean of their year group and term.
  func otherSubjectLines(_ position: Int, _ own: Compared) -> [String] {
    let pupil = episode(position).pupil
    return data.measures.indices.filter { $0 != episode(position).measure }.flatMap { measure in
      let rows = otherRows(pupil, measure, baseline: own.days[0])
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

  /// The rows of up to three scores of a measure that count for o, the latest first.
  private func otherRows(_ pupil: Int, _ measure: Int, baseline: Int32) -> [Int] {
    let comparison = evaluation.figures.comparison
    guard data.measures[measure].attainment, comparison.referenceSDs[measure] != nil else {
      return []
    }
    let table = data.assessments
    let earliest = baseline - Int32(data.settings.evidence.lookbackDays)
    let latest = min(baseline + OtherScores.daysAfter, evaluation.asOf.number)
    let tested = pupilsTested(pupil, measure)
    let rows = table.rows(ofPupil: pupil, measure: measure).reversed().filter { row in
      guard table.day[row] > earliest, table.day[row] <= latest, table.censoring[row] == .none,
        let stratum = comparison.stratum(ofRow: row, pupil: pupil, measure: measure)
      else { return false }
      return stratum.count >= data.settings.thresholds.minimumStratum && 2 * stratum.count >= tested
    }
    return Array(rows.prefix(OtherScores.most))
  }

  /// How many pupils of a pupil's cohort have any score on a measure.
  private func pupilsTested(_ pupil: Int, _ measure: Int) -> Int {
    let (school, yearGroup) = (data.pupils[pupil].school, data.pupils[pupil].yearGroup)
    let table = data.assessments
    return data.pupils.indices.count { other in
      data.pupils[other].school == school && data.pupils[other].yearGroup == yearGroup
        && table.rows(ofPupil: other, measure: measure).contains {
          table.censoring[$0] == .none && table.day[$0] <= evaluation.asOf.number
        }
    }
  }
}

/// Which scores in other subjects count (METHOD §5.1).
private enum OtherScores {
  /// Up to so many days after the baseline.
  static let daysAfter: Int32 = 21
  /// At most so many of a measure.
  static let most = 3
}
