package import ProvisionModel

/// The comparison of each episode with other pupils (METHOD §5): its classmates, those of them who
/// started at the same level, and the two contrasts that bracket the answer. Each is computed once;
/// what is said of any set of episodes is sums over them.
package struct AgainstOtherPupils: Sendable {
  /// The contrasts, by the positions of the episodes.
  package private(set) var contrasts: [Contrast]
  /// The classmates that episodes of the same measure, cohort and dates share.
  package private(set) var sets: [ComparisonSet] = []
  /// The distinct pairs that the sets are made of; those of a measure and a number of scores are one
  /// range.
  package private(set) var pairs = ComparisonPairs()
  /// The reference SD of each measure; nil for codes and where scores have no spread.
  package let referenceSDs: [ReferenceSD?]
  /// The slopes by measure, then by number of scores less 1.
  package private(set) var slopes: [[Slope?]]
  /// The strata of all scores.
  package let strata: Strata

  private let data: SchoolData
  private let cohorts: Cohorts
  private let terms: TermNumbers
  private let linking: Linking
  private var levels: [Levels?]
  private var pairRanges: [[Range<Int>]]

  /// The comparison of some episodes.
  ///
  /// - Parameters:
  ///   - links: The episodes' links, by the same positions.
  ///   - asOf: The day up to which things are known.
  /// - Complexity: O(*c* · *n* log *n*) for *c* different dates of episodes in a cohort of *n* pupils.
  package init(data: SchoolData, episodes: [Episode], links: [LinkedEpisode], asOf: Day) {
    self.data = data
    cohorts = Cohorts(data.pupils)
    terms = TermNumbers(Self.days(data), calendar: data.settings.terms)
    linking = Linking(data: data, asOf: asOf)
    strata = Strata(data: data, cohorts: cohorts, terms: terms, asOf: asOf)
    let strata = strata
    referenceSDs = data.measures.enumerated().map {
      ReferenceSD($0.element, at: $0.offset, strata: strata)
    }
    contrasts = Array(repeating: Contrast(), count: episodes.count)
    slopes = Array(
      repeating: Array(repeating: nil, count: Level.mostScores), count: data.measures.count)
    pairRanges = Array(
      repeating: Array(repeating: 0..<0, count: Level.mostScores), count: data.measures.count)
    levels = Array(repeating: nil, count: data.measures.count)
    for measure in data.measures.indices where referenceSDs[measure] != nil {
      let support = Support(
        measure: measure, episodes: episodes, pupils: data.pupils.count, asOf: asOf)
      levels[measure] = Levels(
        data: data, measure: measure, cohorts: cohorts, terms: terms, strata: strata,
        support: support)
      compare(measure, episodes, links, support)
    }
  }

  /// The days on which scores are dated.
  private static func days(_ data: SchoolData) -> ClosedRange<Day> {
    let first = data.assessments.day.min() ?? data.lastDate.number
    let last = data.assessments.day.max() ?? data.lastDate.number
    return Day(number: first)...Day(number: last)
  }

  /// The range of the pairs of a measure and a number of scores.
  package func pairs(ofMeasure measure: Int, scores: Int) -> Range<Int> {
    pairRanges[measure][scores - 1]
  }

  /// The slope of the pairs of a measure and a number of scores.
  package func slope(ofMeasure measure: Int, scores: Int) -> Slope? {
    scores > 0 ? slopes[measure][scores - 1] : nil
  }

  /// The rows of the scores that a pupil's level rests on, the baseline's first.
  ///
  /// - Parameters:
  ///   - baseline: The row of the baseline.
  ///   - episode: The episode whose baseline it is; nil: the pupil is a classmate.
  package func levelRows(
    pupil: Int, measure: Int, baseline: Int, scores: Int, episode: Int?
  ) -> [Int] {
    let all = levels[measure]?.usableScores(pupil: pupil, baseline: baseline, episode: episode)
    return Array((all ?? [baseline]).prefix(scores))
  }

  /// The stratum of a score of a pupil.
  package func stratum(ofRow row: Int, pupil: Int, measure: Int) -> Strata.Stratum? {
    levels[measure]?.stratum(of: row, pupil)
  }
}

extension AgainstOtherPupils {
  /// Episodes that share their classmates.
  private struct Peers: Hashable {
    var cohort: Int
    var start: Day
    var end: Day
  }

  /// An episode and its own pupil's level.
  private struct Placed {
    var episode: Int
    var level: Level
  }

  /// Classmates whose level is wanted on a number of scores, and the episodes that want it.
  private struct Wanted {
    var members: [Classmate]
    var cohort: Int
    var episodes: [Int]
  }

  private mutating func compare(
    _ measure: Int, _ episodes: [Episode], _ links: [LinkedEpisode], _ support: Support
  ) {
    var wanted = [[Wanted]](repeating: [], count: Level.mostScores)
    for (peers, placed) in placed(measure, episodes, links) {
      let all = classmates(measure, peers, support)
      var episodesOn = [[Int]](repeating: [], count: Level.mostScores)
      for place in placed {
        let scores = scoresOfLevel(place.level, all)
        contrasts[place.episode].level = place.level[max(1, scores)]
        contrasts[place.episode].scores = scores
        // Where there are too few classmates, those there are still tell the slope on one score.
        episodesOn[max(1, scores) - 1].append(place.episode)
      }
      for scores in 1...Level.mostScores where !episodesOn[scores - 1].isEmpty {
        wanted[scores - 1].append(
          Wanted(
            members: all.filter { $0.level.scores >= scores }, cohort: peers.cohort,
            episodes: episodesOn[scores - 1]))
      }
    }
    for scores in 1...Level.mostScores where !wanted[scores - 1].isEmpty {
      addSets(measure, scores, wanted[scores - 1], links)
    }
  }

