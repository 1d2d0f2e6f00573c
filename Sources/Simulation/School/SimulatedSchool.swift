package import ProvisionModel

/// A made-up school: its pupils, what is true of them, their tests and their support.
///
/// A pupil's true level on a measure is √reliability × his level in its domain, plus the true effects
/// of all support on that measure [SD of scores]; a score adds an error of variance 1 − reliability.
/// So the scores of a year group have an SD of about 1, and effects are in that unit.
package struct SimulatedSchool: Sendable {
  /// What was asked for.
  package let plan: SimulationPlan
  /// The terms.
  package let calendar: SchoolCalendar
  /// The pupils.
  package let roll: PupilRoll
  /// The TAs.
  package internal(set) var staff: StaffRoster
  /// The rows of the provision map, by term and intervention.
  package internal(set) var episodes: [SupportEpisode] = []

  /// The measures; a measure is known by its place here.
  let measures = MeasurePlan.catalogue
  /// The interventions; one is known by its place here.
  let interventions: [InterventionPlan]
  /// The school's place among the schools.
  let place: Int
  /// Levels in the domains [SD of true levels], as `PupilRoll.levels`; they drift from term to term.
  var levels: [Double]
  /// The effects of support so far [SD of scores], pupil by pupil, one for each measure.
  var lifts: [Double]
  /// For each pupil, bits of the measures on which there is support in this term.
  var supported: [UInt32]
  private var scores: [Int16]

  /// The change of a level from one term to the next that has nothing to do with support [SD].
  private static let drift = 0.08

  /// A school of a plan; its place among the schools gives it numbers and chances of its own.
  package init(plan: SimulationPlan, place: Int = 0) {
    self.plan = plan
    self.place = place
    interventions = plan.interventions(ofSchool: place)
    calendar = SchoolCalendar(last: plan.lastTerm, count: plan.terms)
    let stream = UInt64(place) * 4
    var people = SeededGenerator(seed: plan.seed, stream: stream)
    var testing = SeededGenerator(seed: plan.seed, stream: stream + 1)
    var support = SeededGenerator(seed: plan.seed, stream: stream + 2)
    roll = PupilRoll(
      count: plan.pupils,
      firstNumber: 101 + place * plan.pupils,
      calendar: calendar,
      known: plan.lastKnownTerm(in: calendar),
      using: &people
    )
    staff = StaffRoster(
      pupils: plan.pupils,
      firstName: place * StaffRoster.count(pupils: plan.pupils),
      using: &people
    )
    levels = roll.levels
    lifts = Array(repeating: 0, count: plan.pupils * measures.count)
    supported = Array(repeating: 0, count: plan.pupils)
    scores = Array(
      repeating: Score.notTested.packed,
      count: plan.pupils * measures.count * calendar.terms.count
    )

    testPupils(round: 0, using: &testing) { $0.joined == 0 }
    for term in 1...calendar.last {
      testPupils(round: term - 1, using: &testing) { $0.joined == term }
      arrangeSupport(term: term, using: &support)
      for index in levels.indices {
        levels[index] += SimulatedSchool.drift * testing.normal()
      }
      testPupils(round: term, using: &testing) { $0.isOnRoll(in: term) }
    }
  }

  /// The score of a pupil on a measure in a round.
  ///
  /// Pupils who joined in a term have the tests of their third week in the round before it.
  package func score(pupil: Int, measure: Int, round: Int) -> Score {
    Score(packed: scores[place(pupil: pupil, measure: measure, round: round)])
  }

  /// The true level of a pupil on a measure as it stands [SD of scores].
  package func trueLevel(pupil: Int, measure: Int) -> Double {
    let domain = measures[measure].domain.rawValue
    return measures[measure].reliability.squareRoot()
      * levels[pupil * Domain.allCases.count + domain]
      + lifts[pupil * measures.count + measure]
  }

  /// The year group of a pupil in a term.
  package func year(of pupil: Int, in term: Int) -> Int {
    roll.pupils[pupil].year
      - (calendar.terms[calendar.last].startYear - calendar.terms[term].startYear)
  }

  /// Whether a pupil takes a measure in a round.
  package func isTaken(_ measure: Int, by pupil: Int, round: Int) -> Bool {
    let person = roll.pupils[pupil]
    let isEntry = person.joined == round + 1
    guard isEntry || person.isOnRoll(in: round) else { return false }
    return measures[measure].isTaken(
      year: year(of: pupil, in: isEntry ? round + 1 : round),
      summer: !isEntry && calendar.terms[round].name == "summer",
      need: person.need,
      isWatched: person.isWatched
    )
  }

  /// The day on which a pupil takes a measure in a round.
  package func date(of measure: Int, pupil: Int, round: Int) -> Day {
    let person = roll.pupils[pupil]
    let testDay = measures[measure].testDay
    return person.joined == round + 1
      ? calendar.entryMonday(of: round + 1).advanced(by: testDay / 3)
      : calendar.testMonday(of: round).advanced(by: testDay + person.classIndex % 2)
  }

  /// Where the test of a pupil in a round falls: years since the September of Reception, and age.
  func moment(measure: Int, pupil: Int, round: Int) -> (schoolYears: Double, ageMonths: Double) {
    let person = roll.pupils[pupil]
    let day = date(of: measure, pupil: pupil, round: round)
    let term = person.joined == round + 1 ? round + 1 : round
    let september = Day(year: calendar.terms[term].startYear, month: 9, day: 1) ?? day
    return (
      Double(year(of: pupil, in: term)) + Double(september.days(to: day)) / 365.25,
      Double(person.birth.days(to: day)) / 30.4375
    )
  }

  private func place(pupil: Int, measure: Int, round: Int) -> Int {
    (pupil * calendar.terms.count + round) * measures.count + measure
  }

  private mutating func testPupils(
    round: Int,
    using generator: inout SeededGenerator,
    where isTested: (MadeUpPupil) -> Bool
  ) {
    for pupil in roll.pupils.indices where isTested(roll.pupils[pupil]) {
      for measure in measures.indices where isTaken(measure, by: pupil, round: round) {
        let score = test(pupil: pupil, measure: measure, round: round, using: &generator)
        scores[place(pupil: pupil, measure: measure, round: round)] = score.packed
      }
    }
  }

  /// About 5% of tests give no score.
  private func test(
    pupil: Int,
    measure: Int,
    round: Int,
    using generator: inout SeededGenerator
  ) -> Score {
    let reliability = measures[measure].reliability
    let luck = generator.uniform()
    let error = (1 - reliability).squareRoot() * generator.normal()
    if luck < 0.028 { return .notTested }
    if luck < 0.044 { return .absent }
    if luck < (roll.pupils[pupil].status == .plan ? 0.1 : 0.047) { return .disapplied }
    let (schoolYears, ageMonths) = moment(measure: measure, pupil: pupil, round: round)
    return measures[measure].score(
      level: trueLevel(pupil: pupil, measure: measure) + error,
      schoolYears: schoolYears,
      ageMonths: ageMonths
    )
  }
}
