import Analysis
import TestSupport
import Testing

@testable import Reporting

/// The way from a figure to what it means.
@Suite struct HeadingExplanationTests {
  private var report: Report {
    var school = SchoolBuilder()
    _ = school.measure("Reading")
    for index in 0..<6 { school.spring("P\(index)") }
    return makeReport(school)
  }

  private func makeReport(_ school: SchoolBuilder) -> Report {
    Report(
      evaluation: Evaluation(data: school.data), findings: [], version: "1.2.3")
  }

  @Test func everyEntryIsInTheGlossaryOfThePageThatNeedsIt() {
    let (senco, governors) = (text(report.page(.senco)), text(report.page(.governors)))
    let ofSENCo: Set = [
      "findings", "pupils-in-the-year", "number-of-tas", "pupil-hours", "ta-hours", "standing",
      "form",
    ]
    for entry in Set(HeadingExplanation.entries.values) {
      #expect(senco.ranges(of: "<dt id=\"word-\(entry)\">").count == 1, "\(entry)")
      // Some words are on the SENCo's page only.
      #expect(
        governors.ranges(of: "<dt id=\"word-\(entry)\">").count == (ofSENCo.contains(entry) ? 0 : 1)
      )
    }
  }

  @Test func everyHeadingOverNumbersHasAnEntry() {
    let means = report.effectivenessTables(.term, .senco)
    let tables = [
      report.verdictTable(.term, .senco), means.means, means.ratios, means.directions,
      report.universalTable(.senco), report.variationPageTable(.senco),
      report.unitsPageTable(.teachingAssistant, .senco), report.pupilsPageTable,
      report.recommendationPageTable(.senco),
      report.decisionsPageTable(.senco), report.termsPageTable, report.rulesPageTable,
      report.pupilStepsTable, report.unservedTable([], ""),
      report.qualityTable,
    ]
    for heading in tables.flatMap(\.headings) where heading.style == "n" {
      #expect(HeadingExplanation.id(of: heading.text) != nil, "\(heading.text)")
    }
  }

  @Test func softHyphensAreNoPartOfAHeading() {
    #expect(HeadingExplanation.id(of: "Attend\u{AD}ance") == "word-attendance")
    #expect(HeadingExplanation.id(of: "Intervention") == nil)
  }

  @Test func documentsForAPortfolioHaveNoLinks() {
    #expect(!text(report.evidenceFile(.interventions)).contains("href"))
  }
}
