package import Analysis
import ProvisionModel

/// How the figures of a row of KPI 5.5 came about, down to the file and line of each score: plain
/// lines for the terminal, whose numbers add up to what the table says.
package struct Explanation {
  let evaluation: Evaluation
  let data: SchoolData
  let row: InterventionProgress
  let measure: Measure
  /// The courses of the row, in file order.
  let ended: [Int]
  /// The predictions that those rest on, in the order of their names F1, F2, …
  let fits: [Int]
  /// Their classmates, in the order of their names C1, C2, …
  let sets: [Int]
  /// The groups that share their fortunes, in the order of their names G1, G2, …
  let groups: [Int]

  /// The explanation of a row.
  ///
  /// - Parameter row: One of the evaluation's `interventions`, not of universal provision.
  package init?(_ row: InterventionProgress, of evaluation: Evaluation) {
    guard let measure = row.measure, row.intervention != nil else { return nil }
    let comparison = evaluation.figures.comparison
    var (fits, sets, groups): ([Int], [Int], [Int]) = ([], [], [])
    for position in row.ended {
      guard let compared = comparison.contrasts[position].compared else { continue }
      if !sets.contains(compared.set) { sets.append(compared.set) }
      if !fits.contains(compared.fit) { fits.append(compared.fit) }
      let group = comparison.groups[position]
      if !groups.contains(group) { groups.append(group) }
    }
    ended = row.ended
    self.fits = fits.sorted()
    self.sets = sets
    self.groups = groups
    self.evaluation = evaluation
    data = evaluation.figures.data
    self.row = row
    self.measure = evaluation.figures.data.measures[measure]
  }

  /// The lines.
  ///
  /// - Parameter pupil: The pupil whose courses are printed alone, with the scores of each classmate;
  ///   nil: all.
  package func lines(pupil: String? = nil) -> [String] {
    let shown = ended.filter { position in
      pupil.map { data.pupils[episode(position).pupil].id == $0 } ?? true
    }
    let shownSets = sets.filter { set in shown.contains { compared($0)?.set == set } }
    let hasPupil = pupil != nil
    return heading + ruler + fits.flatMap(fitLines)
      + shown.flatMap { courseLines($0, inFull: hasPupil) }
      + shownSets.flatMap { setLines($0, withPupils: hasPupil) } + contrastTable + sums
  }

  private var heading: [String] {
    let period = row.period == .term ? evaluation.term.title : row.period.rawValue
    let school = data.schools.count > 1 ? ", school \(data.name(of: row.scope))" : ""
    let turned =
      "; lower is better: gains are turned round, and scores compared with their sign changed"
    return [
      "\(row.intervention.map { data.interventions[$0].name } ?? ""), \(measure.name): period "
        + "\(row.period.rawValue) (\(period)\(school))",
      "as known on \(evaluation.asOf); scores are \(unit)" + (measure.lowerIsBetter ? turned : ""),
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

  /// What is measured with: the reference SD.
  private var ruler: [String] {
    if measure.kind == .ordinal { return ["codes are counted, never compared", ""] }
    guard let sd = referenceSD else {
      return ["There is no spread to measure by: nothing is compared.", ""]
    }
    let source =
      sd.degreesOfFreedom.map { "pooled within year group and term, f = \($0)" } ?? "given"
    return [
      "reference SD s = \(exact(sd.value)) (\(source)), J = \(exact(sd.correction, decimals: 6))",
      "",
    ]
  }

  // MARK: What is looked up

  /// The reference SD of the measure.
  var referenceSD: ReferenceSD? {
    row.measure.flatMap { evaluation.figures.comparison.referenceSDs[$0] }
  }

  /// The course at a position.
  func episode(_ position: Int) -> Episode { evaluation.figures.episodes[position] }

  /// The contrast of a course; nil where it has none.
  func compared(_ position: Int) -> Compared? {
    evaluation.figures.comparison.contrasts[position].compared
  }

  /// The courses that have a contrast, in file order.
  var used: [Compared] { ended.compactMap(compared) }

  // MARK: Names

  /// `F1` and so on.
  func name(ofFit fit: Int) -> String { "F\((fits.firstIndex(of: fit) ?? 0) + 1)" }

  /// `C1` and so on.
  func name(ofSet set: Int) -> String { "C\((sets.firstIndex(of: set) ?? 0) + 1)" }

  /// `G1` and so on.
  func name(ofGroup group: Int) -> String { "G\((groups.firstIndex(of: group) ?? 0) + 1)" }

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

  /// `file:line` of a row of the provision map.
  func place(ofProvision row: Int) -> String {
    "\(data.inputs[data.provision[row].file].name):\(data.provision[row].line)"
  }
}

/// Numbers as people add them up.
extension Explanation {
  /// A number with 5 decimals, or so many.
  func exact(_ value: Double, decimals: Int = 5) -> String {
    PlainNumber.text(value, decimals: decimals)
  }

  /// A small number with 8 digits.
  func digits(_ value: Double) -> String {
    guard value != 0, value.isFinite else { return "0" }
    var scale = 1.0
    while abs(value) * scale < 1e7 { scale *= 10 }
    return PlainNumber.shortest((value * scale).rounded() / scale)
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

  /// Two values, of the score end and of the need end.
  func ends(_ values: Ends<Double>, decimals: Int = 5) -> String {
    "\(exact(values.score, decimals: decimals)) (score end), "
      + "\(exact(values.need, decimals: decimals)) (need end)"
  }

  /// The predictors of a fit, each with a value behind its name.
  func predictors(_ key: FitKey, _ values: Scores4, decimals: Int = 5) -> String {
    predictorNames(key).enumerated().map {
      "\($0.element) \(exact(values[$0.offset], decimals: decimals))"
    }.joined(separator: ", ")
  }

  /// `x1`, `x2`, `x3` and `o`, as far as a fit has them.
  func predictorNames(_ key: FitKey) -> [String] {
    (1...key.scores).map { "x\($0)" } + (key.usesOther ? ["o"] : [])
  }

  /// Two numbers of the bends below and above.
  func pair(_ values: SIMD2<Double>, decimals: Int = 6) -> String {
    "\(exact(values.x, decimals: decimals)) and \(exact(values.y, decimals: decimals))"
  }
}
