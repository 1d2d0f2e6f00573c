import Analysis
import ProvisionModel
import TestSupport

/// METHOD §3 and §5 word by word, slowly: everybody is looked at for every course, and everything is
/// kept in plain arrays and dictionaries.
struct NaiveMethod {
  /// A course (METHOD §3).
  struct Course {
    /// Positions of rows of the provision map, ascending.
    var rows: [Int]
    /// The row that ends last.
    var label: Int
    var pupil: Int
    var intervention: Int
    var measure: Int
    var start: Day
    var end: Day
    var baseline: LinkedScore?
    var outcome: LinkedScore?
    /// Whether the baseline is the provision map's own.
    var startsWithEntry: Bool

    var isPaired: Bool {
      guard let baseline, let outcome else { return false }
      return baseline.censoring == .none && outcome.censoring == .none
    }
  }

  let school: SchoolBuilder
  let asOf: Day
  /// The episodes of all rows.
  let episodes: [Episode]
  /// The ended courses, in order of their first row and measure.
  private(set) var courses: [Course] = []
  /// By course: what §5.1 finds; nil where there is nobody to compare with.
  private(set) var chosen: [NaiveChoice?] = []
  private(set) var fits: [NaiveFitKey: NaiveFit] = [:]
  /// By measure and pupil the scores up to the as-of date, in order of their days.
  private let known: [[[SchoolBuilder.Assessment]]]
  /// By measure, cohort and term the uncensored scores.
  private let strata: [[String: [SchoolBuilder.Assessment]]]
  /// By measure s_m and f; nil where nothing is given and scores do not tell.
  let referenceSDs: [(sd: Double, freedom: Int?)?]
  /// The cohort of each pupil.
  let cohorts: [String]
  /// By measure the pupils of each cohort with a score.
  private let pupilsWithScore: [[String: Int]]
  /// The terms of the days of all scores.
  private let terms: [Day: String]

  var settings: EvidenceSettings { school.settings.evidence }

  init(school: SchoolBuilder, asOf: Day) {
    self.school = school
    self.asOf = asOf
    episodes = EpisodeList(data: school.data, asOf: asOf).episodes
    let cohorts = school.pupils.map { "\($0.school)|\($0.yearGroup)" }
    self.cohorts = cohorts
    terms = Dictionary(
      uniqueKeysWithValues: Set(school.assessments.map(\.day)).map {
        ($0, school.settings.terms.term(containing: $0).id)
      })
    known = school.measures.indices.map { measure in
      school.pupils.indices.map { pupil in
        school.assessments.filter {
          $0.measure == measure && $0.pupil == pupil && $0.day <= asOf
        }.sorted { $0.day < $1.day }
      }
    }
    pupilsWithScore = known.map { ofPupils in
      let having = ofPupils.indices.filter { pupil in
        ofPupils[pupil].contains { $0.censoring == .none }
      }
      return Dictionary(grouping: having) { cohorts[$0] }.mapValues(\.count)
    }
    strata = known.map { ofPupils in
      Dictionary(grouping: ofPupils.joined().filter { $0.censoring == .none }) {
        Self.stratum($0, school)
      }
    }
    referenceSDs = zip(school.measures, strata).map { Self.referenceSD($0, $1) }
    courses = madeCourses()
    chosen = courses.map { $0.isPaired ? choice($0) : nil }
    fits = madeFits()
  }

  // MARK: - Words

  func cohort(_ pupil: Int) -> String {
    cohorts[pupil]
  }

  func term(_ day: Day) -> String {
    school.settings.terms.term(containing: day).id
  }

  func sign(_ measure: Int) -> Double { school.measures[measure].lowerIsBetter ? -1 : 1 }

  /// All scores of a pupil on a measure up to the as-of date, in order of their days.
  func scores(_ measure: Int, of pupil: Int) -> [SchoolBuilder.Assessment] {
    known[measure][pupil]
  }

  /// The same without those that are censored.
  func uncensored(_ measure: Int, of pupil: Int) -> [SchoolBuilder.Assessment] {
    scores(measure, of: pupil).filter { $0.censoring == .none }
  }

  func lastDay(_ episode: Episode) -> Day {
    episode.status == .ended ? episode.end! : asOf
  }

  // MARK: - §3

  private func madeCourses() -> [Course] {
    let linking = NaiveLinking(school: school, asOf: asOf)
    var keys: [String] = []
    var members: [String: [(Episode, LinkedScore?, LinkedScore?)]] = [:]
    for (position, episode) in episodes.enumerated() where episode.status == .ended {
      let link = linking.link(episode)
      var key = "\(episode.pupil) \(episode.intervention) \(episode.measure)"
      if link.baseline == nil && link.outcome == nil {
        key += " \(position)"
      } else {
        key += " \(link.baseline?.day.description ?? "-") \(link.outcome?.day.description ?? "-")"
      }
      if members[key] == nil { keys.append(key) }
      members[key, default: []].append((episode, link.baseline, link.outcome))
    }
    return keys.map { key in
      let all = members[key]!
      let last = all.max { ($0.0.end!, $0.0.row) < ($1.0.end!, $1.0.row) }!
      return Course(
        rows: all.map(\.0.row).sorted(), label: last.0.row, pupil: last.0.pupil,
        intervention: last.0.intervention, measure: last.0.measure,
        start: all.map(\.0.start).min()!, end: last.0.end!, baseline: last.1, outcome: last.2,
        startsWithEntry: last.0.entry != nil)
    }
  }

