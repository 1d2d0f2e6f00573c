import ProvisionModel

/// What courses share whose classmates are the same: their dates, and those of their pupils' scores
/// (METHOD §5.1).
struct Sitting: Hashable {
  var start: Day
  var end: Day
  /// Whether the baseline is the provision map's own, before which no score is used.
  var startsWithEntry: Bool
  /// The days of the pupil's usable scores from the baseline back.
  var baselines: [Int32]
  /// The days of the pupil's scores in the outcome window, the nearest to the end first.
  var outcomes: [Int32]
}

/// The sittings that a contrast starts and ends with, and who of the free pupils has both.
struct ChosenSitting {
  /// A classmate with places among the cohort's scores.
  struct Member {
    /// The place in the cohort.
    var place: Int
    var baseline: Int
    var outcome: Int
  }

  /// Which of the course's outcomes it is, from 0.
  var outcome: Int
  /// Which of its baselines it is, from 0.
  var baseline: Int
  /// K.
  var members: [Member]
}

/// Finds the free pupils of a cohort who have comparable dates (METHOD §5.1, steps 1 to 3).
struct Classmates {
  private let scores: ComparableScores
  private let pupils: [Int]
  private let support: Support
  private let settings: EvidenceSettings
  private let outcomeDaysAfter: Int
  private let asOf: Int32

  /// A contrast has at least so many classmates.
  static let fewest = 3

  init(
    _ scores: ComparableScores, pupils: [Int], support: Support, settings: Settings, asOf: Day
  ) {
    self.scores = scores
    self.pupils = pupils
    self.support = support
    self.settings = settings.evidence
    outcomeDaysAfter = settings.linking.outcomeDaysAfter
    self.asOf = asOf.number
  }

  /// max(3, n ÷ 2): at least as many classmates have to have a test.
  static func isEnough(_ count: Int, of all: Int) -> Bool {
    count >= fewest && 2 * count >= all
  }

  /// The places in the cohort of the pupils who are free on all days of a course.
  func free(_ days: ClosedRange<Day>) -> [Int] {
    pupils.indices.filter { !support.overlaps(pupil: pupils[$0], days) }
  }

  /// The sittings that a contrast of a course starts and ends with; nil where fewer than three free
  /// pupils have both.
  func chosen(_ sitting: Sitting, free: [Int]) -> ChosenSitting? {
    guard let baseline = sitting.baselines.first else { return nil }
    let first = baseline - Int32(settings.lookbackDays)
    let last = min(sitting.end.number + Int32(outcomeDaysAfter), asOf)
    let tested = free.count { place in
      let all = scores.scores(ofPupilAt: place)
      let next = scores.firstScore(all, onOrAfter: first + 1)
      return next < all.upperBound && scores.day[next] <= last
    }
    guard
      let (outcome, having) = best(
        sitting.outcomes, of: tested,
        { day in
          free.compactMap { place in
            scores.nearest(
              scores.scores(ofPupilAt: place), to: day, within: settings.comparableDays, tie: .later
            ).map { ChosenSitting.Member(place: place, baseline: -1, outcome: $0) }
          }
        })
    else { return nil }
    guard
      let (start, members) = best(
        sitting.baselines, of: having.count,
        { day in
          having.compactMap { member in
            scores.nearest(
              scores.scores(ofPupilAt: member.place), to: day, within: settings.comparableDays,
              before: scores.day[member.outcome], tie: .earlier
            ).map {
              ChosenSitting.Member(place: member.place, baseline: $0, outcome: member.outcome)
            }
          }
        })
    else { return nil }
    return ChosenSitting(outcome: outcome, baseline: start, members: members)
  }

  /// The first of some days on which enough of so many pupils have a test; else the one on which most
  /// have, the first of two; nil where fewer than three have.
  private func best(
    _ days: [Int32], of count: Int, _ having: (Int32) -> [ChosenSitting.Member]
  ) -> (Int, [ChosenSitting.Member])? {
    var best: (number: Int, members: [ChosenSitting.Member])?
    for (number, day) in days.enumerated() {
      let members = having(day)
      if Self.isEnough(members.count, of: count) { return (number, members) }
      if members.count > best?.members.count ?? 0 { best = (number, members) }
    }
    guard let best, best.members.count >= Self.fewest else { return nil }
    return (best.number, best.members)
  }

  /// The earlier scores that a pupil and enough classmates have (step 3).
  ///
  /// - Parameter days: The days of the pupil's own usable scores before t_1, the latest first.
  /// - Returns: Which of these days are used, and for each member the places of its scores, the
  ///   baseline's first; −1 from the first that it does not have.
  func earlier(
    _ days: [Int32], _ members: [ChosenSitting.Member]
  ) -> (days: [Int32], scores: [SIMD4<Int32>]) {
    var used: [Int32] = []
    var found = members.map { SIMD4<Int32>(Int32($0.baseline), -1, -1, Int32($0.outcome)) }
    var lengths = [Int](repeating: 1, count: members.count)
    let most = min(settings.priors, EvidenceSettings.mostPriors)
    guard most > 1, !days.isEmpty else { return (used, found) }
    let usable = members.map { usableScores($0) }
    for day in days where used.count + 1 < most {
      let hits = members.indices.map { number in
        scores.nearest(
          usable[number], to: day, within: settings.comparableDays,
          before: scores.day[Int(found[number][lengths[number] - 1])], tie: .earlier)
      }
      guard Self.isEnough(hits.count { $0 != nil }, of: members.count) else { continue }
      for (number, hit) in hits.enumerated() {
        guard let hit, lengths[number] == used.count + 1 else { continue }
        found[number][lengths[number]] = Int32(hit)
        lengths[number] += 1
      }
      used.append(day)
    }
    return (used, found)
  }

  /// The scores of a classmate that are usable from its baseline back.
  private func usableScores(_ member: ChosenSitting.Member) -> Range<Int> {
    let day = scores.day[member.baseline]
    return scores.usable(
      scores.scores(ofPupilAt: member.place), from: member.baseline,
      earliest: earliest(pupil: pupils[member.place], day: day, course: nil))
  }

  /// The first day on which a score before one of a pupil is usable beside it.
  func earliest(pupil: Int, day: Int32, course: Episode?) -> Int32 {
    let change = support.lastChange(pupil: pupil, upTo: Day(number: day), except: course)
    return max(day - Int32(settings.lookbackDays) + 1, change?.number ?? .min)
  }
}
