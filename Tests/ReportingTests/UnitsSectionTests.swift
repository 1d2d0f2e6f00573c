import Analysis
import Foundation
import ProvisionModel
import TestSupport
import Testing

@testable import Reporting

/// KPI 9.5 on pages.
@Suite struct UnitsSectionTests {
  private let alike = SchoolBuilder.withClassmates(gains: [("TB", 2), ("SO", 2), ("WA", 3)])
  private let apart = SchoolBuilder.withClassmates(gains: [("TB", 30), ("SO", 0), ("WA", 1)])

  @Test("one sentence stands for units that do not differ", arguments: Pack.allCases)
  func oneSentenceWhereNothingDiffers(readers: Pack) {
    let pages = pages(readers, of: alike)
    #expect(
      pages.unitsSentence()?.plain
        == "No TA's or group's pupils differ from the others' by more than chance; the workbook lists "
        + "them all.")
    for kind in UnitKind.allCases { #expect(pages.unitsTable(kind).view() == nil) }
    var view: [String: Any] = [:]
    pages.addUnits(to: &view)
    #expect(view["unitsDiffer"] as? Bool == false)
    #expect(view["assistantsPicture"] == nil)
    // The file keeps the rows.
    let rows = rows(UnitFigures.table, readers, of: alike)
    #expect(rows.contains { $0["finding"] == .text("no-difference-shown") })
  }

  @Test("units that differ have a table, of every TA", arguments: Pack.allCases)
  func aTableWhereUnitsDiffer(readers: Pack) throws {
    let pages = pages(readers, of: apart)
    #expect(pages.unitsSentence() == nil)
    for kind in [UnitKind.teachingAssistant, .group] {
      let table = try #require(pages.unitsTable(kind).view())
      let body = try #require(table["rows"] as? String)
      #expect(body.components(separatedBy: "<tr").count == 4)
    }
    // One role level has no other to differ from.
    #expect(pages.unitsTable(.roleLevel).view() == nil)
    var view: [String: Any] = [:]
    pages.addUnits(to: &view)
    #expect(view["unitsDiffer"] as? Bool == true)
    #expect((view["assistantsPicture"] as? [Any])?.isEmpty == false)
  }

  @Test("it says why there is nothing to set beside each other")
  func itSaysWhyThereIsNothing() {
    var school = SchoolBuilder()
    _ = school.measure("Reading")
    #expect(
      pages(.senco, of: school).unitsSentence()?.plain
        == "No episode that ended in this term names a TA.")
    let assistant = school.assistant("TB")
    school.spring("P1") { $0.teachingAssistants = [assistant] }
    #expect(
      pages(.senco, of: school).unitsSentence()?.plain
        == "There are no two TAs or groups whose pupils could be compared with classmates.")
  }
}
