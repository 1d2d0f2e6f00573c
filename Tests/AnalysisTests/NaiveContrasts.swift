import Analysis
import ProvisionModel
import TestSupport

/// METHOD §5 word by word: everybody is looked at for every episode. Only the scores of each stratum
/// are kept.
struct NaiveContrasts {
  let school: SchoolBuilder
  let asOf: Day
  let episodes: [Episode]
  let linking: NaiveLinking
  private var strata: [String: [Double]] = [:]

  init(school: SchoolBuilder, asOf: Day) {
    self.school = school
    self.asOf = asOf
    episodes = EpisodeList(data: school.data, asOf: asOf).episodes
    linking = NaiveLinking(school: school, asOf: asOf)
    for measure in school.measures.indices {
      for score in scores(measure) { strata[key(score), default: []].append(score.score) }
    }
  }

  private func key(_ score: SchoolBuilder.Assessment) -> String {
    "\(score.measure) \(cohort(score.pupil)) \(term(score.day))"
  }

  /// A pupil's two scores, and the level on the number of scores asked for.
  struct Pair: Hashable {
    var pupil: Int
    var baselineDay: Day
    var outcomeDay: Day
    var scores: Int
    var level: Double
    var outcome: Double
    var stratum: String
  }

  /// The comparison of one episode.
  struct Comparison {
    var episode: Int
    var measure: Int
    var scores: Int
    var level: Double
    var outcome: Double
    var classmates: [Pair]
  }

  private func settings() -> (LinkingSettings, ThresholdSettings) {
    (school.settings.linking, school.settings.thresholds)
  }

  private func cohort(_ pupil: Int) -> String {
    "\(school.pupils[pupil].school)|\(school.pupils[pupil].yearGroup)"
  }

  private func term(_ day: Day) -> String {
    school.settings.terms.term(containing: day).id
  }

  /// All uncensored scores of a measure up to the as-of date.
  private func scores(_ measure: Int) -> [SchoolBuilder.Assessment] {
    school.assessments.filter {
      $0.measure == measure && $0.censoring == .none && $0.day <= asOf
    }
  }

  private func stratum(_ score: SchoolBuilder.Assessment) -> [Double] {
    strata[key(score)] ?? []
  }

  private func mean(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(values.count)
  }

  /// s_m and f.
  func referenceSD(_ measure: Int) -> (sd: Double, freedom: Int?) {
    if let given = school.measures[measure].sd { return (given, nil) }
    var squares = 0.0
    var freedom = 0
    for (key, values) in strata where key.hasPrefix("\(measure) ") {
      let centre = mean(values)
      squares += values.reduce(0) { $0 + ($1 - centre) * ($1 - centre) }
      freedom += values.count - 1
    }
    return ((squares / Double(freedom)).squareRoot(), freedom)
  }

  /// The day on which an episode's support ends, or the as-of date while it goes on.
  private func lastDay(_ episode: Episode) -> Day {
    episode.status == .ended ? episode.end ?? asOf : asOf
  }

  /// The usable scores of a pupil for a baseline, the baseline first.
  private func usable(
    _ pupil: Int, _ measure: Int, _ baseline: Day, except episode: Int?
  ) -> [SchoolBuilder.Assessment] {
    let changes = episodes.indices.filter {
      $0 != episode && episodes[$0].pupil == pupil && episodes[$0].measure == measure
        && episodes[$0].status != .planned
    }.flatMap { [episodes[$0].start, lastDay(episodes[$0])] }.filter { $0 <= baseline }
    var usable: [SchoolBuilder.Assessment] = []
    let own = scores(measure).filter { $0.pupil == pupil && $0.day <= baseline }
    for score in own.sorted(by: { $0.day > $1.day }) {
      if score.day == baseline {
        usable.append(score)
        continue
      }
      if score.day <= baseline.advanced(by: -settings().0.lookbackDays) { break }
      if changes.contains(where: { score.day < $0 }) { break }
      if stratum(score).count < settings().1.minimumStratum { continue }
      usable.append(score)
    }
    return usable
  }

  private func level(_ usable: [SchoolBuilder.Assessment], _ count: Int) -> Double {
    if count == 1 { return usable[0].score }
    let differences = usable.prefix(count).map { $0.score - mean(stratum($0)) }
    return mean(stratum(usable[0])) + mean(differences)
  }

  /// The comparisons of all paired episodes that can be compared.
  func comparisons() -> [Comparison] {
    episodes.indices.compactMap { position in
      let episode = episodes[position]
      let link = linking.link(episode)
      guard episode.status == .ended, let end = episode.end, let baseline = link.baseline,
        let outcome = link.outcome, baseline.censoring == .none, outcome.censoring == .none
      else { return nil }
      let own =
        episode.entry == nil
        ? usable(episode.pupil, episode.measure, baseline.day, except: position) : []
      let mates = school.pupils.indices.compactMap { pupil in
        mate(pupil, of: episode, end: end)
      }
      let most = min(settings().0.priors, max(1, own.count))
      let scores =
        (1...most).last { count in
          mates.count { $0.usable.count >= count } >= settings().1.minimumComparison
        } ?? 0
      let used = max(1, scores)
      return Comparison(
        episode: position, measure: episode.measure, scores: scores,
        level: own.isEmpty ? baseline.value : level(own, used), outcome: outcome.value,
        classmates: mates.filter { $0.usable.count >= used }.map { mate in
          Pair(
            pupil: mate.pupil, baselineDay: mate.usable[0].day, outcomeDay: mate.outcome.day,
            scores: used, level: level(mate.usable, used), outcome: mate.outcome.value,
            stratum: "\(cohort(mate.pupil)) \(term(mate.usable[0].day)) \(term(mate.outcome.day))")
        })
    }
  }

