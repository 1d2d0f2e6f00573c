package import Analysis
import ProvisionModel

/// How the figures of a row of KPI 5.5 came about, down to the file and line of each score: plain
/// lines for the terminal, whose numbers add up to what the table says.
package struct Explanation {
  let evaluation: Evaluation
  let data: SchoolData
  let row: InterventionProgress
  let measure: Measure
  /// The ended episodes of the row, in file order.
  let ended: [Int]
  /// The comparison sets of those, in the order of their names C1, C2, …
  let sets: [Int]

  /// The explanation of a row.
  ///
  /// - Parameter row: One of the evaluation's `interventions`, not of universal provision.
  package init?(_ row: InterventionProgress, of evaluation: Evaluation) {
    guard let measure = row.measure, let intervention = row.intervention else { return nil }
    let figures = evaluation.figures
    let data = figures.data
    let days = row.period.days(term: evaluation.term, calendar: data.settings.terms)
    let isOfSchool = { (pupil: Int) in
      row.scope == .all || row.scope == .school(data.pupils[pupil].school)
    }
    ended = figures.episodes.indices.filter { position in
      let episode = figures.episodes[position]
      return episode.intervention == intervention && episode.measure == measure
        && isOfSchool(episode.pupil) && episode.status == .ended
        && episode.end.map(days.contains) ?? false
    }
    var sets: [Int] = []
    for position in ended {
      guard let set = figures.comparison.contrasts[position].set, !sets.contains(set) else {
        continue
      }
      sets.append(set)
    }
    self.sets = sets
    self.evaluation = evaluation
    self.data = data
    self.row = row
    self.measure = data.measures[measure]
  }

  /// The lines.
  ///
  /// - Parameter pupil: The pupil whose episodes are told in full; nil: all.
  package func lines(pupil: String? = nil) -> [String] {
    let told = ended.filter { position in
      pupil.map { data.pupils[evaluation.figures.episodes[position].pupil].id == $0 } ?? true
    }
    let toldSets = sets.filter { set in
      told.contains { evaluation.figures.comparison.contrasts[$0].set == set }
    }
    return heading + ruler + told.flatMap(episodeLines) + toldSets.flatMap(setLines)
      + contrastTable + sums
  }

  private var heading: [String] {
    let period = row.period == .term ? evaluation.term.title : row.period.rawValue
    let school = data.schools.count > 1 ? ", school \(data.name(of: row.scope))" : ""
    return [
      "\(row.intervention.map { data.interventions[$0].name } ?? ""), \(measure.name): period "
        + "\(row.period.rawValue) (\(period)\(school))",
      "as known on \(evaluation.asOf); scores are \(unit)"
        + (measure.lowerIsBetter ? "; lower is better: gains and contrasts are turned round" : ""),
      "",
    ]
  }

  private var unit: String {
    switch measure.kind {
    case .age: "ages in months"
    case .standardised: "standardised"
    case .points: "points"
    case .ordinal: "codes: a gain is a number of steps"
    }
  }

  /// What is measured with: the reference SD, how near similar pupils start, the slopes.
  private var ruler: [String] {
    let comparison = evaluation.figures.comparison
    if measure.kind == .ordinal { return ["codes are counted, never compared", ""] }
    guard let position = row.measure, let sd = comparison.referenceSDs[position] else {
      return ["There is no spread to measure by: nothing is compared.", ""]
    }
    let source =
      sd.degreesOfFreedom.map { "pooled within year group and term, f = \($0)" } ?? "given"
    let within = data.settings.thresholds.similarWithin
    var lines = [
      "reference SD s = \(exact(sd.value)) (\(source)), J = \(exact(sd.correction, decimals: 6))",
      "similar pupils start within \(PlainNumber.text(within, decimals: 2)) s = \(exact(within * sd.value))",
    ]
    for scores in Set(sets.map { comparison.sets[$0].scores }).sorted() {
      guard let slope = comparison.slope(ofMeasure: position, scores: scores) else { continue }
      let strata = slope.strata == 1 ? "1 stratum" : "\(slope.strata) strata"
      lines.append(
        "slope on \(Wording.count(scores, "score")): \(exact(slope.value, decimals: 6)) from "
          + "\(slope.pairs) pairs in \(strata); left over: variance "
          + "\(exact(slope.matchedVariance)) (matched), \(exact(slope.growthVariance)) (growth)")
    }
    return lines + [""]
  }

  /// `C1` and so on.
  func name(ofSet set: Int) -> String {
    "C\((sets.firstIndex(of: set) ?? 0) + 1)"
  }

  /// The pupil's id, and the school where the row takes several together.
  func pupil(_ position: Int) -> String {
    let pupil = data.pupils[position]
    return row.scope == .all
      ? "\(pupil.id) of \(data.schools[pupil.school])" : pupil.id
  }

  /// `file:line` of a row of the table of scores.
  func place(ofRow row: Int) -> String {
    let place = data.assessments.source(ofRow: row)
    return "\(data.inputs[place.file].name):\(place.line)"
  }

  /// A number that people add up.
  func exact(_ value: Double, decimals: Int = 4) -> String {
    PlainNumber.text(value, decimals: decimals)
  }

  /// A score: without decimals where it has none; the code of an ordinal measure.
  func plain(_ value: Double) -> String {
    if measure.kind == .ordinal { return Wording.score(value, measure) }
    return value == value.rounded() ? PlainNumber.text(value, decimals: 0) : exact(value)
  }

  /// A number with its sign.
  func signed(_ value: Double) -> String {
    value < 0 ? exact(value) : "+" + exact(value)
  }
}
