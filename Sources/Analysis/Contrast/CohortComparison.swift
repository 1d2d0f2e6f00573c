import ProvisionModel

/// Episodes of a measure that share their classmates: those of a cohort with the same dates.
struct Peers: Sendable {
  /// What they have in common.
  struct Key: Hashable, Sendable {
    var measure: Int
    var cohort: Int
    var start: Day
    var end: Day
  }

  var key: Key
  /// The episodes, in file order.
  var episodes: [Int]
}

/// The classmates of peers on one number of scores, and what is known of the episodes compared with
/// them before the slope is. Numbers of pairs and strata are those of the cohort, the measure and the
/// number of scores.
struct PeerSet: Sendable {
  /// An episode beside its classmates.
  struct Compared: Sendable {
    var episode: Int
    /// All but the position of the set and what the slope gives.
    var contrast: Contrast
    /// The mean level and outcome of the similar pupils; nil where they are too few.
    var near: (level: Double, outcome: Double)?
  }

  /// The number of scores, k.
  var scores: Int
  /// The pairs that no earlier set of the cohort has; they have the next numbers.
  var newPairs: ComparisonPairs
  /// All pairs, by rising level.
  var pairs: [UInt32]
  /// The episodes, in file order.
  var episodes: [Compared]
}

/// Compares the episodes of a cohort on a measure with the cohort's other pupils (METHOD §5).
struct CohortComparison {
  private let data: SchoolData
  private let episodes: [Episode]
  private let links: [LinkedEpisode]
  private let linking: Linking
  private let terms: TermNumbers
  private let levels: Levels
  private let support: Support
  private let measure: Measure
  /// |x_k − x| of a similar pupil is no more than this [the measure's unit].
  private let similarWithin: Double
  private let pupils: [Int]
  /// The known rows of each pupil on the measure.
  private let rows: [Range<Int>]
  /// The pairs on 1, 2 and 3 scores.
  private var index: [PairIndex]

  /// The comparison of a cohort's pupils on a measure.
  init(
    _ comparison: AgainstOtherPupils, _ support: Support, levels: Levels, sd: ReferenceSD,
    measure: Int, pupils: [Int], episodes: [Episode], links: [LinkedEpisode]
  ) {
    data = comparison.data
    linking = comparison.linking
    terms = comparison.terms
    let linking = linking
    self.episodes = episodes
    self.links = links
    self.levels = levels
    self.support = support
    self.measure = data.measures[measure]
    self.pupils = pupils
    similarWithin = data.settings.thresholds.similarWithin * sd.value
    rows = pupils.map { linking.knownRows(pupil: $0, measure: measure) }
    index = Array(repeating: PairIndex(pupils: pupils.count), count: Level.mostScores)
  }

  /// The sets of peers of this cohort and measure, by rising number of scores.
  mutating func sets(of peers: Peers) -> [PeerSet] {
    let classmates = classmates(peers.key)
    let having = (1...Level.mostScores).map { scores in
      classmates.count { $0.level.scores >= scores }
    }
    var compared = [[(episode: Int, level: Level, scores: Int)]](
      repeating: [], count: Level.mostScores)
    for episode in peers.episodes {
      guard let level = level(ofEpisode: episode) else { continue }
      let scores = scoresOfLevel(level, having)
      // Where there are too few classmates, those there are still tell the slope on one score.
      compared[max(1, scores) - 1].append((episode, level, scores))
    }
    return (1...Level.mostScores).compactMap { scores in
      let wanted = compared[scores - 1]
      guard !wanted.isEmpty else { return nil }
      var set = PeerSet(scores: scores, newPairs: ComparisonPairs(), pairs: [], episodes: [])
      let ranked = ranked(classmates, &set)
      set.pairs = ranked.pairs
      set.episodes = wanted.map { compare($0.episode, $0.level[scores], $0.scores, ranked) }
      return set
    }
  }

  /// The level of an episode's own pupil: on the entry score alone where the provision map has one.
  private func level(ofEpisode position: Int) -> Level? {
    guard let baseline = links[position].baseline else { return nil }
    guard let row = baseline.row else { return Level(baseline: baseline.value) }
    return levels.level(pupil: episodes[position].pupil, baseline: row, episode: position)
  }

  /// K_e by rules 1–3, whatever the number of their scores.
  private func classmates(_ peers: Peers.Key) -> [Classmate] {
    guard peers.start <= peers.end else { return [] }
    var found: [Classmate] = []
    found.reserveCapacity(pupils.count)
    for (place, pupil) in pupils.enumerated()
    where !support.overlaps(pupil: pupil, peers.start...peers.end) {
      guard let pair = linking.pairOfScores(rows[place], start: peers.start, end: peers.end) else {
        continue
      }
      found.append(
        Classmate(
          place: place, pupil: pupil, baseline: pair.baseline, outcome: pair.outcome,
          level: levels.level(pupil: pupil, baseline: pair.baseline, episode: nil)))
    }
    return found
  }

  /// k_e: the most scores that the pupil and enough classmates have; 0 where there are too few.
  ///
  /// - Parameter having: How many classmates have 1, 2 and 3 scores at least.
  private func scoresOfLevel(_ level: Level, _ having: [Int]) -> Int {
    (1...level.scores).last {
      having[$0 - 1] >= data.settings.thresholds.minimumComparison
    } ?? 0
  }

  /// The classmates with enough scores for a set, which is given those of their pairs that are new.
  private mutating func ranked(_ classmates: [Classmate], _ set: inout PeerSet) -> RankedClassmates
  {
    let table = data.assessments
    var members: [RankedClassmates.Member] = []
    members.reserveCapacity(classmates.count)
    set.newPairs.reserveCapacity(classmates.count)
    for classmate in classmates where classmate.level.scores >= set.scores {
      let level = classmate.level[set.scores]
      let pair: UInt32
      if let known = index[set.scores - 1].number(of: classmate) {
        pair = known
      } else {
        let stratum: Int
        (pair, stratum) = index[set.scores - 1].add(
          classmate,
          terms: (
            terms.number(table.day[classmate.baseline]), terms.number(table.day[classmate.outcome])
          ))
        set.newPairs.add(classmate, level: level, stratum: stratum)
      }
      members.append(
        RankedClassmates.Member(
          pair: pair, level: level, outcome: table.score[classmate.outcome],
          baseline: table.score[classmate.baseline]))
    }
    return RankedClassmates(members)
  }

  /// An episode beside its classmates: its growth contrast, and its similar pupils.
  private func compare(
    _ episode: Int, _ level: Double, _ scores: Int, _ classmates: RankedClassmates
  ) -> PeerSet.Compared {
    var compared = PeerSet.Compared(episode: episode, contrast: Contrast(), near: nil)
    compared.contrast.level = level
    compared.contrast.scores = scores
    compared.contrast.classmates = classmates.count
    guard scores > 0, let outcome = links[episode].outcome?.value,
      let baseline = links[episode].baseline?.value
    else { return compared }
    let all = classmates.means(0..<classmates.count)
    compared.contrast.growth =
      measure.sign * (outcome - level - (all.outcome - all.level))
    let similar = classmates.similar(to: level, within: similarWithin)
    compared.contrast.similar = similar
    guard similar.count >= data.settings.thresholds.minimumComparison else { return compared }
    let near = classmates.means(similar)
    compared.near = (near.level, near.outcome)
    compared.contrast.baselineDifference = baseline - near.baseline
    return compared
  }
}
