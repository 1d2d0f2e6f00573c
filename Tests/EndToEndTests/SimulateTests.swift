import TestSupport
import Testing

@Suite("A made-up school")
struct SimulateTests {
  @Test("is evaluated without any finding")
  func clean() throws {
    // The sample school is what `impact simulate` makes up (SampleTests).
    let reports = try ReportsFolder.sample.get()
    #expect(reports.outcome.exit == 0)
    #expect(try reports.table("senco/data-quality.csv").rows.isEmpty)
    #expect(try !reports.table("senco/kpi-5.5-interventions.csv").rows.isEmpty)
  }

  @Test("with defects is evaluated, and every defect is told on its line")
  func mess() throws {
    let school = try SimulatedSchool(["--mess"])
    let reports = try ReportsFolder(
      of: school.path, term: "2025-26-summer", options: ["--format", "csv"])
    #expect(reports.outcome.exit == 1)
    let rows = try reports.table("senco/data-quality.csv").rows
    // What is wrong can be seen in the files by looking for the texts that `--mess` writes.
    let tracking = try Lines(school, "tracking.csv")
    #expect(
      Lines.told(rows, "tracking.csv", "date") == tracking.numbers { $0.contains("31/02/") }
    )
    #expect(
      Lines.told(rows, "tracking.csv", "score") == tracking.numbers { $0.contains("see book") }
    )
    #expect(
      Lines.told(rows, "tracking.csv", "too-few-cells")
        == tracking.numbers { $0.count(where: { $0 == "," }) == 2 }
    )
    let map = try Lines(school, "provision-map.csv")
    #expect(Lines.told(rows, "provision-map.csv", "date") == map.numbers { $0.contains("31/02/") })
    #expect(
      Lines.told(rows, "provision-map.csv", "pupil-not-listed")
        == map.numbers { $0.hasPrefix("Z") }
    )
    let codes = Set(rows.compactMap { $0["code"] })
    #expect(codes.isSuperset(of: ["conflicting-scores", "end-before-start", "duplicate-row"]))
    #expect(rows.allSatisfy { $0["line"] != "" && $0["hint"] != "" })
  }

  @Test("is the same, byte for byte, for the same options and seed, and another for another seed")
  func sameBytes() throws {
    let one = try SimulatedSchool(["--pupils", "60", "--mess", "--seed", "7"])
    let two = try SimulatedSchool(["--pupils", "60", "--mess", "--seed", "7"])
    let other = try SimulatedSchool(["--pupils", "60", "--mess", "--seed", "8"])
    #expect(
      one.contents.files == [
        "decisions.csv", "provision-map.csv", "pupils.csv", "school.yml", "staff.csv",
        "tracking.csv", "true-effects.csv",
      ]
    )
    #expect(one.contents == two.contents)
    #expect(one.contents["tracking.csv"] != other.contents["tracking.csv"])
  }

  @Test("is not written over files that are there")
  func notEmpty() throws {
    let school = try SimulatedSchool(["--pupils", "20"])
    let again = try ImpactProgram.run(["simulate", school.path, "--pupils", "30"])
    #expect(again.exit == 73)
    #expect(FolderContents(of: school.path) == school.contents)
    let forced = try ImpactProgram.run(["simulate", school.path, "--pupils", "30", "--force"])
    #expect(forced.exit == 0)
    #expect(FolderContents(of: school.path) != school.contents)
  }
}

/// The lines of a file of a made-up school, none of whose cells has a line break.
private struct Lines {
  private let lines: [Substring]

  init(_ school: SimulatedSchool, _ name: String) throws {
    let text = String(decoding: school.contents[name], as: UTF8.self)
    lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
  }

  /// The numbers of the lines for which a condition holds.
  func numbers(_ holds: (Substring) -> Bool) -> [Int] {
    lines.indices.filter { !lines[$0].isEmpty && holds(lines[$0]) }.map { $0 + 1 }
  }

  /// The lines of a file about which something is told.
  static func told(_ rows: [[String: String]], _ file: String, _ code: String) -> [Int] {
    rows.filter { $0["file"] == file && $0["code"] == code }
      .compactMap { $0["line"].flatMap { Int($0) } }
  }
}
