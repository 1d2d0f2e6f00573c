import Foundation
import TestSupport
import Testing

@Suite("The pages")
struct PageTests {
  /// The sample school in the middle of the spring term.
  private static let february = Result {
    try ReportsFolder(
      of: ProjectFolder.root + "/Data/sample", term: "2025-26-spring",
      options: ["--as-of", "2026-02-10", "--format", "html"])
  }

  @Test(
    "say who is under way when nobody has finished, and nothing that is not so",
    arguments: ["senco", "governors"]
  )
  func nobodyHasFinished(pack: String) throws {
    let page = try text(of: "\(pack)/report.html", Self.february.get())
    #expect(page.contains("no pupil finished an intervention; "))
    #expect(
      page.contains(
        pack == "senco"
          ? "were still in one on 10 February 2026." : "still under way on 10 February 2026."))
    #expect(page.contains("No intervention ended in this term."))
    #expect(!page.contains("under way</p>"))
  }

  @Test("answer first: the box comes before the tables and says how sure we are")
  func answersFirst() throws {
    let page = try text(of: "senco/report.html", ReportsFolder.sample.get())
    let box = try #require(page.range(of: "In short"))
    let limits = try #require(page.range(of: "How sure are we?"))
    let table = try #require(page.range(of: "<table>"))
    #expect(box.lowerBound < limits.lowerBound && limits.lowerBound < table.lowerBound)
    #expect(!page.contains("No intervention ended in this term."))
  }

  @Test("ask nothing of the network", arguments: ["senco", "governors"])
  func standAlone(pack: String) throws {
    let page = try text(of: "\(pack)/report.html", ReportsFolder.sample.get())
    for word in ["http://", "https://", "src=", "@import", "url(", " onclick=", "fetch("] {
      #expect(!page.contains(word))
    }
    // The SENCo's tables can be sorted; the governors' page has nothing that runs.
    #expect(page.ranges(of: "<script").count == (pack == "senco" ? 1 : 0))
  }

  @Test("link every figure's heading to its explanation", arguments: ["senco", "governors"])
  func explanations(pack: String) throws {
    let page = try text(of: "\(pack)/report.html", ReportsFolder.sample.get())
    let targets = Set(page.matches(of: #/<a href="#([^"]+)"/#).map { String($0.1) })
    #expect(targets.count > 20)
    for target in targets {
      #expect(page.ranges(of: "id=\"\(target)\"").count == 1, "\(target)")
    }
    let headings = page.matches(of: #/<th scope="col" class="n">(.*?)<\/th>/#).map { $0.1 }
    #expect(headings.count > 30)
    for heading in headings { #expect(heading.hasPrefix("<a href=\"#word-"), "\(heading)") }
  }

  @Test("show markup in names as text")
  func markup() throws {
    let scratch = try TemporaryFolder()
    try scratch.write(
      "in/tracking.csv", "pupil_id,date,measure,score\nP1,2025-09-10,<b>M</b>,1\n")
    try scratch.write(
      "in/provision-map.csv",
      "pupil_id,intervention,start_date,end_date,measure\n"
        + "P1,<script>alert(1)</script> & co,2025-09-15,2025-12-05,<b>M</b>\n")
    let outcome = try ImpactProgram.run(
      ["run", scratch.path(of: "in"), "--reports", scratch.path(of: "out")])
    #expect(outcome.exit == 0)
    for pack in ["senco", "governors"] {
      let bytes = FolderContents(of: scratch.path(of: "out"))["2025-26-autumn/\(pack)/report.html"]
      let page = String(decoding: bytes, as: UTF8.self).withoutMarks
      #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; co"))
      #expect(!page.contains("<script>alert") && !page.contains("<b>"))
      // Nobody has named the school: the line begins with the date.
      #expect(page.contains("<p class=\"sub\">As known on 5 December 2025."))
    }
  }

  private func text(of file: String, _ reports: ReportsFolder) throws -> String {
    #expect(reports.outcome.exit == 0)
    try #require(reports.contents.files.contains(file))
    return String(decoding: reports.contents[file], as: UTF8.self).withoutMarks
  }
}
