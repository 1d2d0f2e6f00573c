import Analysis
import ProvisionModel
import TestSupport
import Testing

@testable import Reporting

/// KPI 5.1, 6.4, 7.5 and 9.4 in the SENCo's pack.
@Suite struct FurtherKPITests {
  /// Six pupils of Catch-up in the spring, whose rows are changed.
  private func school(
    change: (Int, inout ProvisionRow, inout SchoolBuilder) -> Void = { _, _, _ in }
  ) -> SchoolBuilder {
    var school = SchoolBuilder()
    _ = school.measure("Reading")
    for index in 0..<6 {
      school.spring("P\(index)")
      var row = school.provision[index]
      change(index, &row, &school)
      school.provision[index] = row
    }
    return school
  }

  private func numbers(_ school: SchoolBuilder, _ pack: Pack = .senco) -> [String] {
    Catalogue.tables.compactMap { $0.section(pages(pack, of: school))?.number }
  }

  /// A school whose files fill all of them.
  private var full: SchoolBuilder {
    school { index, row, school in
      row.evidenceBase = "Trial"
      row.areaOfNeed = ["One", "Two", "Three"][index % 3]
      let assistant = school.assistant("Mrs Brown", "TA2")
      school.teachingAssistants[assistant].trainedIn = ["Catch-up"]
      school.teachingAssistants[assistant].trainedInterventions = [0]
      row.teachingAssistants = [assistant]
    }
  }

