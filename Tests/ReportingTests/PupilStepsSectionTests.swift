import Analysis
import ProvisionModel
import TestSupport
import Testing

@testable import Reporting

/// KPI 5.6 pupil by pupil on the SENCo's page.
@Suite struct PupilStepsSectionTests {
  private func school() -> SchoolBuilder {
    var school = SchoolBuilder()
    _ = school.measure("Reading")
    return school
  }

  @Test("the page lists what there is to do")
  func thePageListsWhatThereIsToDo() {
    let page = text(report(.everyNextStep).pages(.senco).main)
    #expect(page.contains("9 pupils had support in the term."))
    #expect(
      page.contains(
        "seems ready to leave (1), check attendance (1), one at a time (1), change the support (1), "
          + "give the end test (1), watch (1), go on (2) and name the measure (1)."))
    #expect(page.contains("nothing else can be suggested"))
    #expect(page.contains("1 pupil lately scored more than 1.5 SD under the mean"))
    #expect(page.contains("1 pupil under on one measure"))
    // The last time is the table's caption.
    let part = page.split(separator: "Pupils with support: what to look at").last
    let table = part?.split(separator: "</table>").first ?? ""
    #expect(table.contains(">watch<") && !table.contains(">on<") && !table.contains(">name<"))
  }

  @Test("pupils under on several measures come first")
  func pupilsUnderOnSeveralMeasuresComeFirst() {
    var school = school()
    _ = school.measure("Maths")
    for measure in [0, 1] { school.spring("P1") { $0.measures = [measure] } }
    school.score("U1", 0, on: day("2026-03-20"), 60)
    for measure in [0, 1] { school.score("U2", measure, on: day("2026-03-20"), 60) }
    let report = report(school)
    #expect(report.pages(.senco).unservedPupils.map { school.pupils[$0.pupil].id } == ["U2", "U1"])
    #expect(text(report.pages(.senco).main).contains("Maths 60 (−2.67); Reading 60 (−2.67)"))
    #expect(text(report.pages(.senco).main).contains("2 pupils lately scored"))
    #expect(text(report.pages(.senco).main).contains(", 1 of them on more than one: "))
  }

  @Test("the governors get nothing of it")
  func theGovernorsGetNothingOfIt() {
    let report = report(.everyNextStep)
    let files = report.files(packs: [.governors], formats: [.csv, .html, .xlsx])
    #expect(!files.contains { $0.path.contains("pupils") })
    for file in files where file.path.hasSuffix(".html") {
      let page = text(file)
      for word in ["what to do next", "ready to leave", "Standing (SD)", "under on one measure"] {
        #expect(!page.contains(word), "\(file.path)")
      }
    }
    #expect(
      !WorkbookBuilder(report.released(.governors)).workbook.sheets.contains {
        $0.name == "KPI 5.6 pupils"
      })
  }

  @Test("without support the page has no such part")
  func withoutSupportThePageHasNoSuchPart() {
    #expect(!text(pages(.senco, of: school()).main).contains("Pupil by pupil: what to do next"))
  }
}
