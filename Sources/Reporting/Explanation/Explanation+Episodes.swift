import Analysis
import ProvisionModel

/// The parts about single episodes and their classmates.
extension Explanation {
  /// An episode: its rows, its level, its similar pupils and both contrasts.
  func episodeLines(_ position: Int) -> [String] {
    let episode = evaluation.figures.episodes[position]
    let link = evaluation.figures.links[position]
    let source = data.provision[episode.row]
    let number = (ended.firstIndex(of: position) ?? 0) + 1
    let place = "\(data.inputs[source.file].name):\(source.line)"
    var lines = [
      "episode \(number): \(pupil(episode.pupil)), \(place), \(episode.start) to "
        + (episode.end?.description ?? "")
    ]
    lines.append("  baseline \(scoreWords(link.baseline, provision: place))")
    lines.append("  outcome  \(scoreWords(link.outcome, provision: place))")
    guard let gain = link.gain else {
      return lines + ["  not paired: in no mean and no effect", ""]
    }
    let expected = link.expectedGain.map { ", expected \(signed($0))" } ?? ""
    lines.append("  gain \(signed(gain))\(expected)")
    if measure.kind == .ordinal { return lines + [""] }
    return lines + levelLines(position) + contrastLines(position) + [""]
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

  /// How the level came about, where it rests on more than the baseline.
  private func levelLines(_ position: Int) -> [String] {
    let contrast = evaluation.figures.comparison.contrasts[position]
    let episode = evaluation.figures.episodes[position]
    guard let level = contrast.level else { return [] }
    guard contrast.scores > 1, let baseline = evaluation.figures.links[position].baseline?.row
    else { return ["  level x = the baseline = \(plain(level))"] }
    let comparison = evaluation.figures.comparison
    let own = comparison.stratum(ofRow: baseline, pupil: episode.pupil, measure: episode.measure)
    return [
      "  level x on \(contrast.scores) scores = \(exact(own?.mean ?? 0)) + mean of the differences = "
        + exact(level)
    ]
      + levelRows(
        pupil: episode.pupil, baseline: baseline, scores: contrast.scores, episode: position
      ).map { "    " + $0 }
  }

  /// The scores of a level beside the means of their year group and term.
  private func levelRows(pupil: Int, baseline: Int, scores: Int, episode: Int?) -> [String] {
    let comparison = evaluation.figures.comparison
    let rows = comparison.levelRows(
      pupil: pupil, measure: row.measure ?? 0, baseline: baseline, scores: scores,
      episode: episode)
    return rows.map { row in
      let score = data.assessments.score[row]
      let mean =
        comparison.stratum(ofRow: row, pupil: pupil, measure: self.row.measure ?? 0)?.mean ?? score
      return
        "\(plain(score)) on \(Day(number: data.assessments.day[row])), \(place(ofRow: row)): "
        + "\(signed(score - mean)) from \(exact(mean)), the mean of the year group in that term"
    }
  }

  private func contrastLines(_ position: Int) -> [String] {
    let comparison = evaluation.figures.comparison
    let contrast = comparison.contrasts[position]
    guard let set = contrast.set else { return ["  no classmates to compare with"] }
    let name = name(ofSet: set)
    guard let growth = contrast.growth, let level = contrast.level else {
      return [
        "  classmates: \(name), \(Wording.count(contrast.classmates, "pupil")): too few to compare "
          + "with"
      ]
    }
    let outcome = evaluation.figures.links[position].outcome?.value ?? 0
    var lines = matchedLines(position, set, level, outcome)
    let mean = meanGrowth(set)
    lines.append(
      "  growth contrast = \(turned)(\(plain(outcome)) - \(exact(level)) - \(exact(mean))) = "
        + "\(signed(growth)), against the mean growth of \(name)")
    return lines
  }

  private func matchedLines(
    _ position: Int, _ set: Int, _ level: Double, _ outcome: Double
  ) -> [String] {
    let comparison = evaluation.figures.comparison
    let contrast = comparison.contrasts[position]
    let name = name(ofSet: set)
    guard let matched = contrast.matched, let expected = contrast.expectedOutcome else {
      return [
        "  similar pupils of \(name): \(contrast.similar.count), too few for a matched contrast"
      ]
    }
    let slope = comparison.slope(ofMeasure: row.measure ?? 0, scores: contrast.scores)?.value ?? 1
    var lines = ["  similar pupils of \(name): \(contrast.similar.count)"]
    for pair in comparison.sets[set].pairs[contrast.similar].map(Int.init) {
      let end = data.assessments.score[Int(comparison.pairs.outcome[pair])]
      let own = comparison.pairs.level[pair]
      lines.append(
        "    \(pupil(Int(comparison.pairs.pupil[pair]))): level \(exact(own)), end \(plain(end)), "
          + "\(places(ofPair: pair)): lets expect \(exact(end + slope * (level - own)))")
    }
    lines.append("  expected score = mean of these = \(exact(expected))")
    lines.append(
      "  matched contrast = \(turned)(\(plain(outcome)) - \(exact(expected))) = \(signed(matched))")
    return lines
  }

  /// The classmates of a set, with their growth.
  func setLines(_ set: Int) -> [String] {
    let comparison = evaluation.figures.comparison
    let members = comparison.sets[set].pairs.map(Int.init)
    let scores = comparison.sets[set].scores
    var lines = [
      "classmates \(name(ofSet: set)): \(Wording.count(members.count, "pupil")), level on "
        + Wording.count(scores, "score")
    ]
    for pair in members {
      let end = data.assessments.score[Int(comparison.pairs.outcome[pair])]
      let level = comparison.pairs.level[pair]
      let pupil = Int(comparison.pairs.pupil[pair])
      let earlier = comparison.levelRows(
        pupil: pupil, measure: row.measure ?? 0, baseline: Int(comparison.pairs.baseline[pair]),
        scores: scores, episode: nil
      ).dropFirst().map { " and \(place(ofRow: $0))" }.joined()
      lines.append(
        "  \(self.pupil(pupil)): level \(exact(level)), end \(plain(end)), "
          + "\(places(ofPair: pair))\(earlier): growth \(signed(end - level))")
    }
    lines.append("  mean growth \(exact(meanGrowth(set)))")
    return lines + [""]
  }

  private func meanGrowth(_ set: Int) -> Double {
    let comparison = evaluation.figures.comparison
    let growths = comparison.sets[set].pairs.map { pair in
      data.assessments.score[Int(comparison.pairs.outcome[Int(pair)])]
        - comparison.pairs.level[Int(pair)]
    }
    return SampleSummary(growths).mean ?? 0
  }

  /// Where a pair's two scores stand.
  private func places(ofPair pair: Int) -> String {
    let pairs = evaluation.figures.comparison.pairs
    return "\(place(ofRow: Int(pairs.baseline[pair]))) to \(place(ofRow: Int(pairs.outcome[pair])))"
  }

  /// The sign before a difference of scores.
  private var turned: String { measure.lowerIsBetter ? "-" : "" }
}
