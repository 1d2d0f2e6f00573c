import TestSupport
import Testing

@testable import Reporting

@Suite struct WorkbookChartTests {
  private func bar(_ whole: ClosedRange<Double>, _ middle: ClosedRange<Double>) -> RangeBar {
    RangeBar(label: "a", middle: middle, whole: whole)
  }

  private func rounded(_ bar: RangeBar) -> [Double] {
    bar.lengths.map { ($0 * 1000).rounded() / 1000 }
  }

  @Test("a bar right of zero is kept away from it")
  func aBarRightOfZeroIsKeptAwayFromIt() {
    #expect(rounded(bar(0.2...1, 0.4...0.7)) == [0.2, 0.2, 0.3, 0.3, 0, 0, 0])
  }

  @Test("a bar left of zero is kept away from it")
  func aBarLeftOfZeroIsKeptAwayFromIt() {
    #expect(rounded(bar(-1 ... -0.2, -0.7 ... -0.4)) == [-0.2, 0, 0, 0, -0.2, -0.3, -0.3])
  }

  @Test("a bar over zero has pieces on both sides")
  func aBarOverZeroHasPiecesOnBothSides() {
    #expect(rounded(bar(-0.5...1, -0.1...0.4)) == [0, 0, 0.4, 0.6, 0, -0.1, -0.4])
    #expect(rounded(bar(-0.5...1, 0.1...0.4)) == [0, 0.1, 0.3, 0.6, 0, 0, -0.5])
  }

  @Test("a middle without width is drawn all the same")
  func aMiddleWithoutWidthIsDrawnAllTheSame() {
    #expect(rounded(bar(0.2...1, 0.5...0.5)) == [0.2, 0.29, 0.02, 0.49, 0, 0, 0])
    #expect(rounded(bar(0.5...0.5, 0.5...0.5)) == [0.49, 0, 0.02, 0, 0, 0, 0])
  }

  @Test("charts with nothing to show are left out")
  func chartsWithNothingToShowAreLeftOut() {
    #expect(charts(of: SchoolBuilder(), .senco).isEmpty)
    var school = SchoolBuilder()
    _ = school.measure("Reading")
    school.spring("P1")
    let names = charts(of: school, .senco)
    #expect(names == ["Share of episodes on track, Spring term 2025–26"])
    #expect(charts(of: school, .governors).isEmpty)
  }

  @Test("no chart has more bars than can be read")
  func noChartHasMoreBarsThanCanBeRead() {
    var school = SchoolBuilder()
    _ = school.measure("Reading")
    for index in 0...BarChart.mostBars { school.spring("P\(index)", "Intervention \(index)") }
    #expect(charts(of: school, .senco).isEmpty)
  }

  @Test("figures that governors may not see are not drawn")
  func figuresThatGovernorsMayNotSeeAreNotDrawn() throws {
    var school = SchoolBuilder()
    _ = school.measure("Reading")
    school.classmates()
    for index in 0..<6 { school.spring("P\(index)", "Catch-up", 80 + Double(index % 3), 88) }
    for index in 0..<3 { school.spring("Q\(index)", "Small group", 70 + Double(index), 90) }
    let labels = { (pack: Pack) in
      WorkbookBuilder(report(school).released(pack)).chartSheets.flatMap { sheet -> [TableCell] in
        guard case .table(let table) = sheet.content else { return [] }
        return (0..<table.count).map { table.row($0)[0] }
      }
    }
    #expect(labels(.senco).contains(.freeText("Small group, Reading")))
    #expect(labels(.governors).contains(.freeText("Catch-up, Reading")))
    #expect(!labels(.governors).contains(.freeText("Small group, Reading")))
  }

  @Test("every chart has a sheet of its own and words for it")
  func everyChartHasASheetOfItsOwnAndWordsForIt() throws {
    var school = SchoolBuilder()
    _ = school.measure("Reading")
    school.classmates()
    for index in 0..<6 { school.spring("P\(index)", "<Catch> & up", 80 + Double(index % 3), 88) }
    var sink = ByteSink()
    let builder = WorkbookBuilder(pack(.senco, of: school))
    builder.file(builder.workbook).write(&sink)
    let parts = try WorkbookContents(sink.bytes()).parts
    let drawings = parts.filter { $0.key.hasPrefix("xl/drawings/drawing") }
    #expect(drawings.count == 2)
    for (_, xml) in drawings {
      #expect(xml.contains("descr=\"Bars of interventions and measures, 1 in all, "))
      #expect(xml.split(separator: "<c:chart ").count == 2)
    }
  }

  private func charts(of school: SchoolBuilder, _ pack: Pack) -> [String] {
    WorkbookBuilder(report(school).released(pack)).chartSheets.map(\.title).filter {
      !$0.hasSuffix("numbers")
    }
  }
}
