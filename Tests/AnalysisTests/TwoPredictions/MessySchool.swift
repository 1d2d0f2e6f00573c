import ProvisionModel
import TestSupport

/// A made-up school in which everything happens: two schools of three year groups with codes of all
/// sorts, missing and censored tests, retests a few weeks later, rows of half-terms, support that
/// overlaps, follows, goes on or is still to come, and scores of the provision map's own.
struct MessySchool {
  private(set) var school = SchoolBuilder()
  private var chance: SeededGenerator
  /// The day up to which things are known: before the last ones, so that something is not.
  let asOf: Day
  private let first = day("2024-09-09")

  /// Tests lie on a grid of twelve weeks with a few days about it.
  init(seed: UInt64, pupils: Int = 90) {
    chance = SeededGenerator(seed: seed)
    asOf = first.advanced(by: 84 * 7 - 40 * Int(seed % 3))
    school.schools = ["North", "South"]
    _ = school.measure("Marks", .points)
    _ = school.measure("Difficulties", .points) {
      $0.lowerIsBetter = true
      $0.attainment = seed % 2 == 0
    }
    _ = school.measure("SAS")
    for key in ["TB", "SO", "XX"] { _ = school.assistant(key) }
    school.settings.evidence.lookbackDays = seed % 3 == 0 ? 400 : 210
    school.settings.evidence.priors = seed % 4 == 0 ? 2 : 3
    school.settings.evidence.comparableDays = seed % 5 == 0 ? 20 : 45
    for index in 0..<pupils { add(index) }
  }

  private mutating func isOneOf(_ count: Int) -> Bool {
    Int.random(in: 0..<count, using: &chance) == 0
  }

  private mutating func add(_ index: Int) {
    let (id, place) = ("P\(index)", index % 9 == 0 ? 1 : 0)
    let pupil = school.pupil(id, school: place)
    school.pupils[pupil].yearGroup = index % 13 == 0 ? "" : index % 2 == 0 ? "4" : "5"
    let start = isOneOf(3) ? Int.random(in: 1...5, using: &chance) : nil
    // Some join later, so that their only tests may come after a course's window.
    let joined = isOneOf(5) ? Int.random(in: 1...6, using: &chance) : 0
    for measure in 0...2 {
      let level = Double(Int.random(in: 75...115, using: &chance))
      for round in joined...7 where !isOneOf(6) {
        // In some rounds only a third sit a test, and all of them twice.
        let isPart = measure == 1 && round % 3 == 2
        if isPart, index % 3 > 0 { continue }
        let shift = Int.random(in: -6...6, using: &chance)
        let date = first.advanced(by: 84 * round + shift)
        score(id, measure, date, level + Double(round), place)
        // A retest, mostly of those with support.
        if isPart || isOneOf(start == nil ? 12 : 4) {
          score(id, measure, date.advanced(by: 35), level + Double(round), place)
        }
      }
    }
    if let start {
      addSupport(id, place, start)
      if isOneOf(3) { addSupport(id, place, min(6, start + 1)) }
    }
  }

  private mutating func score(
    _ id: String, _ measure: Int, _ date: Day, _ level: Double, _ place: Int
  ) {
    school.score(
      id, measure, on: date, level + Double(Int.random(in: -12...12, using: &chance)),
      isOneOf(30) ? .below : .none, school: place)
  }

  private mutating func addSupport(_ id: String, _ place: Int, _ round: Int) {
    let start = first.advanced(by: 84 * round + Int.random(in: 0...14, using: &chance))
    let end = start.advanced(by: 70)
    let name = isOneOf(2) ? "One" : "Two"
    let halves = isOneOf(3)
    let half = start.advanced(by: 32)
    for (from, to) in halves ? [(start, half), (half.advanced(by: 7), end)] : [(start, end)] {
      let isOpen = !halves && isOneOf(12)
      let assistants = [[], [0], [1], [0, 2]].randomElement(using: &chance) ?? []
      let group = ["", "A", "B"].randomElement(using: &chance) ?? ""
      let scores = halves ? 0 : Int.random(in: 0...9, using: &chance)
      school.row(id, name, from: from, to: isOpen ? nil : to, school: place) { row in
        row.measures = [0, 1, 2]
        row.teachingAssistants = assistants
        row.group = group
        if scores == 1 || scores == 2 { row.entryScores = [.cell(88), .cell(89), .cell(90)] }
        if scores == 2 || scores == 3 { row.exitScores = [.cell(95), .cell(94), .cell(93)] }
      }
    }
  }
}