  @Test("the further KPIs are there only where the files fill them")
  func areThereOnlyWhereTheFilesFillThem() {
    #expect(numbers(school()).isEmpty)
    #expect(numbers(school { _, row, _ in row.evidenceBase = "Trial" }) == ["5.1"])
    #expect(
      numbers(school { $1.teachingAssistants = [$2.assistant("TB")] }) == ["5.1"])
    #expect(
      numbers(school { $1.teachingAssistants = [$2.assistant("TB", "TA2")] }) == ["5.1", "9.4"])
    #expect(numbers(full) == ["5.1", "6.4", "7.5", "9.4"])
    #expect(numbers(full, .governors) == ["5.1"])
    // Who teaches is not for the governors, so that there is nothing to tell them.
    #expect(numbers(school { $1.teachingAssistants = [$2.assistant("TB")] }, .governors).isEmpty)
  }

  @Test("the further KPIs have a file, a sheet and a section each")
  func haveAFileASheetAndASectionEach() {
    let report = report(full)
    let files = report.files(packs: Set(Pack.allCases), formats: [.csv]).map(\.path)
    #expect(
      files.filter {
        !$0.contains("5.5") && !$0.contains("5.6") && $0.contains("kpi-")
          && !$0.contains("9.5")
      } == [
        "senco/kpi-5.1-programmes.csv", "senco/kpi-6.4-areas.csv", "senco/kpi-7.5-training.csv",
        "senco/kpi-9.4-deployment.csv", "governors/kpi-5.1-programmes.csv",
      ])
    let page = text(report.pages(.senco).main)
    for id in ["5-1", "6-4", "7-5", "9-4"] {
      #expect(page.ranges(of: "<section id=\"kpi-\(id)\">").count == 1)
    }
    #expect(text(report.pages(.governors).main).contains("<section id=\"kpi-5-1\">"))
    #expect(!text(report.pages(.governors).main).contains("kpi-7-5"))
    let sheets = WorkbookBuilder(report.released(.senco)).workbook.sheets
    #expect(
      sheets.map(\.name)[10..<15] == [
        "KPI 9.5 TAs and groups", "KPI 5.1 programmes", "KPI 6.4 areas", "KPI 7.5 training",
        "KPI 9.4 deployment",
      ])
    #expect(
      !WorkbookBuilder(report.released(.governors)).workbook.sheets.contains {
        $0.name == "KPI 7.5 training"
      })
  }

  @Test("three areas fill the table, and two are reported as too few")
  func threeAreasFillTheTableAndTwoAreToldToBeTooFew() throws {
    #expect(
      AreaFigures.table.section(pages(.senco, of: full))?.sentences.map(\.plain) == [
        "3 areas of TAs' support can be evaluated by pupils' outcomes (One; Three; Two)."
      ])
    #expect(AreaFigures.tooFew(pages(.senco, of: full)) == nil)
    var two = full
    for index in two.provision.indices where two.provision[index].areaOfNeed == "Three" {
      // Without a second test there is no outcome.
      two.provision[index].exitScores = []
    }
    #expect(!numbers(two).contains("6.4"))
    let page = text(pages(.senco, of: two).main)
    #expect(
      page.contains(
        "Only 2 areas of TAs&#39; support can be evaluated by pupils&#39; outcomes (One; Two); the "
          + "KPI asks for three."))
    #expect(page.ranges(of: "<section id=\"kpi-6-4\">").count == 1)
    #expect(!text(pages(.governors, of: two).main).contains("kpi-6-4"))
    #expect(!text(pages(.senco, of: school()).main).contains("kpi-6-4"))
  }

  @Test("the award asks for three areas of one school")
  func theAwardAsksForThreeAreasOfOneSchool() {
    var school = full
    school.schools = ["North", "South"]
    for index in school.pupils.indices where index % 3 == 0 { school.pupils[index].school = 1 }
    #expect(!numbers(school).contains("6.4"))
    #expect(AreaFigures.tooFew(pages(.senco, of: school)) != nil)
    school.spring("P9", school: 0) { row in
      row.areaOfNeed = "Four"
      row.teachingAssistants = [0]
    }
    let kpi = AreaFigures.table.section(pages(.senco, of: school))
    #expect(kpi?.sentences.count == 2)
    #expect(kpi?.sentences.first?.plain.hasPrefix("North: 3 areas") == true)
    #expect(kpi?.sentences.last?.plain.hasPrefix("South: Only 1 area") == true)
  }

  @Test("gaps in training come first")
  func gapsInTrainingComeFirst() throws {
    var school = full
    let (other, third) = (school.assistant("Mr Adams"), school.assistant("Ms Cole"))
    school.teachingAssistants[other].trainedIn = ["First aid"]
    school.provision[0].teachingAssistants = [other, third]
    let kpi = try #require(TrainingFigures.table.section(pages(.senco, of: school)))
    #expect(
      kpi.sentences.map(\.plain) == [
        "Not on record as trained in what they deliver: Mr Adams in Catch-up.",
        "The staff file records no training at all of Ms Cole: that is not to say that they have "
          + "none.",
        "Of 3 pairs of a TA and an intervention that the TA delivered in the school year so far, "
          + "training is on record for 1.",
      ])
    #expect(
      rows(TrainingFigures.table, .senco, of: school).map { $0["trained"] } == [
        .text("no"), .text("yes"), .text("not-recorded"),
      ])
    #expect(kpi.table?.view()?["inOrder"] as? Bool == true)
  }

  @Test("deployment gives hours and the number of rows they come from")
  func deploymentGivesHoursAndHowManyRowsTheyAreOf() throws {
    var school = full
    school.classmates()
    for index in 0..<4 {
      school.provision[index].sessionsAttended = 20
      school.provision[index].minutesPerSession = 30
      school.provision[index].group = index < 2 ? "G" : ""
    }
    let row = try #require(rows(DeploymentFigures.table, .senco, of: school).first)
    let expected: [String: TableCell] = [
      "role_level": .freeText("TA2"), "n_tas": .whole(1), "pupils": .whole(6),
      "n_rows": .whole(6), "n_rows_pupil_hours": .whole(4), "pupil_hours": .number(40.0),
      "n_rows_ta_hours": .whole(2), "ta_hours": .number(10.0),
      "finding": .text("no-difference-shown"),
    ]
    for (name, cell) in expected { #expect(row[name] == cell, "\(name)") }
    let page = text(pages(.senco, of: school).main)
    #expect(page.contains("40 (4 of 6 rows)") && page.contains("10 (2 of 6 rows)"))
  }
}
