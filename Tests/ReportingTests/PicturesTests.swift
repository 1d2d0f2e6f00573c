import Analysis
import ProvisionModel
import TestSupport
import Testing

@testable import Reporting

/// What is drawn, and for whom.
@Suite struct PicturesTests {
  private let row = RangePicture.Row(
    name: "Catch-up", measure: "Reading", basis: "", verdict: "Better", shape: .up, style: "two",
    range: 0.2...0.4, outer: 0.1...0.5)

  @Test("a range has both ends, its outer interval and the verdict as shape and word")
  func aRangeHasBothEndsItsOuterIntervalAndTheVerdictAsShapeAndWord() throws {
    let picture = try #require(
      RangePicture.pictures(id: "r", title: "T", rows: [row], smallest: 0.1, naming: "").first)
    let marks = picture.drawing.marks
    // The axis goes from −0.5 to 0.5 between 3% and 97%.
    #expect(
      marks.contains("<line class=\"bar two\" x1=\"68.8%\" y1=\"74\" x2=\"87.6%\" y2=\"74\"/>"))
    #expect(marks.contains("<line class=\"outer\" x1=\"59.4%\" y1=\"74\" x2=\"97%\" y2=\"74\"/>"))
    #expect(marks.contains("<rect class=\"band\" x=\"40.6%\""))
    let mark = "<path class=\"mark two\" d=\"\(MarkShape.up.path)\"/>"
    #expect(marks.components(mark) == 2)
    #expect(marks.contains("▲ Better · Reading"))
    #expect(picture.description.contains("better, 0.20 to 0.40, outer 95% range 0.10 to 0.50"))
  }

  @Test("one comparison has one mark")
  func oneComparisonHasOneMark() throws {
    var one = row
    one.range = 0.2...0.2
    one.basis = "growth only"
    let picture = try #require(
      RangePicture.pictures(id: "r", title: "T", rows: [one], smallest: 0.1, naming: "").first)
    #expect(picture.drawing.marks.components("<path class=\"mark two\"") == 1)
    #expect(picture.drawing.marks.contains("▲ Better · growth only · Reading"))
  }

  @Test("nothing has no picture and many have several on one axis")
  func nothingHasNoPictureAndManyHaveSeveralOnOneAxis() throws {
    #expect(RangePicture.pictures(id: "r", title: "T", rows: [], smallest: 0.1, naming: "").isEmpty)
    var far = row
    far.outer = -1...0.5
    let many = Array(repeating: row, count: 80) + [far]
    let pictures = RangePicture.pictures(id: "r", title: "T", rows: many, smallest: 0.1, naming: "")
    #expect(
      pictures.map(\.title.plain) == [
        "T (1 to 20 of 81)", "T (21 to 40 of 81)", "T (41 to 60 of 81)", "T (61 to 80 of 81)",
      ])
    #expect(pictures.map(\.id) == ["r-1", "r-2", "r-3", "r-4"])
    for picture in pictures {
      #expect(picture.drawing.marks.components("▲ Better") == 20)
      #expect(picture.drawing.marks.contains(">−1</text>"))
      #expect(picture.height == 30 + 20 * 60 + 44)
      #expect(picture.view["isTall"] as? Bool == true)
    }
  }

  /// Three interventions, one of them of four pupils, each with a TA of its own.
  private func school() -> SchoolBuilder {
    var school = SchoolBuilder()
    let reading = school.measure("Reading")
    let (many, few) = (school.assistant("TB"), school.assistant("SO"))
    for index in 0..<8 {
      school.spring("P\(index)", "Catch-up", 80 + Double(index), 85 + Double(index * index)) {
        $0.teachingAssistants = [many]
      }
    }
    let most = school.assistant("MK")
    for index in 0..<9 {
      school.spring("M\(index)", "Boost", 80 + Double(index), 85 + Double(index * index)) {
        $0.teachingAssistants = [most]
      }
    }
    for index in 0..<4 {
      school.spring("F\(index)", "Small group", 80 + Double(index), 85 + Double(index * index)) {
        $0.teachingAssistants = [few]
      }
    }
    for index in 0..<30 {
      for (day, add) in [(day("2026-01-05"), 0.0), (day("2026-03-20"), Double(index % 3))] {
        school.score("C\(index)", reading, on: day, 78 + Double(index) / 2 + add)
      }
    }
    return school
  }

  @Test("the governors see nothing of few pupils")
  func theGovernorsSeeNothingOfFewPupils() throws {
    let report = report(school())
    let pages = report.pages(.governors)
    let picture = try #require(
      pages.rangePictures(pages.effectivenessRows(.term), id: "range", "Term").first)
    #expect(picture.svg.contains("Catch-up") && !picture.svg.contains("Small group"))
    let units = try #require(report.pages(.governors).unitsPictures(.teachingAssistant).first)
    let codes = report.codes
    // The drawn means tell the mean of all: the four pupils of one TA are left out with those of the
    // next smallest.
    #expect(units.svg.contains(codes.code(ofTA: "MK", school: "school")))
    for name in ["TB", "SO"] {
      #expect(!units.svg.contains(codes.code(ofTA: name, school: "school")))
      #expect(!units.svg.contains(name))
    }
    #expect(units.legend.plain.contains("Not drawn: 2 TAs"))
    #expect(!units.svg.contains("class=\"all\""))
    let all = try #require(report.pages(.senco).unitsPictures(.teachingAssistant).first)
    #expect(all.svg.contains("TB") && all.svg.contains("SO") && all.svg.contains("class=\"all\""))
  }

  @Test("the governors' page has no pictures of pupils and no script")
  func theGovernorsPageHasNoPicturesOfPupilsAndNoScript() {
    let report = report(school())
    let senco = text(report.pages(.senco).main)
    let governors = text(report.pages(.governors).main)
    for mark in ["id=\"slope-1-title\"", "id=\"dose-title\"", "<script>"] {
      #expect(!governors.contains(mark), "\(mark)")
    }
    #expect(senco.contains("id=\"slope-1-title\"") && senco.contains("<script>"))
    #expect(governors.contains("id=\"range-speaking-1-title\""))
  }

  @Test("a slope is dashed where less was gained than expected")
  func aSlopeIsDashedWhereLessWasGainedThanExpected() throws {
    let measure = Measure(name: "Reading", kind: .standardised)
    let picture = try #require(
      SlopePicture.picture(
        id: "s", title: "T",
        lines: [
          SlopePicture.Line(name: "A <b>", baseline: 80, outcome: 90, isOnTrack: true),
          SlopePicture.Line(name: "B", baseline: 80, outcome: 70, isOnTrack: false),
        ], measure: measure))
    let marks = picture.drawing.marks
    #expect(marks.components("class=\"slope ahead\"") == 1)
    #expect(marks.components("class=\"slope behind\"") == 1)
    #expect(marks.contains("<title>A &lt;b&gt;: 80 to 90</title>"))
    // The mean of 90 and 70 is where both began.
    #expect(marks.contains("<line class=\"mean\" x1=\"16%\" y1=\"142\" x2=\"92%\" y2=\"142\"/>"))
    #expect(picture.description.contains("1 of 2 made the expected progress or more."))
  }

  @Test("a dose picture needs ten episodes of several doses")
  func aDosePictureNeedsTenEpisodesOfSeveralDoses() {
    func picture(_ doses: [Double]) -> Picture? {
      DosePicture.picture(
        id: "d", title: "T", dots: doses.map { .init(name: "A", dose: $0, progress: 0.1) },
        doseName: "Sessions attended", unit: "%")
    }
    #expect(picture(Array(repeating: 90, count: 9) + [80])?.description.hasPrefix("10 ep") == true)
    #expect(picture(Array(repeating: 90, count: 8) + [80]) == nil)
    #expect(picture(Array(repeating: 90, count: 20)) == nil)
  }

  @Test("a pupil's line has the start of each intervention")
  func aPupilsLineHasTheStartOfEachIntervention() throws {
    let measure = Measure(name: "Reading", kind: .standardised)
    func picture(_ days: [String]) -> Picture? {
      PupilPicture.picture(
        id: "p", title: "T",
        points: days.map { .init(day: day($0), score: 90, isCensored: $0 == "2025-09-01") },
        support: [
          .init(name: "Catch-up", start: day("2026-01-01"), end: nil),
          .init(name: "Other", start: day("2025-10-01"), end: day("2025-12-01")),
        ], measure: measure, last: day("2026-05-01"))
    }
    let marks = try #require(picture(["2025-09-01", "2026-05-01"])).drawing.marks
    #expect(marks.components("class=\"start\"") == 2)
    #expect(marks.components("class=\"path\"") == 1)
    #expect(marks.components("end behind") == 1)
    #expect(marks.contains("Sep 2025") && marks.contains("Jan 2026"))
    // 122 of 242 days from the start, between 11% and 97%.
    #expect(marks.contains("<line class=\"start\" x1=\"54.36%\""))
    #expect(picture(["2025-09-01"]) == nil)
  }
}

extension String {
  /// How often a text occurs.
  fileprivate func components(_ text: String) -> Int { ranges(of: text).count }
}
