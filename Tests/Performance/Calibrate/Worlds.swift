import Analysis
import Calibration
import ProvisionModel

/// What came of a world without an effect and with one of 0.4 SD, of the same pupils.
struct WorldOutcome {
  /// The world.
  var world: World
  /// What came of it without an effect.
  var nothing: ContrastTrial.Outcome
  /// What came of it with an effect of 0.4 SD.
  var help: ContrastTrial.Outcome

  /// The effect of the schools that are helped [SD].
  static let effect = 0.4

  /// Makes up the schools of a world.
  ///
  /// - Parameter kind: The number of the world, which has seeds of its own.
  init(
    _ world: World, terms: Int = 1, files: MadeUpSchool.Files = MadeUpSchool.Files(),
    schools: Int, kind: Int
  ) async {
    func outcome(_ effect: Double) async -> ContrastTrial.Outcome {
      let trial = ContrastTrial(world, effect: effect, terms: terms, files: files)
      return await inParallel(
        schools: schools, kind: kind, from: ContrastTrial.Outcome(), +
      ) { trial.outcome(seeds: $0) }
    }
    self.world = world
    nothing = await outcome(0)
    help = await outcome(Self.effect)
  }

  /// The headings of what is said.
  static let headings = [
    "0: better", "likely", "same", "no-gain", "worse", "covers", "0.4: better", "likely", "no-gain",
    "worse", "bias: score", "need",
  ]

  /// What is said, in per cent of the schools, and by how much each end is too high [SD].
  var cells: [String] {
    [
      percent(nothing.share(.better)), percent(nothing.share(.likelyBetter)),
      percent(nothing.share(.same)), percent(nothing.share(.noGain)),
      percent(nothing.share(.worse)), percent(nothing.coverage),
      percent(help.share(.better)), percent(help.share(.likelyBetter)),
      percent(help.share(.noGain)), percent(help.share(.worse)),
      fixed(nothing.bias(.score), 3), fixed(nothing.bias(.need), 3),
    ]
  }

  /// The world in words.
  var name: String {
    "\(world.way.title), \(world.earlierTests) earlier, \(world.supported) pupils"
  }
}

extension Way {
  /// Who is chosen, in words.
  var title: String {
    switch self {
    case .score: "low score"
    case .need: "low true level"
    case .otherTest: "low on a test not in the files"
    case .otherSubject: "low in another subject"
    case .mix: "half level, half score"
    case .last: "low score a term before"
    case .mean: "low mean of all scores"
    case .lastNeed: "low level a term before"
    case .meanNeed: "low mean level"
    case .dip: "fall from a term before"
    case .all: "low mean in both subjects"
    }
  }
}

/// The 57 worlds with bands.
enum MainWorlds {
  /// Prints their tables.
  static func bands(_ schools: Int) async -> [Band] {
    print(
      """
      ## One term of support

      \(schools) schools of each kind and effect, 420 pupils in 7 year groups, reliability 0.8, 40 others
      with other support; per cent of schools. Covers: the outer range holds the truth. Bias: by how much
      each end is too high on average [SD].

      """)
    var outcomes: [WorldOutcome] = []
    var table = MarkdownTable(["chosen by", "earlier tests", "pupils"] + WorldOutcome.headings)
    for (kind, world) in World.main.enumerated() {
      let outcome = await WorldOutcome(world, schools: schools, kind: kind)
      outcomes.append(outcome)
      table.add(
        [world.way.title, "\(world.earlierTests)", "\(world.supported)"] + outcome.cells)
    }
    print(table.text)
    print("False and true claims on average, per cent of schools:\n")
    print(claims(outcomes))
    return bands(outcomes)
  }

