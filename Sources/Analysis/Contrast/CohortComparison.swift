import ProvisionModel

/// The courses of a cohort on a measure beside the cohort's free pupils: whom each is compared with,
/// and what the fits learn from (METHOD §5.1).
struct CohortComparison: Sendable {
  /// Courses that share their classmates and which of their scores are used.
  struct Group: Sendable {
    /// The courses' own scores, in file order.
    var courses: [OwnSitting]
    /// For each classmate the numbers of its pairs on 1, 2 and 3 scores among those of the cohort; −1
    /// where it has fewer scores.
    var classmates: [SIMD4<Int32>]
  }

  /// Whom courses are compared with, in file order of the first course of each.
  private(set) var groups: [Group] = []
  /// The pairs on 1, 2 and 3 scores.
  private(set) var pairs: [FitPairs]
  /// The courses without classmates, and why.
  private(set) var without: [(course: Int, warning: ContrastWarning)] = []

  private let data: SchoolData
  private let episodes: [Episode]
  private let links: [LinkedEpisode]
  private let linking: Linking
  private let terms: TermNumbers
  private let other: OtherSubject
  private let otherMeasures: [Int]
  private let measure: Int
  private let pupils: [Int]
  private let support: Support
  /// The known rows of each pupil on the measure.
  private let rows: [Range<Int>]
  private let scores: ComparableScores
  private let classmates: Classmates
  /// For each pupil the latest day of t_1 that was asked for, and o there.
  private var levels: [(day: Int32, level: Double?)]

  private struct GroupKey: Hashable {
    var sitting: Int
    var earlier: [Int32]
  }

  private struct Days: Hashable {
    var start: Day
    var end: Day
  }

  /// The comparison of some courses of a cohort on a measure.
  ///
  /// - Parameters:
  ///   - courses: Paired courses, in file order.
  ///   - places: The place of each pupil of the school in its cohort.
  init(
    _ courses: [Int], measure: Int, pupils: [Int], places: [Int], _ comparison: ComparisonParts,
    _ support: Support
  ) {
    data = comparison.data
    episodes = comparison.episodes
    links = comparison.links
    linking = comparison.linking
    terms = comparison.terms
    other = comparison.other
    otherMeasures = comparison.other.others(than: measure)
    self.measure = measure
    self.pupils = pupils
    self.support = support
    let linking = linking
    rows = pupils.map { linking.knownRows(pupil: $0, measure: measure) }
    scores = ComparableScores(
      rows, of: data.assessments, sign: data.measures[measure].sign)
    classmates = Classmates(
      scores, pupils: pupils, support: support, settings: data.settings, asOf: comparison.asOf)
    pairs = Array(
      repeating: FitPairs(pupils: pupils.count), count: EvidenceSettings.mostPriors)
    levels = Array(repeating: (.min, nil), count: pupils.count)
    compare(courses, places)
  }

  private mutating func compare(_ courses: [Int], _ places: [Int]) {
    var free: [Days: [Int]] = [:]
    var numbers: [Sitting: Int] = [:]
    var chosen: [ChosenSitting?] = []
    var groupNumbers: [GroupKey: Int] = [:]
    for course in courses {
      let place = places[episodes[course].pupil]
      guard let own = own(course, place) else { continue }
      let number = numbers[own.sitting] ?? chosen.count
      if number == chosen.count {
        numbers[own.sitting] = number
        let days = Days(start: own.sitting.start, end: own.sitting.end)
        let known = free[days] ?? classmates.free(days.start...days.end)
        free[days] = known
        chosen.append(classmates.chosen(own.sitting, free: known))
      }
      guard let sitting = chosen[number] else {
        without.append((course, warning(own.sitting, free)))
        continue
      }
      let earlier = earlierScores(own, sitting, course)
      let key = GroupKey(sitting: number, earlier: earlier.map(\.day))
      let group = groupNumbers[key] ?? groups.count
      var used: [Int32]
      if group == groups.count {
        groupNumbers[key] = group
        let found = classmates.earlier(key.earlier, sitting.members)
        used = found.days
        groups.append(Group(courses: [], classmates: numbersOfPairs(sitting.members, found.scores)))
        usedDays.append(used)
      } else {
        used = usedDays[group]
      }
      groups[group].courses.append(
        ownSitting(course, place, own, sitting, earlier.filter { used.contains($0.day) }))
    }
  }

  /// The days of earlier scores that each group uses.
  private var usedDays: [[Int32]] = []

  /// Tests at other times, if three free pupils have a pair by the dates of the course; else too few
  /// classmates.
  private func warning(_ sitting: Sitting, _ free: [Days: [Int]]) -> ContrastWarning {
    let known = free[Days(start: sitting.start, end: sitting.end)] ?? []
    let paired = known.count { place in
      linking.pairOfScores(rows[place], start: sitting.start, end: sitting.end) != nil
    }
    return paired >= Classmates.fewest ? .differentTestDates : .tooFewClassmates
  }

  // MARK: - The pupil's own scores

  private struct OwnScore {
    var day: Int32
    /// With the measure's sign.
    var score: Double
  }

  private struct Own {
    var sitting: Sitting
    /// By the days of the sitting's baselines.
    var baselines: [OwnScore]
    /// By those of its outcomes.
    var outcomes: [OwnScore]
  }

