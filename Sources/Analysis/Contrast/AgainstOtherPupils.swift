package import ProvisionModel
import Threading

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

  /// The school's data.
  let data: SchoolData
  /// How episodes and classmates are linked to their scores.
  let linking: Linking
  /// The terms in which scores are dated.
  let terms: TermNumbers
  private let cohorts: Cohorts
  private let levels: [Levels?]
  private var pairRanges: [[Range<Int>]]

  /// The comparison of some episodes.
  ///
  /// - Parameters:
  ///   - links: The episodes' links, by the same positions.
  ///   - asOf: The day up to which things are known.
  ///   - jobs: How many cohorts are compared at the same time; the result does not depend on it.
  /// - Complexity: O(*c* · *n* log *n*) for *c* different dates of episodes in a cohort of *n* pupils.
  package init(
    data: SchoolData, episodes: [Episode], links: [LinkedEpisode], asOf: Day, jobs: Int = 1
  ) {
    self.data = data
    cohorts = Cohorts(data.pupils)
    terms = TermNumbers(Self.days(data), calendar: data.settings.terms)
    linking = Linking(data: data, asOf: asOf)
    strata = Strata(data: data, cohorts: cohorts, terms: terms, asOf: asOf, jobs: jobs)
    let (cohorts, terms, strata) = (cohorts, terms, strata)
    let referenceSDs = data.measures.enumerated().map {
      ReferenceSD($0.element, at: $0.offset, strata: strata)
    }
    let support = data.measures.indices.map {
      Support(measure: $0, episodes: episodes, pupils: data.pupils.count, asOf: asOf)
    }
    levels = data.measures.indices.map { measure in
      guard referenceSDs[measure] != nil else { return nil }
      return Levels(
        data: data, measure: measure, cohorts: cohorts, terms: terms, strata: strata,
        support: support[measure])
    }
    self.referenceSDs = referenceSDs
    contrasts = Array(repeating: Contrast(), count: episodes.count)
    slopes = Array(
      repeating: Array(repeating: nil, count: Level.mostScores), count: data.measures.count)
    pairRanges = Array(
      repeating: Array(repeating: 0..<0, count: Level.mostScores), count: data.measures.count)
    let peers = peers(episodes, links)
    let compared = compared(peers, episodes, links, support, jobs: jobs)
    let strataCounts = putTogether(peers, compared)
    addSlopes(strataCounts, jobs: jobs)
    completeContrasts(peers, compared, links)
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

  /// The stratum of a score of a pupil; nil on a measure without a reference SD, too.
  package func stratum(ofRow row: Int, pupil: Int, measure: Int) -> Strata.Stratum? {
    guard referenceSDs[measure] != nil else { return nil }
    return strata.stratum(
      cohort: cohorts.ofPupil[pupil], measure: measure,
      term: terms.number(data.assessments.day[row]))
  }
}

extension AgainstOtherPupils {
  /// The paired episodes of measures with a reference SD by whom they share their classmates with, in
  /// file order of the first of each.
  private func peers(_ episodes: [Episode], _ links: [LinkedEpisode]) -> [Peers] {
    var numbers: [Peers.Key: Int] = [:]
    var peers: [Peers] = []
    for position in episodes.indices where links[position].isPaired {
      let measure = episodes[position].measure
      guard referenceSDs[measure] != nil, let end = episodes[position].end else { continue }
      let key = Peers.Key(
        measure: measure, cohort: cohorts.ofPupil[episodes[position].pupil],
        start: episodes[position].start, end: end)
      let number = numbers[key] ?? peers.count
      if number == peers.count {
        numbers[key] = number
        peers.append(Peers(key: key, episodes: []))
      }
      peers[number].episodes.append(position)
    }
    return peers
  }

  /// The sets of all peers, several cohorts at the same time.
  private func compared(
    _ peers: [Peers], _ episodes: [Episode], _ links: [LinkedEpisode], _ support: [Support],
    jobs: Int
  ) -> [[PeerSet]] {
    // By cohort first: its pupils' scores lie side by side.
    let order = peers.indices.sorted { left, right in
      let (one, other) = (peers[left].key, peers[right].key)
      return (one.cohort, one.measure, left) < (other.cohort, other.measure, right)
    }
    var runsOfOne: [[Int]] = []
    for number in order {
      let key = peers[number].key
      let last = runsOfOne.last?.last.map { peers[$0].key }
      if last?.cohort != key.cohort || last?.measure != key.measure { runsOfOne.append([]) }
      runsOfOne[runsOfOne.count - 1].append(number)
    }
    let runs = runsOfOne
    let compared = Concurrently.map(count: runs.count, jobs: jobs) { run -> [[PeerSet]] in
      let key = peers[runs[run][0]].key
      guard let levels = levels[key.measure], let sd = referenceSDs[key.measure] else { return [] }
      var comparison = CohortComparison(
        self, support[key.measure], levels: levels, sd: sd, measure: key.measure,
        pupils: cohorts.pupils[key.cohort], episodes: episodes, links: links)
      return runs[run].map { comparison.sets(of: peers[$0]) }
    }
    var ofPeers = [[PeerSet]](repeating: [], count: peers.count)
    for (place, sets) in zip(order, compared.joined()) { ofPeers[place] = sets }
    return ofPeers
  }

