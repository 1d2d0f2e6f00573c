import TestTraits

/// What came of attacks on many made-up schools.
struct AttackedSchools: Sendable {
  /// What came of one.
  struct Result: Sendable {
    /// The school, for a message.
    var school: String
    /// The small counts that can be found out.
    var leaks: [Leak]
    /// The mistakes of the attack.
    var falsehoods: [String]
    /// What the governors' files should not print.
    var breaches: [Breach]
    /// Names that a file of the governors holds, with the file.
    var names: [String]
  }

  /// The numbers of the schools that are attacked, of 200, and how many at the same time.
  private static let (numbers, lanes) = (TestLength.some(of: Array(1...200)), 2)

  /// The schools in order, attacked once for all tests.
  static var results: [Result] {
    get async throws { try await task.value }
  }

  private static let task = Task {
    try await withThrowingTaskGroup(of: [(Int, Result)].self) { group in
      for lane in 0..<lanes {
        group.addTask {
          var results: [(Int, Result)] = []
          for place in stride(from: lane, to: numbers.count, by: lanes) {
            let number = numbers[place]
            results.append((number, try await result(of: number)))
          }
          return results
        }
      }
      let results = try await group.reduce(into: []) { $0 += $1 }
      return results.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }

  private static func result(of number: Int) async throws -> Result {
    let school = try await AttackedSchool(AttackedSchool.plan(number))
    let packs = school.packs
    let attack = Attack(Knowledge(of: packs))
    let forbidden = ForbiddenNames(of: school.inputs)
    var names = try school.governorsTexts.flatMap { file, text in
      forbidden.found(in: text).sorted().map { "\(file) names \($0)" }
    }
    if forbidden.count < 20 { names.append("nothing was looked for") }
    return Result(
      school: school.name, leaks: attack.leaks, falsehoods: attack.falsehoods,
      breaches: try school.breaches(packs), names: names)
  }
}
