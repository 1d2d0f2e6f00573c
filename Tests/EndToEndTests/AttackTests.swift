import TestSupport
import TestTraits
import Testing

@Suite("What the governors' pack gives away")
struct AttackTests {
  @Test("is no count of 1 to 4 pupils or episodes of any of 200 made-up schools", .long)
  func smallCounts() async throws {
    let results = try await AttackedSchools.results
    for result in results {
      for falsehood in result.falsehoods.prefix(3) {
        Issue.record("the attack is wrong about the \(result.school): \(falsehood)")
      }
    }
    let leaks = results.flatMap { result in result.leaks.map { (result.school, $0) } }
    let kinds = Dictionary(grouping: leaks) { $0.1.kind }
    for (kind, found) in kinds.sorted(by: { ($1.value.count, $0.key) < ($0.value.count, $1.key) }) {
      Issue.record("\(found.count) times \(kind), e.g. in the \(found[0].0): \(found[0].1)")
    }
    if !leaks.isEmpty {
      let schools = results.count { !$0.leaks.isEmpty }
      Issue.record("\(leaks.count) counts of \(schools) schools can be found out")
    }
  }

  @Test("is no pupil, TA, TA group or teacher, in any byte of any file", .long)
  func names() async throws {
    let found = try await AttackedSchools.results.flatMap { result in
      result.names.map { "in the \(result.school) \($0)" }
    }
    for message in found.prefix(20) { Issue.record("\(message)") }
    if !found.isEmpty { Issue.record("\(found.count) names can be read") }
  }

  @Test(
    "is found by the attack where tables are made to leak",
    arguments: KnownLeaks.cases + KnownLeaks.unitCases)
  func knownLeaks(known: KnownLeaks) {
    let attack = Attack(Knowledge(of: known.packs))
    #expect(attack.falsehoods.isEmpty)
    let found = attack.leaks.filter {
      $0.count.column == known.column && $0.count.truth == known.truth
        && ($0.kind == "printed") == (known.description == KnownLeaks.printed)
    }
    #expect(!found.isEmpty, "found only \(attack.leaks)")
  }

  @Test("is nothing where tables keep what they should")
  func safeTables() {
    let safe = KnownLeaks(description: "safe", lines: KnownLeaks.safe, column: "", truth: 0)
    let attack = Attack(Knowledge(of: safe.packs))
    #expect(attack.falsehoods.isEmpty)
    #expect(attack.leaks.isEmpty)
  }

  @Test("is found by solving equations that leave each count a wide interval")
  func solved() {
    var knowledge = Knowledge()
    func count(_ truth: Int, printed: Int? = nil) -> Int {
      knowledge.add(
        Count(file: "", row: "\(truth)", column: "n", truth: truth, printed: printed))
    }
    let (one, two, three) = (count(4), count(13), count(14))
    let sums = [count(17, printed: 17), count(27, printed: 27), count(18, printed: 18)]
    knowledge.equate([one, two], [sums[0]], because: "sum")
    knowledge.equate([two, three], [sums[1]], because: "sum")
    knowledge.equate([one, three], [sums[2]], because: "sum")
    var intervals = Intervals(knowledge)
    intervals.propagate()
    #expect(intervals.width(one) ?? 99 > Knowledge.threshold)
    #expect(Attack(knowledge).leaks.map(\.range) == [4...4])
  }

  @Test("is a name where a text holds it as whole words")
  func knownNames() throws {
    let folder = try TemporaryFolder()
    try folder.write("pupils.csv", "pupil_id,name\n17,\"O'Hara, Zoë\"\n")
    try folder.write("provision-map.csv", "pupil_id,group,ta,teacher\n17,Phonics A,Jo Day,Ms Fox\n")
    let names = ForbiddenNames(of: FolderContents(of: folder.path))
    #expect(names.found(in: "<td>O&#39;Hara, Zoë</td>") == ["o hara zoë"])
    #expect(names.found(in: "PHONICS A; Jo Day (Ms Fox)") == ["phonics a", "jo day", "ms fox"])
    #expect(names.found(in: "pupil 17,") == ["17"])
    #expect(names.found(in: "0.17 and 117, 1.7, Phonics Ahead") == ["17"])
    #expect(names.found(in: "117 Phonics Ahead").isEmpty)
  }
}
