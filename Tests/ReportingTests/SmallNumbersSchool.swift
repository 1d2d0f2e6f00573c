import ProvisionModel
import TestSupport

extension SchoolBuilder {
  /// A school with small numbers of every kind: interventions, TAs and role levels of few pupils, few
  /// without a test, with a target or with a known attendance, few who joined or left.
  static var ofSmallNumbers: SchoolBuilder {
    var school = SchoolBuilder()
    for kind in [MeasureKind.standardised, .age, .ordinal] {
      _ = school.measure("\(kind)", kind) { $0.codes = (0...9).map { "c\($0)" } }
    }
    let levels = ["HLTA", "TA2", "TA2", "TA2", "TA3"]
    let assistants = levels.enumerated().map { school.assistant("TA \($0)", $1, rate: 12) }
    var chance = SeededGenerator(seed: 7)
    for index in 0..<40 {
      var level = Double.random(in: 80...100, using: &chance)
      for date in ["2025-09-10", "2025-12-10", "2026-01-06", "2026-03-19"] {
        level += Double.random(in: -3...4, using: &chance)
        school.score("peer \(index)", 0, on: day(date), level.rounded())
      }
    }
    // Of each intervention: the measure, the pupils of the spring, of these without a test, with a target
    // and with a known attendance; those of the autumn, and those who are in one now.
    let all: [(Int, spring: Int, none: Int, target: Int, known: Int, autumn: Int, now: Int)] = [
      (0, 2, 0, 2, 2, 9, 0), (0, 3, 1, 0, 3, 0, 2), (0, 9, 0, 4, 4, 7, 0), (0, 12, 2, 8, 12, 3, 4),
      (1, 8, 1, 0, 3, 2, 0), (1, 3, 0, 3, 3, 3, 1), (2, 10, 3, 0, 10, 8, 0), (2, 4, 0, 0, 4, 0, 6),
      (0, 14, 0, 12, 3, 12, 0),
    ]
    for (number, one) in all.enumerated() {
      func score(_ value: Double, _ measure: Int) -> RawScore {
        switch measure {
        case 1: RawScore(shape: .age, value: value, censoring: .none, text: "")
        case 2: .word("c\(Int(value))")
        default: .cell(value)
        }
      }
      let name = "Intervention \(number + 1)"
      for index in 0..<one.spring + one.autumn {
        let isOfSpring = index < one.spring
        // Two of the autumn's pupils stay for the spring.
        let place = isOfSpring ? index : index - 2
        let days = isOfSpring ? ("2026-01-05", "2026-03-20") : ("2025-09-08", "2025-12-12")
        let first =
          one.0 == 2 ? Double(1 + index % 3) : Double.random(in: 70...90, using: &chance).rounded()
        let gain = one.0 == 2 ? index % 3 - 1 : index * index % 9 - 1
        school.row("\(number) \(place)", name, from: day(days.0), to: day(days.1)) { row in
          row.measures = [one.0]
          row.entryScores = [score(first, one.0)]
          if !isOfSpring || index >= one.none {
            row.exitScores = [score(first + Double(gain), one.0)]
          }
          if index < one.target { row.targetScores = [score(first + 2, one.0)] }
          row.teachingAssistants = [assistants[(number + index / 5) % assistants.count]]
          row.group = "G\(index / 4)"
          row.minutesPerSession = 20
          if index < one.known {
            row.sessionsPlanned = 40
            row.sessionsAttended = Double(30 + index % 10)
          }
        }
      }
      for index in 0..<one.now {
        school.row("\(number) now \(index)", name, from: day("2026-03-02"), to: nil) { row in
          row.measures = [one.0]
          row.teachingAssistants = [assistants[number % assistants.count]]
        }
      }
    }
    return school
  }
}