  /// Puts the sets of all peers together, and with each the position that its episodes' contrasts
  /// have it at: those of one measure and number of scores are one after the other, in file order of
  /// the peers, whatever cohort was ready first.
  ///
  /// - Returns: The number of strata by measure, then by number of scores less 1; nil where there is
  ///   no set.
  private mutating func putTogether(_ peers: [Peers], _ compared: [[PeerSet]]) -> [[Int?]] {
    var strataCounts = [[Int?]](
      repeating: Array(repeating: nil, count: Level.mostScores), count: data.measures.count)
    let all = compared.joined()
    pairs.reserveCapacity(all.reduce(0) { $0 + $1.newPairs.count })
    sets.reserveCapacity(all.reduce(0) { count, _ in count + 1 })
    var peersOfMeasure = [[Int]](repeating: [], count: data.measures.count)
    for number in peers.indices { peersOfMeasure[peers[number].key.measure].append(number) }
    for measure in data.measures.indices {
      for scores in 1...Level.mostScores {
        // By cohort and the numbers there, the numbers here.
        var pairNumbers = [[UInt32]](repeating: [], count: cohorts.pupils.count)
        var strataNumbers = pairNumbers
        let first = pairs.count
        for number in peersOfMeasure[measure] {
          let cohort = peers[number].key.cohort
          for set in compared[number] where set.scores == scores {
            var strata = strataCounts[measure][scores - 1] ?? 0
            for stratum in set.newPairs.stratum where stratum == strataNumbers[cohort].count {
              strataNumbers[cohort].append(UInt32(strata))
              strata += 1
            }
            strataCounts[measure][scores - 1] = strata
            let new = UInt32(pairs.count)..<UInt32(pairs.count + set.newPairs.count)
            pairNumbers[cohort] += new
            pairs.add(set.newPairs, strata: strataNumbers[cohort])
            let numbers = pairNumbers[cohort]
            for episode in set.episodes {
              contrasts[episode.episode] = episode.contrast
              contrasts[episode.episode].set = sets.count
            }
            sets.append(ComparisonSet(scores: scores, pairs: set.pairs.map { numbers[Int($0)] }))
          }
        }
        pairRanges[measure][scores - 1] = first..<pairs.count
      }
    }
    return strataCounts
  }

  /// The slopes of all measures and numbers of scores that have a set.
  private mutating func addSlopes(_ strataCounts: [[Int?]], jobs: Int) {
    let all = data.measures.indices.flatMap { measure in
      (1...Level.mostScores).compactMap { scores in
        strataCounts[measure][scores - 1].map { (measure: measure, scores: scores, strata: $0) }
      }
    }
    let comparison = self
    let found = Concurrently.map(count: all.count, jobs: jobs) { number in
      let (measure, scores, strata) = all[number]
      return Slope(
        comparison.pairs(ofMeasure: measure, scores: scores), of: comparison.pairs,
        strata: strata, assessments: comparison.data.assessments,
        minimumPairs: comparison.data.settings.thresholds.minimumPairs,
        sd: comparison.referenceSDs[measure]?.value ?? 1)
    }
    for (of, slope) in zip(all, found) { slopes[of.measure][of.scores - 1] = slope }
  }

  /// Adds the matched contrasts, which need the slopes.
  private mutating func completeContrasts(
    _ peers: [Peers], _ compared: [[PeerSet]], _ links: [LinkedEpisode]
  ) {
    for (peers, sets) in zip(peers, compared) {
      let measure = peers.key.measure
      let sign = data.measures[measure].sign
      for set in sets {
        guard let slope = slopes[measure][set.scores - 1] else { continue }
        for episode in set.episodes {
          guard let near = episode.near, let level = episode.contrast.level,
            let outcome = links[episode.episode].outcome?.value
          else { continue }
          let expected = near.outcome + slope.value * (level - near.level)
          contrasts[episode.episode].expectedOutcome = expected
          contrasts[episode.episode].matched = sign * (outcome - expected)
        }
      }
    }
  }
}