  private struct Mate {
    var pupil: Int
    var usable: [SchoolBuilder.Assessment]
    var outcome: LinkedScore
  }

  private func mate(_ pupil: Int, of episode: Episode, end: Day) -> Mate? {
    guard cohort(pupil) == cohort(episode.pupil) else { return nil }
    let isSupported = episodes.contains {
      $0.pupil == pupil && $0.measure == episode.measure && $0.status != .planned
        && $0.start <= end && lastDay($0) >= episode.start
    }
    guard !isSupported else { return nil }
    var own = episode
    (own.pupil, own.entry, own.exit) = (pupil, nil, nil)
    let link = linking.link(own)
    guard let baseline = link.baseline, let outcome = link.outcome,
      baseline.censoring == .none, outcome.censoring == .none
    else { return nil }
    return Mate(
      pupil: pupil, usable: usable(pupil, episode.measure, baseline.day, except: nil),
      outcome: outcome)
  }
}

extension NaiveContrasts {
  /// β, σ²_δ and σ²_γ of a measure and a number of scores.
  func slope(
    _ comparisons: [Comparison], _ measure: Int, _ scores: Int
  ) -> (slope: Double, matched: Double, growth: Double, pairs: Int) {
    let pairs = Set(
      comparisons.filter { $0.measure == measure && max(1, $0.scores) == scores }
        .flatMap(\.classmates))
    let strata = Dictionary(grouping: pairs, by: \.stratum)
    var (xx, xy) = (0.0, 0.0)
    for members in strata.values {
      let (x, y) = (mean(members.map(\.level)), mean(members.map(\.outcome)))
      for pair in members {
        xx += (pair.level - x) * (pair.level - x)
        xy += (pair.level - x) * (pair.outcome - y)
      }
    }
    let slope = pairs.count < settings().1.minimumPairs || xx == 0 ? 1 : xy / xx
    var (residuals, growths) = (0.0, 0.0)
    for members in strata.values {
      let (x, y) = (mean(members.map(\.level)), mean(members.map(\.outcome)))
      for pair in members {
        let residual = pair.outcome - y - slope * (pair.level - x)
        let growth = pair.outcome - pair.level - (y - x)
        residuals += residual * residual
        growths += growth * growth
      }
    }
    let freedom = Double(pairs.count - strata.count)
    return (
      slope, freedom > 1 ? residuals / (freedom - 1) : 0, freedom > 0 ? growths / freedom : 0,
      pairs.count
    )
  }

  /// M_e.
  func similar(_ comparison: Comparison) -> [Pair] {
    let distance = settings().1.similarWithin * referenceSD(comparison.measure).sd
    return comparison.classmates.filter { abs($0.level - comparison.level) <= distance }
  }

  /// δ_e and γ_e.
  func contrasts(
    _ comparison: Comparison, slope: Double
  ) -> (matched: Double?, growth: Double?) {
    guard comparison.scores > 0 else { return (nil, nil) }
    let sign = school.measures[comparison.measure].sign
    let similar = similar(comparison)
    let growth = mean(comparison.classmates.map { $0.outcome - $0.level })
    return (
      similar.count < settings().1.minimumComparison
        ? nil
        : sign
          * (comparison.outcome
            - mean(similar.map { $0.outcome + slope * (comparison.level - $0.level) })),
      sign * (comparison.outcome - comparison.level - growth)
    )
  }

  /// τ and V of some comparisons of a measure, each with its contrast and the pairs it rests on.
  func effect(
    _ used: [(comparison: Comparison, contrast: Double, pairs: [Pair])],
    variance: (Int) -> Double
  ) -> (value: Double, variance: Double) {
    let value = mean(used.map(\.contrast))
    var ofPupil: [Int: Double] = [:]
    var weights: [Pair: (sum: Double, squares: Double)] = [:]
    for (comparison, contrast, pairs) in used {
      ofPupil[episodes[comparison.episode].pupil, default: 0] += contrast - value
      for pair in pairs {
        let weight = 1 / Double(pairs.count)
        let known = weights[pair] ?? (0, 0)
        weights[pair] = (known.sum + weight, known.squares + weight * weight)
      }
    }
    let count = Double(ofPupil.count)
    let own = count / (count - 1) * ofPupil.values.reduce(0) { $0 + $1 * $1 }
    let shared = weights.reduce(0) {
      $0 + variance($1.key.scores) * ($1.value.sum * $1.value.sum - $1.value.squares)
    }
    return (value, (own + shared) / Double(used.count * used.count))
  }
}
