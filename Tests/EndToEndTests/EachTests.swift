import TestSupport
import Testing

@Suite("A folder of school folders")
struct EachTests {
  @Test("gives each school the packs that it has when it is run alone")
  func sameAsAlone() throws {
    let data = try Self.schools()
    let outcome = try ImpactProgram.run(
      ["run", data.path(of: "Data"), "--each", "--reports", data.path(of: "Reports")]
        + ["--format", "csv"])
    #expect(outcome.exit == 0)
    for name in ["Ashbrook", "Brookfield"] {
      let alone = try ReportsFolder(
        of: data.path(of: "Data/\(name)"), term: "2025-26-summer", options: ["--format", "csv"])
      let together = FolderContents(of: data.path(of: "Reports/\(name)/2025-26-summer"))
      #expect(together.files.count >= 10)
      #expect(together.differences(from: alone.contents) == [])
    }
    let folders = ["Ashbrook", "Brookfield"].map {
      data.path(of: "Reports/\($0)/2025-26-summer") + "\n"
    }
    #expect(outcome.output == folders.joined())
  }

  @Test("speaks of the schools in the order of their names, and reports all that can be")
  func brokenSchool() throws {
    let data = try Self.schools()
    try data.write("Data/Amberley/tracking.csv", "pupil_id,date,measure,score\n")
    try data.write("Data/Amberley/provision-map.csv", "")
    try data.write("Data/notes.txt", "no school")
    for jobs in ["1", "3"] {
      let outcome = try ImpactProgram.run(
        ["run", data.path(of: "Data"), "--each", "--reports", data.path(of: "Reports-\(jobs)")]
          + ["--audience", "governors", "--format", "csv", "--jobs", jobs])
      #expect(outcome.exit == 65)
      let headings = outcome.errors.split(separator: "\n").filter { $0.hasSuffix(":") }
      #expect(headings == ["Amberley:", "Ashbrook:", "Brookfield:"])
      #expect(outcome.output.split(separator: "\n").count == 2)
    }
    let one = FolderContents(of: data.path(of: "Reports-1"))
    #expect(one.differences(from: FolderContents(of: data.path(of: "Reports-3"))) == [])
  }

  @Test("is asked for where there is none, or where the folder is one school's")
  func noSchools() throws {
    let data = try Self.schools()
    for (folder, words) in [("Data/Ashbrook", "leave --each away"), ("Nowhere", "no such folder")] {
      let outcome = try ImpactProgram.run(
        ["run", data.path(of: folder), "--each", "--reports", data.path(of: "Reports")])
      #expect(outcome.exit == 66)
      #expect(outcome.errors.contains(words))
    }
  }

  /// Two small schools.
  private static func schools() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (seed, name) in [("3", "Ashbrook"), ("4", "Brookfield")] {
      let school = try SimulatedSchool(["--pupils", "120", "--terms", "2", "--seed", seed])
      try folder.makeFolder("Data")
      try folder.copy(school.path, as: "Data/\(name)")
    }
    return folder
  }
}
