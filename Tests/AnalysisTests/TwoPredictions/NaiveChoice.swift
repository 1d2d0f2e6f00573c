import Analysis
import ProvisionModel
import TestSupport

/// Whom a course is compared with, and by which scores (METHOD §5.1).
struct NaiveChoice {
  /// A score with the measure's sign.
  struct Score {
    var day: Day
    var value: Double
  }

  /// A classmate.
  struct Mate {
    var pupil: Int
    /// From the baseline back.
    var scores: [Score]
    var outcome: Double
    var outcomeDay: Day
    var other: Double?
  }

  /// The pupil's own scores, from t_1 back.
  var scores: [Score]
  var outcome: Score
  var other: Double?
  var classmates: [Mate]
  /// Whether t_1 or t_y are not those of the course's own pair.
  var usesOtherTest: Bool
}

extension NaiveMethod {
  private typealias Score = NaiveChoice.Score

  private func ownScores(_ pupil: Int, _ measure: Int) -> [Score] {
    uncensored(measure, of: pupil).map {
      Score(day: $0.day, value: sign(measure) * $0.score)
    }
  }

  /// Of some scores the nearest to a day, among those before another one.
  private func near(
    _ scores: [Score], _ day: Day, before limit: Day? = nil, later: Bool
  ) -> Score? {
    let comparable = scores.filter { score in
      abs(day.days(to: score.day)) <= settings.comparableDays
        && (limit.map { score.day < $0 } ?? true)
    }
    return comparable.min { one, other in
      let (left, right) = (abs(day.days(to: one.day)), abs(day.days(to: other.day)))
      if left != right { return left < right }
      return later ? one.day > other.day : one.day < other.day
    }
  }

  /// The pupil's scores before a day that are usable beside the one of that day, the latest first.
  ///
  /// - Parameter rows: Rows of the provision map whose episodes do not count.
  private func usable(before day: Day, _ pupil: Int, _ measure: Int, except rows: [Int]) -> [Score]
  {
    let changes = episodes.filter {
      $0.pupil == pupil && $0.measure == measure && $0.status != .planned && !rows.contains($0.row)
    }.flatMap { [$0.start, lastDay($0)] }
    var usable: [Score] = []
    for score in scores(measure, of: pupil).reversed() where score.day < day {
      if score.day <= day.advanced(by: -settings.lookbackDays) { break }
      if score.censoring != .none { break }
      if changes.contains(where: { score.day < $0 && $0 <= day }) { break }
      usable.append(Score(day: score.day, value: sign(measure) * score.score))
    }
    return usable
  }

  private func isFree(_ pupil: Int, for course: Course) -> Bool {
    guard pupil != course.pupil, cohort(pupil) == cohort(course.pupil) else { return false }
    return !episodes.contains {
      $0.pupil == pupil && $0.measure == course.measure && $0.status != .planned
        && $0.start <= course.end && lastDay($0) >= course.start
    }
  }

  private func isEnough(_ count: Int, of all: Int) -> Bool {
    Double(count) >= max(3, Double(all) / 2)
  }

  /// The first of some candidates that enough have, else the one that most have; nil where fewer than
  /// three have it.
  private func best(_ candidates: [[Int: Score]], of all: Int) -> Int? {
    if let first = candidates.firstIndex(where: { isEnough($0.count, of: all) }) { return first }
    let most = candidates.map(\.count).max() ?? 0
    return most < 3 ? nil : candidates.firstIndex { $0.count == most }
  }

  private func free(_ course: Course) -> [Int: [Score]] {
    var scores: [Int: [Score]] = [:]
    for pupil in school.pupils.indices where isFree(pupil, for: course) {
      scores[pupil] = ownScores(pupil, course.measure)
    }
    return scores
  }

  /// The scores of the outcome window, the nearest to the end first.
  private func outcomes(_ course: Course, _ baseline: Day, _ outcome: Score) -> [Score] {
    let windows = school.settings.linking
    var found = ownScores(course.pupil, course.measure).filter { score in
      let days = course.end.days(to: score.day)
      return days >= -windows.outcomeDaysBefore && days <= windows.outcomeDaysAfter
        && score.day > baseline && score.day != outcome.day
    }
    // The course's own outcome stands for its day, also where it is the provision map's.
    found.append(outcome)
    return found.sorted { one, other in
      let (left, right) = (abs(course.end.days(to: one.day)), abs(course.end.days(to: other.day)))
      return left != right ? left < right : one.day > other.day
    }
  }