  /// The TAs of all rows, each once, in order of the file.
  func assistants(_ course: Course) -> [Int] {
    var found: [Int] = []
    for row in course.rows {
      for assistant in school.provision[row].teachingAssistants where !found.contains(assistant) {
        found.append(assistant)
      }
    }
    return found
  }

  /// The group whose fortunes a course shares (§5.4).
  func group(_ course: Course) -> String {
    let school = "\(course.intervention) \(self.school.pupils[course.pupil].school)"
    let name = self.school.provision[course.label].group
    if !name.isEmpty { return "\(school) \(name) \(term(course.start))" }
    let names = assistants(course).map { self.school.teachingAssistants[$0].key }
    if !names.isEmpty { return "\(school) \(names.joined(separator: ";")) \(term(course.start))" }
    return "\(school) \(cohort(course.pupil)) on \(course.start)"
  }

  // MARK: - s_m

  private static func referenceSD(
    _ measure: Measure, _ strata: [String: [SchoolBuilder.Assessment]]
  ) -> (sd: Double, freedom: Int?)? {
    if measure.kind == .ordinal { return nil }
    if let given = measure.sd { return (given, nil) }
    var squares = 0.0
    var freedom = 0
    for values in strata.values.map({ $0.map(\.score) }) {
      let centre = mean(values)
      squares += values.reduce(0) { $0 + ($1 - centre) * ($1 - centre) }
      freedom += values.count - 1
    }
    return freedom > 1 ? ((squares / Double(freedom)).squareRoot(), freedom) : nil
  }

  /// School × cohort × term.
  private static func stratum(_ score: SchoolBuilder.Assessment, _ school: SchoolBuilder) -> String
  {
    let pupil = school.pupils[score.pupil]
    let term = school.settings.terms.term(containing: score.day).id
    return "\(pupil.school)|\(pupil.yearGroup) \(term)"
  }

  /// o of a pupil; nil where it is absent (§5.1, "Another subject").
  func otherSubject(_ pupil: Int, than measure: Int, at baseline: Day) -> Double? {
    let means = school.measures.indices.compactMap { other -> Double? in
      guard other != measure, school.measures[other].attainment, let sd = referenceSDs[other]
      else { return nil }
      let pupils = pupilsWithScore[other][cohort(pupil)] ?? 0
      let deviations = uncensored(other, of: pupil).compactMap { score -> Double? in
        let days = baseline.days(to: score.day)
        guard days > -settings.lookbackDays, days <= 21 else { return nil }
        let stratum = strata[other][Self.stratum(score, school)]!
        guard stratum.count >= 5, 2 * Set(stratum.map(\.pupil)).count >= pupils else { return nil }
        return sign(other) * (score.score - mean(stratum.map(\.score))) / sd.sd
      }
      return deviations.isEmpty ? nil : mean(deviations.suffix(3))
    }
    return means.isEmpty ? nil : mean(means)
  }

  // MARK: - Fits

  private func madeFits() -> [NaiveFitKey: NaiveFit] {
    var pairs: [NaiveFitKey: [String: NaivePair]] = [:]
    for (course, choice) in zip(courses, chosen) {
      guard let choice else { continue }
      for mate in choice.classmates {
        for count in 1...mate.scores.count {
          for usesOther in [false, true] where !usesOther || mate.other != nil {
            let key = NaiveFitKey(measure: course.measure, scores: count, usesOther: usesOther)
            let pair = pair(mate, key)
            pairs[key, default: [:]][pair.id] = pair
          }
        }
      }
    }
    var fits: [NaiveFitKey: NaiveFit] = [:]
    for (key, found) in pairs {
      let ordered = found.keys.sorted().map { found[$0]! }
      fits[key] = NaiveFit(
        key, ordered, sd: referenceSDs[key.measure]!.sd, settings: settings)
    }
    return fits
  }

  /// A classmate's pair for a fit.
  func pair(_ mate: NaiveChoice.Mate, _ key: NaiveFitKey) -> NaivePair {
    let used = mate.scores.prefix(key.scores)
    let days = used.map(\.day) + [mate.outcomeDay]
    return NaivePair(
      id: "\(mate.pupil) \(days.map { "\($0.number)" }.joined(separator: " "))",
      predictors: used.map(\.value) + (key.usesOther ? [mate.other!] : []), outcome: mate.outcome,
      stratum: "\(cohort(mate.pupil)) \(days.map { term($0) }.joined(separator: " "))")
  }
}