  /// A course's own dates and scores; nil where it is not paired, or ends before it starts.
  private func own(_ course: Int, _ place: Int) -> Own? {
    let episode = episodes[course]
    guard let end = episode.end, episode.start <= end, let baseline = links[course].baseline,
      let outcome = links[course].outcome
    else { return nil }
    let sign = data.measures[measure].sign
    let all = scores.scores(ofPupilAt: place)
    let first = scores.firstScore(all, onOrAfter: baseline.day.number)
    let earliest = classmates.earliest(
      pupil: episode.pupil, day: baseline.day.number, course: episode)
    var baselines = [OwnScore(day: baseline.day.number, score: sign * baseline.value)]
    // Without a row it is the provision map's own, which stands for a score of its day.
    if !isBehindCensored(baseline, at: first, all, place) {
      var next = first - 1
      while next >= all.lowerBound, scores.day[next] >= earliest {
        baselines.append(OwnScore(day: scores.day[next], score: scores.score[next]))
        if scores.isCensored(before: next) { break }
        next -= 1
      }
    }
    var outcomes = [OwnScore(day: outcome.day.number, score: sign * outcome.value)]
    let windows = data.settings.linking
    let latest = end.advanced(by: windows.outcomeDaysAfter).number
    // Closures that capture the whole comparison would copy it at every call.
    let scores = scores
    let baselineDay = baseline.day.number
    let outcomeDay = outcome.day.number
    let earliestOutcome = end.advanced(by: -windows.outcomeDaysBefore).number
    let within = all.filter { number in
      let day = scores.day[number]
      return day > baselineDay && day != outcomeDay && day <= latest && day >= earliestOutcome
    }.sorted { left, right in
      let (one, other) = (scores.day[left] - end.number, scores.day[right] - end.number)
      return abs(one) != abs(other) ? abs(one) < abs(other) : one > other
    }
    outcomes += within.map { OwnScore(day: scores.day[$0], score: scores.score[$0]) }
    let sitting = Sitting(
      start: episode.start, end: end, startsWithEntry: baseline.row == nil,
      baselines: baselines.map(\.day), outcomes: outcomes.map(\.day))
    return Own(sitting: sitting, baselines: baselines, outcomes: outcomes)
  }

  /// Whether a censored score lies between a baseline and the score before it.
  private func isBehindCensored(
    _ baseline: LinkedScore, at first: Int, _ all: Range<Int>, _ place: Int
  ) -> Bool {
    if first < all.upperBound, scores.day[first] == baseline.day.number {
      return scores.isCensored(before: first)
    }
    let table = data.assessments
    let before = table.partition(rows[place]) { table.day[$0] >= baseline.day.number } - 1
    return before >= rows[place].lowerBound && table.censoring[before] != .none
  }

  /// The pupil's own usable scores before t_1, the latest first; none before an entry score.
  private func earlierScores(
    _ own: Own, _ sitting: ChosenSitting, _ course: Int
  ) -> [OwnScore] {
    if sitting.baseline == 0 {
      return own.sitting.startsWithEntry ? [] : Array(own.baselines.dropFirst())
    }
    let episode = episodes[course]
    let place = pupils.firstIndex(of: episode.pupil) ?? 0
    let day = own.baselines[sitting.baseline].day
    let all = scores.scores(ofPupilAt: place)
    let usable = scores.usable(
      all, from: scores.firstScore(all, onOrAfter: day),
      earliest: classmates.earliest(pupil: episode.pupil, day: day, course: episode))
    return usable.dropLast().reversed().map {
      OwnScore(day: scores.day[$0], score: scores.score[$0])
    }
  }

  /// o of a pupil of the cohort at a t_1.
  private mutating func level(ofPupilAt place: Int, on day: Int32) -> Double? {
    if levels[place].day == day { return levels[place].level }
    let level = other.level(pupil: pupils[place], on: otherMeasures, baseline: day)
    levels[place] = (day, level)
    return level
  }

  private mutating func ownSitting(
    _ course: Int, _ place: Int, _ own: Own, _ sitting: ChosenSitting, _ earlier: [OwnScore]
  ) -> OwnSitting {
    let used = [own.baselines[sitting.baseline]] + earlier
    let outcome = own.outcomes[sitting.outcome]
    let level = level(ofPupilAt: place, on: used[0].day)
    var made = OwnSitting(
      course: course, count: used.count, scores: Scores4(0, 0, 0, level ?? 0),
      hasOther: level != nil, days: .zero, outcome: outcome.score,
      outcomeDay: Day(number: outcome.day),
      usesOtherTest: sitting.baseline > 0 || sitting.outcome > 0)
    for (number, score) in used.enumerated() {
      made.scores[number] = score.score
      made.days[number] = score.day
    }
    return made
  }

  // MARK: - Pairs

  /// The numbers of the classmates' pairs, which are added where they are new.
  private mutating func numbersOfPairs(
    _ members: [ChosenSitting.Member], _ found: [SIMD4<Int32>]
  ) -> [SIMD4<Int32>] {
    let (scores, terms) = (scores, terms)
    return zip(members, found).map { member, places in
      var numbers = SIMD4<Int32>(repeating: -1)
      var rows = SIMD4<UInt32>(repeating: .max)
      var days = SIMD4<Int32>(repeating: -1)
      var values = Scores4.zero
      rows[3] = scores.row[member.outcome]
      days[3] = Int32(terms.number(scores.day[member.outcome]))
      for used in 0..<EvidenceSettings.mostPriors where places[used] >= 0 {
        let score = Int(places[used])
        rows[used] = scores.row[score]
        days[used] = Int32(terms.number(scores.day[score]))
        values[used] = scores.score[score]
        if let known = pairs[used].number(place: member.place, rows: rows) {
          numbers[used] = Int32(known)
          continue
        }
        let known = level(ofPupilAt: member.place, on: scores.day[member.baseline])
        values[3] = known ?? 0
        numbers[used] = Int32(
          pairs[used].add(
            FitPair(
              pupil: UInt32(pupils[member.place]), rows: rows, scores: values,
              outcome: scores.score[member.outcome], hasOther: known != nil, stratum: 0),
            place: member.place, terms: days))
      }
      return numbers
    }
  }
}
