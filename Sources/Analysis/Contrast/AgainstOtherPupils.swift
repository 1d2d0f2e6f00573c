package import ProvisionModel
import Threading

/// The comparison of each course with other pupils (METHOD §5): who its classmates are, and by how much
/// its outcome differs from the two predictions that bracket the answer. Each is computed once; what is
/// said of any set of courses is sums over them.
package struct AgainstOtherPupils: Sendable {
  /// The contrasts, by the positions of the courses.
  package private(set) var contrasts: [Contrast]
  /// The fits, by measure, number of scores, and without o first.
  package private(set) var fits: [Fit] = []
  /// The classmates that courses of the same dates share.
  package private(set) var sets: [ComparisonSet] = []
  /// The distinct pairs that fits and sets are made of.
  package private(set) var pairs: [FitPair] = []
  /// For each course the number of its group, which shares its fortunes (METHOD §5.4).
  package let groups: [Int]
  /// The reference SD of each measure; nil for codes and where scores have no spread.
  package let referenceSDs: [ReferenceSD?]
  /// The strata of all scores.
  package let strata: Strata

  /// The settings of the method.
  let settings: EvidenceSettings
  private let other: OtherSubject
  private let cohorts: Cohorts
  private let terms: TermNumbers
  private let assessments: AssessmentTable
  private var pairRanges: [[Range<Int>]]

  /// The comparison of some courses.
  ///
  /// - Parameters:
  ///   - rows: The episodes of all rows, before they were put together to courses.
  ///   - courses: The courses, and their links by the same positions.
  ///   - asOf: The day up to which things are known.
  ///   - jobs: How many cohorts are compared at the same time; the result does not depend on it.
  /// - Complexity: O(*c* · *n* log *n*) for *c* different dates of courses in a cohort of *n* pupils.
  package init(
    data: SchoolData, rows: [Episode], courses: [Episode], links: [LinkedEpisode], asOf: Day,
    jobs: Int = 1
  ) {
    let cohorts = Cohorts(data.pupils)
    let terms = TermNumbers(Self.days(data), calendar: data.settings.terms)
    let strata = Strata(data: data, cohorts: cohorts, terms: terms, asOf: asOf, jobs: jobs)
    let referenceSDs = data.measures.enumerated().map {
      ReferenceSD($0.element, at: $0.offset, strata: strata)
    }
    self.cohorts = cohorts
    self.terms = terms
    self.strata = strata
    self.referenceSDs = referenceSDs
    settings = data.settings.evidence
    assessments = data.assessments
    groups = CourseGroups.numbers(courses, data: data, cohorts: cohorts)
    contrasts = Array(repeating: Contrast(), count: courses.count)
    pairRanges = Array(
      repeating: Array(repeating: 0..<0, count: EvidenceSettings.mostPriors),
      count: data.measures.count)
    other = OtherSubject(
      data: data, cohorts: cohorts, terms: terms, strata: strata, referenceSDs: referenceSDs,
      asOf: asOf)
    let parts = ComparisonParts(
      data: data, episodes: courses, links: links, linking: Linking(data: data, asOf: asOf),
      terms: terms, other: other, asOf: asOf)
    let support = data.measures.indices.map {
      Support(measure: $0, episodes: rows, pupils: data.pupils.count, asOf: asOf)
    }
    let runs = runs(courses, links)
    let compared = Concurrently.map(count: runs.count, jobs: jobs) { number in
      let run = runs[number]
      return CohortComparison(
        run.courses, measure: run.measure, pupils: cohorts.pupils[run.cohort],
        places: cohorts.places, parts, support[run.measure])
    }
    let offsets = putTogether(runs, compared)
    addFits(jobs: jobs)
    addContrasts(runs, compared, offsets, jobs: jobs)
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

  /// The fit of a measure, a number of scores and the use of o; nil where there is none.
  package func fit(_ key: FitKey) -> Fit? {
    fits.first { $0.key == key }
  }

  /// The rows of a pupil's scores on another measure that o rests on, the latest first.
  ///
  /// - Parameter baseline: The day of t_1.
  package func otherSubjectRows(pupil: Int, measure: Int, baseline: Int32) -> [Int] {
    other.rows(pupil: pupil, measure: measure, baseline: baseline)
  }

  /// The stratum of a score of a pupil; nil on a measure without a reference SD, too.
  package func stratum(ofRow row: Int, pupil: Int, measure: Int) -> Strata.Stratum? {
    guard referenceSDs[measure] != nil else { return nil }
    return strata.stratum(
      cohort: cohorts.ofPupil[pupil], measure: measure,
      term: terms.number(assessments.day[row]))
  }
}

/// What the comparison of every cohort needs.
struct ComparisonParts: Sendable {
  let data: SchoolData
  /// The courses.
  let episodes: [Episode]
  let links: [LinkedEpisode]
  let linking: Linking
  let terms: TermNumbers
  let other: OtherSubject
  let asOf: Day
}

extension AgainstOtherPupils {
  /// The paired courses of a cohort on a measure.
  private struct Run {
    var measure: Int
    var cohort: Int
    /// In file order.
    var courses: [Int]
  }

  /// The paired courses of measures with a reference SD, by measure and cohort.
  private func runs(_ courses: [Episode], _ links: [LinkedEpisode]) -> [Run] {
    var numbers = [Int](repeating: -1, count: referenceSDs.count * cohorts.pupils.count)
    var runs: [Run] = []
    for position in courses.indices where links[position].isPaired {
      let measure = courses[position].measure
      guard referenceSDs[measure] != nil else { continue }
      let cohort = cohorts.ofPupil[courses[position].pupil]
      let key = measure * cohorts.pupils.count + cohort
      if numbers[key] < 0 {
        numbers[key] = runs.count
        runs.append(Run(measure: measure, cohort: cohort, courses: []))
      }
      runs[numbers[key]].courses.append(position)
    }
    return runs.sorted { ($0.measure, $0.cohort) < ($1.measure, $1.cohort) }
  }

  /// Puts the pairs of all runs together: those of a measure and a number of scores are one range,
  /// whatever cohort was ready first.
  ///
  /// - Returns: For each run and number of scores less 1 the position of its first pair.
  private mutating func putTogether(_ runs: [Run], _ compared: [CohortComparison]) -> [[Int]] {
    var offsets = [[Int]](
      repeating: Array(repeating: 0, count: EvidenceSettings.mostPriors), count: runs.count)
    pairs.reserveCapacity(
      compared.reduce(0) { $0 + $1.pairs.reduce(0) { $0 + $1.pairs.count } })
    let ofMeasure = Dictionary(grouping: runs.indices, by: { runs[$0].measure })
    for measure in referenceSDs.indices {
      for scores in 0..<EvidenceSettings.mostPriors {
        let first = pairs.count
        var strata: UInt32 = 0
        for run in ofMeasure[measure] ?? [] {
          offsets[run][scores] = pairs.count
          let found = compared[run].pairs[scores]
          pairs += found.pairs.lazy.map { pair in
            var pair = pair
            pair.stratum += strata
            return pair
          }
          strata += UInt32(found.strata)
        }
        pairRanges[measure][scores] = first..<pairs.count
      }
    }
    return offsets
  }

  private mutating func addFits(jobs: Int) {
    let keys = referenceSDs.indices.flatMap { measure in
      (1...EvidenceSettings.mostPriors).flatMap { scores in
        [false, true].map { FitKey(measure: measure, scores: scores, usesOther: $0) }
      }
    }
    let comparison = self
    fits = Concurrently.map(count: keys.count, jobs: jobs) { number -> Fit? in
      let key = keys[number]
      guard let sd = comparison.referenceSDs[key.measure] else { return nil }
      return Fit(
        key, comparison.pairs[comparison.pairs(ofMeasure: key.measure, scores: key.scores)],
        sd: sd.value, comparison.settings)
    }.compactMap(\.self)
  }

  /// Adds the contrasts, which need the fits.
  private mutating func addContrasts(
    _ runs: [Run], _ compared: [CohortComparison], _ offsets: [[Int]], jobs: Int
  ) {
    let comparison = self
    let found = Concurrently.map(count: runs.count, jobs: jobs) { number in
      RunContrasts(
        compared[number], measure: runs[number].measure, offsets: offsets[number], comparison)
    }
    for (run, made) in zip(compared, found) {
      for without in run.without { contrasts[without.course].warning = without.warning }
      for (course, contrast) in made.contrasts {
        contrasts[course] = contrast
        contrasts[course].compared?.set += sets.count
      }
      sets += made.sets
    }
  }
}

/// The contrasts of a cohort's courses on a measure.
private struct RunContrasts: Sendable {
  /// Each with the position of its set among those here.
  private(set) var contrasts: [(course: Int, contrast: Contrast)] = []
  private(set) var sets: [ComparisonSet] = []

  init(
    _ run: CohortComparison, measure: Int, offsets: [Int], _ comparison: AgainstOtherPupils
  ) {
    guard let sd = comparison.referenceSDs[measure] else { return }
    let fits = comparison.fits.enumerated().filter { $0.element.key.measure == measure }
    for group in run.groups {
      let choices = Self.choices(group, offsets, comparison.pairs, fits)
      var setOfChoice = [Int?](repeating: nil, count: choices.count)
      for own in group.courses {
        var contrast = Contrast(warning: own.usesOtherTest ? .otherTestUsed : nil)
        let wanted = choices.indices.first { choice in
          let key = fits[choices[choice].fit].element.key
          return key.scores <= own.count && (own.hasOther || !key.usesOther)
        }
        if let wanted {
          let (offset, fit) = fits[choices[wanted].fit]
          let set = setOfChoice[wanted] ?? sets.count
          if setOfChoice[wanted] == nil {
            setOfChoice[wanted] = set
            sets.append(
              ComparisonSet(choices[wanted].pairs, of: comparison.pairs, fit: fit, at: offset))
          }
          contrast.compared = Compared(
            own, beside: sets[set], at: set, fit, sd: sd.value, comparison.settings)
        } else if contrast.warning == nil {
          contrast.warning = .tooFewClassmates
        }
        contrasts.append((own.course, contrast))
      }
    }
  }

  /// The fits that enough of a group's classmates have the scores for, the best first: those with o,
  /// then those with more scores.
  private static func choices(
    _ group: CohortComparison.Group, _ offsets: [Int], _ all: [FitPair],
    _ fits: [(offset: Int, element: Fit)]
  ) -> [(fit: Int, pairs: [UInt32])] {
    let best = fits.indices.sorted { left, right in
      let (one, other) = (fits[left].element.key, fits[right].element.key)
      return one.usesOther != other.usesOther ? one.usesOther : one.scores > other.scores
    }
    return best.compactMap { fit in
      let key = fits[fit].element.key
      var pairs: [UInt32] = []
      pairs.reserveCapacity(group.classmates.count)
      for numbers in group.classmates where numbers[key.scores - 1] >= 0 {
        let pair = offsets[key.scores - 1] + Int(numbers[key.scores - 1])
        if !key.usesOther || all[pair].hasOther { pairs.append(UInt32(pair)) }
      }
      return Classmates.isEnough(pairs.count, of: group.classmates.count) ? (fit, pairs) : nil
    }
  }
}