  /// The comparison of a paired course; nil where there is none.
  func choice(_ course: Course) -> NaiveChoice? {
    guard referenceSDs[course.measure] != nil, course.start <= course.end else { return nil }
    let sign = sign(course.measure)
    let start = Score(day: course.baseline!.day, value: sign * course.baseline!.value)
    let end = Score(day: course.outcome!.day, value: sign * course.outcome!.value)
    let free = free(course)
    let last = course.end.advanced(by: school.settings.linking.outcomeDaysAfter)
    let tested = free.values.count { scores in
      scores.contains {
        $0.day > start.day.advanced(by: -settings.lookbackDays) && $0.day <= min(last, asOf)
      }
    }
    let outcomes = outcomes(course, start.day, end)
    let ofOutcomes = outcomes.map { outcome in
      free.compactMapValues { near($0, outcome.day, later: true) }
    }
    guard let second = best(ofOutcomes, of: tested) else { return nil }
    let mates = ofOutcomes[second]
    let baselines =
      [start] + usable(before: start.day, course.pupil, course.measure, except: course.rows)
    let ofBaselines = baselines.map { baseline in
      Dictionary(
        uniqueKeysWithValues: mates.compactMap { pupil, outcome in
          near(free[pupil]!, baseline.day, before: outcome.day, later: false).map { (pupil, $0) }
        })
    }
    guard let first = best(ofBaselines, of: mates.count) else { return nil }
    return choice(
      course, baselines[first], outcomes[second], ofBaselines[first], mates,
      isEntry: first == 0 && course.startsWithEntry, usesOtherTest: first > 0 || second > 0)
  }

  private func choice(
    _ course: Course, _ baseline: Score, _ outcome: Score, _ starts: [Int: Score],
    _ ends: [Int: Score], isEntry: Bool, usesOtherTest: Bool
  ) -> NaiveChoice {
    let measure = course.measure
    let usableOfMates = Dictionary(
      uniqueKeysWithValues: starts.map { pupil, start in
        (pupil, usable(before: start.day, pupil, measure, except: []))
      })
    var own = [baseline]
    var ofMates = starts.mapValues { [$0] }
    let earlier =
      isEntry ? [] : usable(before: baseline.day, course.pupil, measure, except: course.rows)
    for score in earlier where own.count < settings.priors {
      let hits = Dictionary(
        uniqueKeysWithValues: ofMates.compactMap { pupil, used in
          near(usableOfMates[pupil]!, score.day, before: used.last!.day, later: false)
            .map { (pupil, $0) }
        })
      guard isEnough(hits.count, of: ofMates.count) else { continue }
      for (pupil, hit) in hits where ofMates[pupil]!.count == own.count {
        ofMates[pupil]!.append(hit)
      }
      own.append(score)
    }
    return NaiveChoice(
      scores: own, outcome: outcome,
      other: otherSubject(course.pupil, than: measure, at: baseline.day),
      classmates: ofMates.keys.sorted().map { pupil in
        NaiveChoice.Mate(
          pupil: pupil, scores: ofMates[pupil]!, outcome: ends[pupil]!.value,
          outcomeDay: ends[pupil]!.day,
          other: otherSubject(pupil, than: measure, at: starts[pupil]!.day))
      }, usesOtherTest: usesOtherTest)
  }

  /// How many free pupils are paired with a course's own dates (§5.1, warnings).
  func pairedFreePupils(_ course: Course) -> Int {
    let linking = NaiveLinking(school: school, asOf: asOf)
    return school.pupils.indices.filter { isFree($0, for: course) }.count { pupil in
      let episode = Episode(
        row: 0, pupil: pupil, intervention: 0, measure: course.measure, start: course.start,
        end: course.end, status: .ended)
      let link = linking.link(episode)
      return link.baseline?.censoring == Censoring.none && link.outcome?.censoring == Censoring.none
    }
  }
}
