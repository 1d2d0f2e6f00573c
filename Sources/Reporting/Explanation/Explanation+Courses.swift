import Analysis
import ProvisionModel

/// The parts about single courses.
extension Explanation {
  /// A course: its rows, its pair of tests, its own scores and both ends of its contrast.
  ///
  /// - Parameter inFull: Whether its scores in other subjects and its percentile are printed, too.
  func courseLines(_ position: Int, inFull: Bool) -> [String] {
    let course = episode(position)
    let link = evaluation.figures.links[position]
    let number = (ended.firstIndex(of: position) ?? 0) + 1
    let places = course.rows.map(place(ofProvision:)).joined(separator: " and ")
    let labelled = place(ofProvision: course.row)
    var lines = [
      "course \(number): \(pupil(course.pupil)), \(places), \(course.start) to "
        + (course.end?.description ?? "")
    ]
    lines.append("  baseline \(scoreWords(link.baseline, provision: labelled))")
    lines.append("  outcome  \(scoreWords(link.outcome, provision: labelled))")
    guard let gain = link.gain else {
      return lines + ["  not paired: in no mean and no effect", ""]
    }
    let expected = link.expectedGain.map { ", expected \(signed($0))" } ?? ""
    lines.append("  gain \(signed(gain))\(expected)")
    if measure.kind == .ordinal { return lines + [""] }
    let contrast = evaluation.figures.comparison.contrasts[position]
    if let warning = contrast.warning { lines.append("  \(warning.rawValue): \(warning.words)") }
    guard let compared = contrast.compared else {
      return lines + ["  no contrast: in no effect", ""]
    }
    lines += ownScoreLines(position, compared, inFull: inFull) + contrastLines(compared)
    if inFull { lines += percentileLines(compared) }
    return lines + [""]
  }

  private func scoreWords(_ score: LinkedScore?, provision: String) -> String {
    guard let score else { return "none within the window" }
    let place = score.row.map(place(ofRow:)) ?? "\(provision), the map's own score"
    let censored =
      switch score.censoring {
      case .none: ""
      case .below: ", censored: the true score is lower"
      case .above: ", censored: the true score is higher"
      }
    return "\(plain(score.value)) on \(score.day), \(place)\(censored)"
  }

  /// The scores that the prediction rests on, and the outcome that it is set against.
  private func ownScoreLines(
    _ position: Int, _ compared: Compared, inFull: Bool
  ) -> [String] {
    let key = evaluation.figures.comparison.fits[compared.fit].key
    var lines = [
      "  prediction \(name(ofFit: compared.fit)), classmates \(name(ofSet: compared.set))"
    ]
    for place in 0..<key.scores {
      let day = Day(number: compared.days[place])
      lines.append(
        "    x\(place + 1) = \(plain(compared.scores[place])) on \(day), "
          + source(of: position, on: day))
    }
    if key.usesOther {
      lines.append("    o = \(exact(compared.scores[3])) SD, the mean of other subjects")
      if inFull { lines += otherSubjectLines(position, compared).map { "      " + $0 } }
    }
    lines.append(
      "    y = \(plain(compared.outcome)) on \(compared.outcomeDay), "
        + source(of: position, on: compared.outcomeDay))
    return lines
  }

  /// Where a pupil's score of a day stands.
  private func source(of position: Int, on day: Day) -> String {
    let link = evaluation.figures.links[position]
    if let linked = [link.baseline, link.outcome].compactMap(\.self).first(where: { $0.day == day })
    {
      return linked.row.map(place(ofRow:))
        ?? "\(place(ofProvision: episode(position).row)), the map's own score"
    }
    let rows = data.assessments.rows(
      ofPupil: episode(position).pupil, measure: episode(position).measure)
    return rows.first { data.assessments.day[$0] == day.number }.map(place(ofRow:)) ?? ""
  }

  private func contrastLines(_ own: Compared) -> [String] {
    let comparison = evaluation.figures.comparison
    let (fit, set) = (comparison.fits[own.fit], comparison.sets[own.set])
    let names = (fit: name(ofFit: own.fit), set: name(ofSet: own.set))
    let product = (own.distances * fit.coefficients.score).sum()
    var lines = [
      "  from the means of \(names.set): \(predictors(fit.key, own.distances))",
      "  distance f = sum of distance x A / s_u = \(exact(product)) / \(exact(fit.predictionSD)) = "
        + "\(exact(own.distance)); outside the classmates' range by \(exact(own.beyond))",
      "  bends q = bends at f - mean bends of \(names.set) - lambda x f = \(pair(own.bends))",
    ]
    for end in End.allCases {
      let linear = (own.distances * fit.coefficients[end]).sum()
      let bent = (own.bends * fit.bends[end]).sum()
      lines.append(
        "  \(end.title): expected \(exact(set.outcomeMean)) + \(exact(linear)) (coefficients "
          + "\(end.letter)) + \(exact(bent)) (bends) = \(exact(own.expectedOutcome(end))); contrast "
          + "= \(plain(own.outcome)) - that = \(signed(own.contrast[end]))")
    }
    lines.append(
      "  variance at f = s^2 x (1 + b x f), held to 0.5 to 2.5 times s^2: \(ends(own.variance))")
    return lines
  }

  /// How unusual the pupil's progress is (METHOD §5.5).
  private func percentileLines(_ own: Compared) -> [String] {
    let comparison = evaluation.figures.comparison
    let (fit, set) = (comparison.fits[own.fit], comparison.sets[own.set])
    let settings = data.settings.evidence
    guard let sd = referenceSD?.value else { return [] }
    let farOut = fit.pairs(asFarOutAs: own.distance)
    let far = settings.far * own.distance * sd
    let outside = settings.beyond * own.beyond * sd
    let apart = far * far / (1 + Double(farOut) / settings.farN) + outside * outside
    let freedom = fit.degreesOfFreedom - fit.key.predictors
    var lines = [
      "  \(Wording.count(farOut, "pair")) of \(name(ofFit: own.fit)) as far out as f; distance adds "
        + "\(exact(apart))"
    ]
    for end in End.allCases {
      let mean = fit.variance[end] / Double(set.count)
      let error =
        fit.variance[end] * fit.inverse[end].form(own.distances) / Double(fit.degreesOfFreedom)
      lines.append(
        "  \(end.title): spread^2 = \(exact(own.variance[end])) + \(exact(mean)) (their mean) + "
          + "\(exact(error)) (coefficients) + \(exact(fit.bendCovariance.form(own.bends))) (bends) + "
          + "\(exact(apart)) (distance), spread \(exact(own.spread[end])); percentile = "
          + "100 x T(\(freedom), contrast / spread = "
          + "\(exact(own.contrast[end] / own.spread[end]))) = \(exact(own.percentile[end]))")
    }
    return lines + ["  finding: \(own.finding.rawValue), among classmates without support"]
  }
}

extension End {
  /// The end in words.
  var title: String {
    switch self {
    case .score: "score end"
    case .need: "need end"
    }
  }

  /// What METHOD calls its coefficients.
  var letter: String {
    switch self {
    case .score: "A"
    case .need: "B"
    }
  }
}

extension ContrastWarning {
  /// What it says of a course.
  fileprivate var words: String {
    switch self {
    case .otherTestUsed:
      "the comparison rests on another test than the pair above, near which too few classmates were "
        + "tested"
    case .differentTestDates: "classmates have tests, but at other times than this pupil"
    case .tooFewClassmates: "too few classmates have comparable tests to predict from"
    }
  }
}
