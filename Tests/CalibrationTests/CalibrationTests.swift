import Analysis
import Calibration
import ProvisionModel
import TestTraits
import Testing

/// `make calibrate` in small: fewer schools, and as much allowance as their chance asks for. The seeds
/// are fixed, so that it comes out the same every time.
@Suite("Schools with a known answer", .long)
struct CalibrationTests {
  /// A debug build takes a twentieth of a second for a school.
  private static let schools = 40

  private func outcome(_ trial: ContrastTrial, kind: Int) async -> ContrastTrial.Outcome {
    await inParallel(
      schools: Self.schools, kind: kind, from: ContrastTrial.Outcome(), +
    ) { trial.outcome(seeds: $0) }
  }

  @Test("of no effect few claims are made", arguments: TestLength.some(of: World.main))
  func noEffect(world: World) async {
    let outcome = await outcome(ContrastTrial(world, effect: 0), kind: 1)
    #expect(outcome.schools == Self.schools && outcome.answered == Self.schools)
    #expect(Band("better", atMost: 0.06, [("", outcome.share(.better), Self.schools)]).holds)
    #expect(Band("worse", atMost: 0.01, [("", outcome.share(.worse), Self.schools)]).holds)
    #expect(Band("covers", atLeast: 0.97, [("", outcome.coverage, Self.schools)]).holds)
  }

  @Test("of 0.4 SD in ten pupils with two earlier tests half are called better")
  func help() async {
    let worlds = World.main.filter { $0.supported == 10 && $0.earlierTests == 2 }
    var shares: [Double] = []
    for world in worlds {
      let outcome = await outcome(ContrastTrial(world, effect: 0.4), kind: 2)
      #expect(outcome.share(.worse) == 0)
      shares.append(outcome.share(.better))
    }
    #expect(worlds.count == 7)
    #expect(shares.reduce(0, +) / 7 > 0.5)
  }

  @Test("each end is fair where pupils were chosen as it supposes")
  func fairEnds() async {
    // With the start score alone the other end errs by a quarter of an SD, each to its side.
    let score = World { ($0.way, $0.supported, $0.earlierTests) = (.score, 20, 0) }
    let byScore = await outcome(ContrastTrial(score, effect: 0), kind: 3)
    #expect(abs(byScore.bias(.score)) < 0.08 && byScore.bias(.need) > 0.2)
    let need = World { ($0.way, $0.supported, $0.earlierTests) = (.need, 20, 0) }
    let byNeed = await outcome(ContrastTrial(need, effect: 0), kind: 3)
    #expect(abs(byNeed.bias(.need)) < 0.08 && byNeed.bias(.score) < -0.2)
  }

  @Test("terms together say more than one")
  func severalTerms() async {
    let world = World { ($0.way, $0.others) = (.need, 20) }
    let one = await outcome(ContrastTrial(world, effect: 0.4), kind: 4)
    let five = await outcome(ContrastTrial(world, effect: 0.4, terms: 5), kind: 4)
    #expect(five.courses > 40 * Self.schools)
    #expect(five.share(.better) > one.share(.better) + 0.2)
    let nothing = await outcome(ContrastTrial(world, effect: 0, terms: 5), kind: 4)
    #expect(Band("better", atMost: 0.04, [("", nothing.share(.better), Self.schools)]).holds)
  }

  @Test("without classmates' tests nothing is judged", arguments: [Way.score, .need])
  func expectedProgress(way: Way) async {
    var files = MadeUpSchool.Files()
    files.onlySupportedTested = true
    let world = World { ($0.way, $0.others) = (way, 0) }
    let outcome = await outcome(ContrastTrial(world, effect: 0.4, files: files), kind: 5)
    #expect(outcome.bases == [.expectedProgress: Self.schools])
    #expect(outcome.verdicts == [.notJudged: Self.schools])
  }

  @Test(
    "TAs who do not differ are seldom told apart, by two measures and rows neither",
    arguments: [(false, 1), (true, 2)])
  func equalAssistants(bothSubjects: Bool, rows: Int) async {
    var files = MadeUpSchool.Files()
    files.bothSubjects = bothSubjects
    files.rowsOfACourse = rows
    let trial = AssistantTrial(spread: 0, groupShock: 0.1, way: .need, files: files)
    let outcome = await inParallel(
      schools: 30, kind: 6, from: AssistantTrial.Outcome(), +
    ) { trial.outcome(seeds: $0) }
    #expect(outcome.assistants == 360)
    #expect(outcome.findingShare <= 0.02 + Band.allowance * outcome.standardError)
  }

  @Test("TAs who differ are nearer the truth once drawn to the mean")
  func differentAssistants() async {
    let trial = AssistantTrial(spread: 0.4, way: .need)
    let outcome = await inParallel(
      schools: 30, kind: 7, from: AssistantTrial.Outcome(), +
    ) { trial.outcome(seeds: $0) }
    #expect(outcome.improvement > 0.1)
    #expect(outcome.findingShare > 0.05)
  }
}
