import Foundation
import TestSupport
import Testing

/// KPI 5.6, from evidence to decision to what came of it.
@Suite("Recommendations and decisions")
struct DecisionsTests {
  /// The rows of KPI 5.6 about an intervention.
  private func rows(_ pack: String, _ intervention: String) throws -> [[String: String]] {
    try ReportsFolder.sample.get().table("\(pack)/kpi-5.6-variation.csv").rows.filter {
      $0["intervention"] == intervention
    }
  }

  private func page(_ pack: String, _ name: String = "report.html") throws -> String {
    String(decoding: try ReportsFolder.sample.get().contents["\(pack)/\(name)"], as: UTF8.self)
      .withoutMarks
  }

  @Test("tell what was varied as decided", arguments: ["senco", "governors"])
  func varied(pack: String) throws {
    let rows = try rows(pack, "Reading comprehension group")
    let change = try #require(rows.first { $0["change_kind"] == "sessions-per-week" })
    #expect(change["before"] == "3" && change["after"] == "5")
    #expect(change["decision"] == "vary" && change["decided_term"] == "2025-26-spring")
    #expect(rows.allSatisfy { $0["followed_through"] == "yes" })
    #expect(change["verdict_before"] == "unclear" && change["verdict_now"] == "unclear")
    #expect(change["difference"] == "not-shown")
    // What it is now says only the term in which it became so.
    #expect(change["recommended_on"] == "term")
  }

  @Test("tell what was decided and not done", arguments: ["senco", "governors"])
  func notVaried(pack: String) throws {
    let rows = try rows(pack, "Maths fluency group")
    #expect(rows.map { $0["change_kind"] } == ["pupils"])
    #expect(rows.map { $0["decision"] } == ["vary"])
    #expect(rows.map { $0["followed_through"] } == ["no"])
    #expect(rows.map { $0["recommendation"] } == ["vary-frequency"])
    #expect(rows[0]["reason"]?.contains("2 times a week") == true)
  }

  @Test("tell what was stopped and what was started", arguments: ["senco", "governors"])
  func stoppedAndStarted(pack: String) throws {
    let stopped = try #require(rows(pack, "Inference training").first)
    #expect(stopped["change_kind"] == "stopped" && stopped["decision"] == "stop")
    #expect(stopped["followed_through"] == "yes")
    #expect(stopped["recommendation"] == (pack == "senco" ? "" : "z"))
    let started = try #require(rows(pack, "Colourful semantics").first)
    #expect(started["change_kind"] == "started" && started["decision"] == "start")
    #expect(started["followed_through"] == "yes")
    let shorter = try rows(pack, "Phonics catch-up")
    #expect(shorter.map { $0["decision"] } == ["continue"])
    #expect(shorter.map { $0["followed_through"] } == ["yes"])
  }

  @Test("are told on the SENCo's page")
  func sencosPage() throws {
    let text = try page("senco")
    for words in [
      "What is recommended, and why", "What was decided, and what came of it",
      "From 3 to 5 sessions a week, same groups where possible", "3 to 5 sessions a week",
      "From 2 to 4 sessions a week, before registration", "2 sessions a week, as before",
      "it does not run in the Summer term 2025–26",
      "Decided and not done: Maths fluency group (vary).",
      "Vary how often: Maths fluency group.", "The rules: of these lines the first that holds",
      "Each intervention over the terms",
    ] {
      #expect(text.contains(words), "\(words)")
    }
  }

  @Test("are told in the governors' document as stories, without the school's own words")
  func governorsDocument() throws {
    let text = try page("governors", "evidence-5.6.html")
    for words in [
      "Reading comprehension group: in the Spring term 2025–26 it was decided to vary it; this was "
        + "done.",
      "Maths fluency group: in the Spring term 2025–26 it was decided to vary it; this was not done.",
      "Inference training: in the Spring term 2025–26 it was decided to stop it; this was done.",
      "Phonics catch-up: in the Autumn term 2025–26 it was decided to vary it; this was done.",
    ] {
      #expect(text.contains(words), "\(words)")
    }
    #expect(!text.contains("registration"))
  }

  @Test("no recommendation is without a reason", arguments: ["senco", "governors"])
  func reasons(pack: String) throws {
    let rows = try ReportsFolder.sample.get().table("\(pack)/kpi-5.6-variation.csv").rows
    for row in rows {
      let pair = [row["recommendation"] ?? "", row["reason"] ?? ""]
      let isSaid = !["", "z", "c"].contains(pair[0])
      #expect(isSaid ? pair[1].count > 40 : pair[0] == pair[1], "\(pair)")
    }
  }

