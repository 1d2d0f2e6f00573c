import Analysis
import ProvisionModel
import TestSupport
import Testing

@testable import Reporting

/// The documents that go into a portfolio.
@Suite struct EvidenceDocumentTests {
  private func school(pupils: Int = 8, name: String = "Catch-up") -> SchoolBuilder {
    var school = SchoolBuilder()
    _ = school.measure("Reading")
    let assistant = school.assistant("Mrs Brown")
    for index in 0..<pupils {
      school.spring("P\(index)", name) { $0.teachingAssistants = [assistant] }
    }
    return school
  }

  @Test("documents say what they are about, then what the evidence shows", arguments: KPI.allCases)
  func sayWhatTheyAreAboutThenWhatTheEvidenceShows(kpi: KPI) throws {
    let document = pageWords(pages(.governors, of: school()).evidenceFile(kpi))
    let parts =
      [
        "<meta charset=\"utf-8\">", "<h1>KPI \(kpi.rawValue): \(kpi.wording)</h1>",
        "Spring term 2025–26, as known on 27 March 2026.", "<h2>What the evidence shows</h2>",
      ]
      // Where no TA's pupils differ from the others', a sentence says it.
      + (kpi == .teachingAssistants
        ? ["<p>"] : ["<table", "<caption", "scope=\"col\"", "scope=\"row\""])
      + ["Made with impact 1.2.3"]
    var position = document.startIndex
    for part in parts {
      let found = document[position...].firstRange(of: part)
      position = try #require(found, "\(part)").upperBound
    }
  }

  @Test("documents have nothing that is drawn, linked or run", arguments: KPI.allCases)
  func haveNothingThatIsDrawnLinkedOrRun(kpi: KPI) {
    let document = text(pages(.governors, of: school(name: "<b>&")).evidenceFile(kpi))
    for word in ["<svg", "<script", "<a ", "<link", "<img", "<style", "class=", "href", "<b>"] {
      #expect(!document.contains(word), "\(word)")
    }
  }

  @Test("documents have one to five sentences", arguments: KPI.allCases, [0, 1, 8])
  func sayOneToFiveSentences(kpi: KPI, pupils: Int) {
    let pages = pages(.governors, of: school(pupils: pupils))
    #expect((1...5).contains(pages.evidenceSentences(kpi).count))
    #expect(pages.evidenceSentences(kpi).allSatisfy { $0.plain.hasSuffix(".") })
  }

  @Test("documents name neither pupil nor TA")
  func nameNeitherPupilNorTA() {
    for kpi in KPI.allCases {
      let document = text(pages(.governors, of: school()).evidenceFile(kpi))
      #expect(!document.contains("P1") && !document.contains("Brown"))
    }
  }

  @Test("variation says what was started, stopped and continued")
  func variationTellsWhatWasStartedStoppedAndWentOn() {
    var school = school()
    for (name, start, end) in [
      ("Old", "2025-09-08", "2025-12-05"), ("Catch-up", "2025-09-08", "2025-12-05"),
    ] {
      school.row("P1", name, from: day(start), to: day(end)) { $0.measures = [0] }
    }
    let sentences = pages(.governors, of: school).evidenceSentences(.variation).map(\.plain)
    #expect(
      sentences.first
        == "From the Autumn term 2025–26 to the Spring term 2025–26 the provision map has 2 targeted "
        + "interventions; the school's decision is on record for 0 of them.")
    #expect(sentences.contains("Old was stopped."))
    #expect(
      sentences.contains(
        "Catch-up was varied in its pupils, sessions, length, groups or TAs."))
  }

  @Test("tables leave out the columns for which a sheet has no room")
  func tablesLeaveOutTheColumnsForWhichASheetHasNoRoom() throws {
    let columns: [PageColumn<Int>] = [
      PageColumn("A", figures: []) { "a\($0.row)" },
      PageColumn("B", figures: [], isInDocuments: false) { "b\($0.row)" },
      PageColumn("C", .number, figures: []) { "c\($0.row)" },
    ]
    let table = PageTable("C", columns, [1, 2], in: pack(.senco, of: school()))
    #expect((table.view()?["headings"] as? String)?.contains(">B<") == true)
    let view = try #require(table.view(.document))
    #expect((view["headings"] as? String)?.contains(">B<") == false)
    let rows = try #require(view["rows"] as? String)
    #expect(rows.contains("a2") && !rows.contains("b2") && rows.contains("c2"))
  }
}
