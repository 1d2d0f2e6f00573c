import TestSupport
import TestTraits
import Testing

@Suite("The same input")
struct RepeatedRunTests {
  @Test(
    "gives the same bytes of every file, whatever --jobs, on a first and on a second run", .long)
  func jobs() throws {
    let school = try SimulatedSchool(["--mess", "--pupils", "210"])
    let scratch = try TemporaryFolder()
    var runs: [FolderContents] = []
    for jobs in ["1", "2", "2"] {
      let outcome = try ImpactProgram.run(
        ["run", school.path, "--reports", scratch.path(of: "Reports"), "--jobs", jobs])
      #expect(outcome.exit == 1)
      runs.append(FolderContents(of: scratch.path(of: "Reports")))
    }
    #expect(runs[0].files.count >= 10)
    #expect(runs[1].differences(from: runs[0]) == [])
    #expect(runs[2].differences(from: runs[0]) == [])
  }

  @Test(
    "gives the same bytes of every file, whatever --jobs, of a large file full of quoted lines",
    .long)
  func quotedLines() throws {
    let school = try SimulatedSchool(["--pupils", "700", "--terms", "2"])
    let folder = try TemporaryFolder()
    try folder.copy(school.path, as: "School")
    // Every third note is of two lines and has a quote, so that most pieces begin within one.
    var number = 0
    let tracking = String(decoding: school.contents["tracking.csv"], as: UTF8.self)
    let rows = tracking.split(whereSeparator: \.isNewline).map { row in
      number += 1
      if number == 1 { return row + ",note" }
      let note = String(repeating: "seen in class ", count: 12)
      return row + (number % 3 == 0 ? ",\"\(note)\n\"\"fine\"\", says the SENCo\"" : ",\(note)")
    }
    let text = rows.joined(separator: "\n") + "\n"
    #expect(text.utf8.count > 2 << 20)
    try folder.write("School/tracking.csv", text)
    var runs: [FolderContents] = []
    for jobs in ["1", "2", "7"] {
      let outcome = try ImpactProgram.run(
        [
          "run", folder.path(of: "School"), "--reports", folder.path(of: "Reports-\(jobs)"),
          "--format", "csv", "--jobs", jobs,
        ])
      #expect(outcome.exit == 0)
      runs.append(FolderContents(of: folder.path(of: "Reports-\(jobs)")))
    }
    #expect(runs[0].files.count >= 10)
    #expect(runs[1].differences(from: runs[0]) == [])
    #expect(runs[2].differences(from: runs[0]) == [])
  }

  @Test("gives the same bytes from another place and under another name of its folder")
  func place() throws {
    let scratch = try TemporaryFolder()
    try scratch.copy(ProjectFolder.root + "/Data/sample", as: "Another name")
    let one = try ReportsFolder.sample.get()
    let other = try ReportsFolder(of: scratch.path(of: "Another name"), term: "2025-26-summer")
    #expect(!one.contents.files.isEmpty)
    #expect(one.contents.differences(from: other.contents) == [])
  }

  @Test("replaces a term's folder as a whole and leaves the other terms alone")
  func wholeFolder() throws {
    let school = try SimulatedSchool(["--pupils", "120"])
    let scratch = try TemporaryFolder()
    func run(_ options: String...) throws {
      let outcome = try ImpactProgram.run(
        ["run", school.path, "--reports", scratch.path(of: "Reports"), "--format", "csv"] + options
      )
      #expect(outcome.exit == 0)
    }
    try run("--term", "2025-26-spring")
    let spring = FolderContents(of: scratch.path(of: "Reports/2025-26-spring"))
    try run("--term", "2025-26-summer")
    try run("--term", "2025-26-summer", "--audience", "governors")
    let summer = FolderContents(of: scratch.path(of: "Reports/2025-26-summer"))
    #expect(summer.files.allSatisfy { $0 == "run.json" || $0.hasPrefix("governors/") })
    #expect(FolderContents(of: scratch.path(of: "Reports/2025-26-spring")) == spring)
    let names = Set(
      FolderContents(of: scratch.path(of: "Reports")).entries.keys.map { $0.prefix { $0 != "/" } }
    )
    #expect(names == ["2025-26-spring", "2025-26-summer"])
  }

  @Test("gives the SENCo's pack to its owner only")
  func permissions() throws {
    let reports = try ReportsFolder.sample.get()
    #expect(try reports.mode("senco") == 0o700)
    let files = reports.contents.files.filter { $0.hasPrefix("senco/") }
    #expect(files.count >= 8)
    for file in files { #expect(try reports.mode(file) == 0o600) }
    #expect(try reports.mode("governors") == 0o755)
    #expect(try reports.mode("governors/kpi-5.5-interventions.csv") & 0o400 == 0o400)
  }
}