  /// Run, edit next-decisions.csv, simulate the next term, run: the decision was followed through.
  @Test("go round: what is edited into next-decisions.csv is followed through in the next term")
  func roundTrip() throws {
    let scratch = try TemporaryFolder()
    let school = scratch.path(of: "School")
    func run(_ arguments: [String]) throws {
      let outcome = try ImpactProgram.run(arguments, in: scratch.path)
      #expect(outcome.exit == 0, "\(outcome.errors)")
    }
    try run(["simulate", school, "--terms", "3", "--last-term", "2025-26-spring"])
    let reports = ["--reports", scratch.path(of: "Reports"), "--format", "csv"]
    try run(["run", school] + reports)
    let template = try String(
      contentsOfFile: scratch.path(of: "Reports/2025-26-spring/senco/next-decisions.csv"),
      encoding: .utf8)
    // She varies one intervention, stops another, and leaves the rest as recommended.
    let edited =
      template.split(whereSeparator: \.isNewline).map { line in
        var cells = line.split(separator: ",", maxSplits: 6, omittingEmptySubsequences: false)
          .map(String.init)
        if cells[2] == "Handwriting and fine motor group" {
          (cells[4], cells[5]) = ("vary", "From 3 to 4 sessions a week")
        } else if cells[2] == "Social skills group" {
          (cells[4], cells[5]) = ("stop", "")
        }
        return cells.joined(separator: ",")
      }.joined(separator: "\n") + "\n"
    #expect(edited.contains("vary,From 3 to 4 sessions a week"))
    let file = scratch.path(of: "next-decisions.csv")
    try edited.write(toFile: file, atomically: true, encoding: .utf8)
    try run([
      "simulate", school, "--terms", "4", "--last-term", "2025-26-summer", "--decisions", file,
      "--force",
    ])
    try run(["run", school] + reports)
    let rows = CSVTable(
      FolderContents(of: scratch.path(of: "Reports/2025-26-summer"))["senco/kpi-5.6-decisions.csv"]
    ).rows.filter { $0["term"] == "2025-26-spring" }
    func followed(_ intervention: String) -> [String?] {
      let row = rows.first { $0["intervention"] == intervention }
      return [row?["decision"], row?["followed_through"], row?["what_the_map_shows"]]
    }
    #expect(
      followed("Handwriting and fine motor group") == ["vary", "yes", "3 to 4 sessions a week"])
    #expect(
      followed("Social skills group") == [
        "stop", "yes", "it does not run in the Summer term 2025–26",
      ])
    #expect(rows.count > 8)
    #expect(!rows.contains { $0["followed_through"] == "not-yet" })
  }

  /// The template itself, put back as it is, is read without a finding.
  @Test("the unedited template can be put back")
  func template() throws {
    let scratch = try TemporaryFolder()
    let school = scratch.path(of: "School")
    try FileManager.default.copyItem(atPath: ProjectFolder.root + "/Data/sample", toPath: school)
    let kept = try ReportsFolder.sample.get()
    try String(decoding: kept.contents["senco/next-decisions.csv"], as: UTF8.self).write(
      toFile: school + "/next-decisions.csv", atomically: true, encoding: .utf8)
    let outcome = try ImpactProgram.run(
      ["run", school, "--reports", scratch.path(of: "Reports"), "--format", "csv"],
      in: scratch.path)
    #expect(outcome.exit == 0, "\(outcome.errors)")
    let folder = FolderContents(of: scratch.path(of: "Reports/2025-26-summer"))
    #expect(CSVTable(folder["senco/data-quality.csv"]).rows.isEmpty)
    let own = CSVTable(folder["senco/kpi-5.6-decisions.csv"]).rows.filter {
      $0["term"] == "2025-26-summer"
    }
    #expect(own.count == 11)
    #expect(own.allSatisfy { $0["followed_through"] == "not-yet" })
  }

  @Test("the year has a folder of its own, by either name", arguments: [true, false])
  func year(byFlag: Bool) throws {
    let scratch = try TemporaryFolder()
    let outcome = try ImpactProgram.run(
      ["run", "Data/sample", "--reports", scratch.path(of: "R"), "--format", "html,csv"]
        + (byFlag ? ["--annual"] : ["--term", "2025-26-year"]))
    #expect(outcome.exit == 0)
    let folder = FolderContents(of: scratch.path(of: "R/2025-26-year"))
    let page = String(decoding: folder["governors/report.html"], as: UTF8.self).withoutMarks
    for words in [
      "Interventions, school year 2025–26", "KPI 10.2 Key findings and next steps", "Draft, made",
      "Of 6 decisions to vary, stop or start an intervention, 5 were followed through, 0 in part, 1 "
        + "not",
      "Maths fluency group: in the Spring term 2025–26 it was decided to vary it; this was not done.",
      "Vary how often: Maths fluency group.",
    ] {
      #expect(page.contains(words), "\(words)")
    }
    #expect(
      String(decoding: folder["run.json"], as: UTF8.self).contains("\"term\" : \"2025-26-year\""))
  }

  @Test("a year that is none is told")
  func noYear() throws {
    let scratch = try TemporaryFolder()
    for term in ["2025-27-year", "2025-year", "-year"] {
      let outcome = try ImpactProgram.run(
        ["run", "Data/sample", "--reports", scratch.path(of: "R"), "--term=\(term)"])
      #expect(outcome.exit == 64, "\(term)")
      #expect(outcome.errors.contains("there is no term \"\(term)\""))
    }
  }
}