  /// The paired episodes of a measure by whom they share their classmates with, in file order.
  private func placed(
    _ measure: Int, _ episodes: [Episode], _ links: [LinkedEpisode]
  ) -> [(peers: Peers, placed: [Placed])] {
    var numbers: [Peers: Int] = [:]
    var groups: [(peers: Peers, placed: [Placed])] = []
    for (position, episode) in episodes.enumerated()
    where episode.measure == measure && links[position].isPaired {
      guard let end = episode.end, let level = level(of: position, episode, links[position]) else {
        continue
      }
      let peers = Peers(cohort: cohorts.ofPupil[episode.pupil], start: episode.start, end: end)
      let number = numbers[peers] ?? groups.count
      if number == groups.count {
        numbers[peers] = number
        groups.append((peers, []))
      }
      groups[number].placed.append(Placed(episode: position, level: level))
    }
    return groups
  }

  /// The level of an episode's own pupil: on the entry score alone where the provision map has one.
  private func level(of position: Int, _ episode: Episode, _ link: LinkedEpisode) -> Level? {
    guard let baseline = link.baseline else { return nil }
    guard let row = baseline.row else { return Level(baseline: baseline.value) }
    return levels[episode.measure]?.level(
      pupil: episode.pupil, baseline: row, episode: position)
  }

  /// K_e by rules 1–3, whatever the number of their scores.
  private func classmates(_ measure: Int, _ peers: Peers, _ support: Support) -> [Classmate] {
    guard peers.start <= peers.end, let levels = levels[measure] else { return [] }
    var found: [Classmate] = []
    for pupil in cohorts.pupils[peers.cohort]
    where !support.overlaps(pupil: pupil, peers.start...peers.end) {
      guard
        let pair = linking.pairOfScores(
          pupil: pupil, measure: measure, start: peers.start, end: peers.end)
      else { continue }
      found.append(
        Classmate(
          pupil: pupil, baseline: pair.baseline, outcome: pair.outcome,
          level: levels.level(pupil: pupil, baseline: pair.baseline, episode: nil)))
    }
    return found
  }

  /// k_e: the most scores that the pupil and enough classmates have; 0 where there are too few.
  private func scoresOfLevel(_ level: Level, _ classmates: [Classmate]) -> Int {
    let needed = data.settings.thresholds.minimumComparison
    return (1...level.scores).last { scores in
      classmates.count { $0.level.scores >= scores } >= needed
    } ?? 0
  }

  /// Adds the sets of a measure and a number of scores, their slope, and their episodes' contrasts.
  private mutating func addSets(
    _ measure: Int, _ scores: Int, _ wanted: [Wanted], _ links: [LinkedEpisode]
  ) {
    let assessments = data.assessments
    let firstPair = pairs.count
    let firstSet = sets.count
    var index = PairIndex()
    for want in wanted {
      let numbers = want.members.map { member in
        index.number(
          of: member, level: member.level[scores], cohort: want.cohort,
          terms: (
            terms.number(assessments.day[member.baseline]),
            terms.number(assessments.day[member.outcome])
          ),
          in: &pairs)
      }
      sets.append(
        ComparisonSet(scores: scores, pairs: numbers, table: pairs, assessments: assessments))
    }
    let range = firstPair..<pairs.count
    let slope = Slope(
      range, of: pairs, strata: index.strataCount, assessments: assessments,
      minimumPairs: data.settings.thresholds.minimumPairs,
      sd: referenceSDs[measure]?.value ?? 1)
    slopes[measure][scores - 1] = slope
    pairRanges[measure][scores - 1] = range
    for (offset, want) in wanted.enumerated() {
      for episode in want.episodes {
        contrast(episode, measure, set: firstSet + offset, slope, links[episode])
      }
    }
  }

  private mutating func contrast(
    _ episode: Int, _ measure: Int, set position: Int, _ slope: Slope, _ link: LinkedEpisode
  ) {
    let set = sets[position]
    contrasts[episode].set = position
    contrasts[episode].classmates = set.count
    guard contrasts[episode].scores > 0, let level = contrasts[episode].level,
      let outcome = link.outcome?.value, let baseline = link.baseline?.value,
      let sd = referenceSDs[measure]
    else { return }
    let sign = data.measures[measure].sign
    let all = set.means(0..<set.count)
    contrasts[episode].growth = sign * (outcome - level - (all.outcome - all.level))
    let similar = set.similar(
      to: level, within: data.settings.thresholds.similarWithin * sd.value, table: pairs)
    contrasts[episode].similar = similar
    guard similar.count >= data.settings.thresholds.minimumComparison else { return }
    let near = set.means(similar)
    let expected = near.outcome + slope.value * (level - near.level)
    contrasts[episode].expectedOutcome = expected
    contrasts[episode].matched = sign * (outcome - expected)
    contrasts[episode].baselineDifference = baseline - near.baseline
  }
}
