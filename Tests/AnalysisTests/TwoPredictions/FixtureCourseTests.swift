import ProvisionModel
import TestSupport
import Testing

@testable import Analysis

/// The courses of the intervention Support against the reference implementation's (METHOD §3, §5.1,
/// §5.3 and §5.5).
@Suite struct FixtureCourseTests {
  /// Lines of courses: a pupil and rows of the provision map.
  private static let all = ExpectedFigures.lines("P").filter { $0.text.contains(" rows [") }
  private static let compared = all.filter { $0.text.contains("|K|") }

  private static let labels = [
    " rows [", "] ", "..", " TAs ", " group ", " tests [", "] warning '",
  ]
  private static let contrastLabels = [
    "| contrast scores of [", "] to ", " fit (", ", ", ") |K| ", " x ", " f ", " q ", " d ",
    " delta ", " gamma ", " sigma2 ", " | sd_e ", " percentile ",
  ]

  /// The course of a line, as a position among the episodes.
  private func course(_ line: ExpectedFigures.Line, _ figures: EpisodeFigures) throws -> Int {
    let rows = try line.fields([" rows ", "] "])[1] + "]"
    let wanted = try ExpectedFigures.numbers(rows).map { Int($0) }
    return try #require(figures.episodes.firstIndex { $0.rows == wanted })
  }

  private func days(_ list: String) -> [Day] {
    list.split(separator: ", ").map { day(String($0.dropFirst().dropLast())) }
  }

  @Test("there are as many courses as the reference has", arguments: FixtureSchool.Part.allCases)
  func thereAreAsManyCourses(part: FixtureSchool.Part) throws {
    let figures = try FixtureSchool.evaluated(part).figures
    let names = figures.data.interventions
    let found = figures.episodes.count { names[$0.intervention].name == "Support" }
    #expect(found == 12)
    #expect(Self.all.count { $0.part == part } == 12)
    #expect(Self.compared.count { $0.part == part } == 11)
  }

  @Test("a course has the reference's rows, dates, TAs, group and tests", arguments: all)
  func aCourseHasItsRowsAndTests(line: ExpectedFigures.Line) throws {
    let fields = try line.fields(Self.labels)
    let figures = try FixtureSchool.evaluated(line.part).figures
    let data = figures.data
    let position = try course(line, figures)
    let (episode, link) = (figures.episodes[position], figures.links[position])
    #expect(data.pupils[episode.pupil].id == fields[0])
    #expect(episode.start == day(fields[2]))
    #expect(episode.end == day(fields[3]))
    let assistants = data.teachingAssistants(of: episode).map { data.teachingAssistants[$0].key }
    #expect(assistants.joined(separator: "+") == fields[4])
    #expect(data.provision[episode.row].group == fields[5])
    #expect([link.baseline?.day, link.outcome?.day] == days(fields[6]))
    let warning = try #require(
      fields[7].split(separator: "'", omittingEmptySubsequences: false).first)
    let contrast = figures.comparison.contrasts[position]
    #expect(contrast.warning?.rawValue ?? "" == warning)
    #expect((contrast.compared != nil) == line.text.contains("|K|"))
  }

  @Test("a course is compared with the reference's classmates by its fit", arguments: compared)
  func aCourseHasItsClassmatesAndFit(line: ExpectedFigures.Line) throws {
    let fields = try line.fields(Self.contrastLabels)
    let figures = try FixtureSchool.evaluated(line.part).figures
    let comparison = figures.comparison
    let compared = try #require(comparison.contrasts[try course(line, figures)].compared)
    let key = comparison.fits[compared.fit].key
    #expect((0..<key.scores).map { Day(number: compared.days[$0]) } == days(fields[1]))
    #expect(compared.outcomeDay == day(fields[2]))
    #expect(key == FitKey(measure: 0, scores: Int(fields[3])!, usesOther: fields[4] == "1"))
    #expect(comparison.sets[compared.set].count == Int(fields[5]))
    #expect(comparison.sets[compared.set].fit == compared.fit)
  }

  @Test("a course has the reference's contrast", arguments: compared)
  func aCourseHasItsContrast(line: ExpectedFigures.Line) throws {
    let fields = try line.fields(Self.contrastLabels)
    let figures = try FixtureSchool.evaluated(line.part).figures
    let comparison = figures.comparison
    let compared = try #require(comparison.contrasts[try course(line, figures)].compared)
    let predictors = comparison.fits[compared.fit].key.predictors
    let distances = (0..<predictors).map { compared.distances[$0] }
    #expect(arePrinted(distances, as: try ExpectedFigures.numbers(fields[6]), 4))
    #expect(arePrinted([compared.distance], as: try ExpectedFigures.words(fields[7]), 5))
    let bends = [compared.bends.x, compared.bends.y]
    #expect(arePrinted(bends, as: try ExpectedFigures.numbers(fields[8]), 5))
    #expect(arePrinted([compared.beyond], as: try ExpectedFigures.words(fields[9]), 5))
    #expect(arePrinted([compared.contrast.score], as: try ExpectedFigures.words(fields[10]), 4))
    #expect(arePrinted([compared.contrast.need], as: try ExpectedFigures.words(fields[11]), 4))
    func ends(_ values: Ends<Double>) -> [Double] { [values.score, values.need] }
    #expect(arePrinted(ends(compared.variance), as: try ExpectedFigures.words(fields[12]), 3))
    #expect(arePrinted(ends(compared.spread), as: try ExpectedFigures.words(fields[13]), 4))
    let last = fields[14].split(separator: " ")
    let percentiles = try ExpectedFigures.words(last.dropLast().joined(separator: " "))
    #expect(arePrinted(ends(compared.percentile), as: percentiles, 2))
    #expect(compared.finding.rawValue == last.last.map(String.init))
  }
}