  private static func bands(_ outcomes: [WorldOutcome]) -> [Band] {
    func of(
      _ value: (WorldOutcome) -> Double, _ cases: (WorldOutcome) -> Int = { $0.nothing.schools }
    ) -> [(name: String, value: Double, cases: Int)] {
      outcomes.map { ($0.name, value($0), cases($0)) }
    }
    let experienced = outcomes.filter {
      $0.world.supported == 10 && $0.world.earlierTests == 2
    }
    return [
      Band("effect 0: better", atMost: 0.06, of { $0.nothing.share(.better) }),
      Band("effect 0: worse", atMost: 0.01, of { $0.nothing.share(.worse) }),
      Band(
        "effect 0: outer range covers the truth", atLeast: 0.97,
        of({ $0.nothing.coverage }, { $0.nothing.answered })),
      average("effect 0.4: better or likely-better, on average", 0.57, outcomes) {
        $0.help.share(.better, .likelyBetter)
      },
      average("effect 0.4, 10 pupils, 2 earlier tests: better, on average", 0.50, experienced) {
        $0.help.share(.better)
      },
    ]
  }

  private static func average(
    _ title: String, _ limit: Double, _ outcomes: [WorldOutcome],
    _ share: (WorldOutcome) -> Double
  ) -> Band {
    let count = Double(outcomes.count)
    let mean = outcomes.reduce(0) { $0 + share($1) } / count
    let variance = outcomes.reduce(0) {
      $0 + share($1) * (1 - share($1)) / Double($1.help.schools)
    }
    return Band(
      title, limit, isMost: false,
      [
        Band.Share(
          "\(outcomes.count) worlds", mean, standardError: variance.squareRoot() / count)
      ])
  }

  /// Claims by number of pupils, of tests, and by how pupils were chosen.
  private static func claims(_ outcomes: [WorldOutcome]) -> String {
    var table = MarkdownTable([
      "worlds", "0: better", "better or likely", "no-gain", "worse", "0.4: better",
      "better or likely", "no-gain", "worse",
    ])
    func add(_ name: String, _ holds: (World) -> Bool) {
      let chosen = outcomes.filter { holds($0.world) }
      func mean(_ share: (WorldOutcome) -> Double) -> String {
        percent(chosen.reduce(0) { $0 + share($1) } / Double(chosen.count))
      }
      table.add([
        name, mean { $0.nothing.share(.better) },
        mean { $0.nothing.share(.better, .likelyBetter) }, mean { $0.nothing.share(.noGain) },
        mean { $0.nothing.share(.worse) }, mean { $0.help.share(.better) },
        mean { $0.help.share(.better, .likelyBetter) }, mean { $0.help.share(.noGain) },
        mean { $0.help.share(.worse) },
      ])
    }
    for pupils in [6, 10, 20] { add("\(pupils) pupils") { $0.supported == pupils } }
    for earlier in 0...2 { add("\(earlier) earlier tests") { $0.earlierTests == earlier } }
    for way in Way.allCases where outcomes.contains(where: { $0.world.way == way }) {
      add(way.title) { $0.way == way }
    }
    add("all \(outcomes.count)") { _ in true }
    return table.text
  }
}

/// The rarer worlds, which have no bands.
enum HardWorlds {
  /// Prints their table, and what is said where the school says how pupils were chosen.
  static func table(_ schools: Int) async {
    print("## Harder worlds\n\n\(schools) schools of each kind and effect; there are no bands.\n")
    var table = MarkdownTable(
      ["world", "chosen by", "earlier tests", "pupils"] + WorldOutcome.headings)
    for (kind, hard) in World.hard.enumerated() {
      let world = hard.world
      let outcome = await WorldOutcome(world, schools: schools, kind: 1000 + kind)
      table.add(
        [hard.name, world.way.title, "\(world.earlierTests)", "\(world.supported)"]
          + outcome.cells)
    }
    print(table.text)
    print("## Where the school says how pupils were chosen\n\n10 pupils; there are no bands.\n")
    var said = MarkdownTable(["chosen by", "chosen_by", "earlier tests"] + WorldOutcome.headings)
    for (number, world) in World.main.enumerated() where world.supported == 10 {
      for chosenBy in [ChosenBy.scores, .need] {
        var files = MadeUpSchool.Files()
        files.chosenBy = chosenBy
        let outcome = await WorldOutcome(world, files: files, schools: schools, kind: number)
        said.add(
          [world.way.title, chosenBy.rawValue, "\(world.earlierTests)"] + outcome.cells)
      }
    }
    print(said.text)
  }
}
