extension World {
  /// The 57 worlds for which METHOD §11 has bands.
  package static let main: [World] = [6, 10, 20].flatMap { supported in
    [0, 1, 2].flatMap { earlier in
      [Way.score, .need, .otherTest, .otherSubject, .mix, .last, .mean].filter { way in
        earlier > 0 || (way != .last && way != .mean)
      }.map { way in
        World {
          $0.supported = supported
          $0.earlierTests = earlier
          $0.way = way
        }
      }
    }
  }

  /// 152 rarer ones: shocks, uneven errors, floors, fan spread, own growth, drift, small and large
  /// schools.
  package static let hard: [(name: String, world: World)] =
    rare.flatMap { name, change in
      [0, 2].flatMap { earlier in
        [Way.score, .need].map { way in
          var world = World(change)
          world.earlierTests = earlier
          world.way = way
          return (name, world)
        }
      }
    }
    + [10, 20].flatMap { supported in
      [1, 2, 4].flatMap { earlier in
        [Way.score, .need, .last, .lastNeed, .mean, .meanNeed, .dip, .all].map { way in
          (
            "drift",
            World {
              $0.supported = supported
              $0.earlierTests = earlier
              $0.way = way
              $0.drift = 0.1
            }
          )
        }
      }
    }

  private typealias Change = (name: String, change: (inout World) -> Void)

  private static var rare: [Change] {
    [
      ("group shock 0.1", { $0.groupShock = 0.1 }),
      ("group shock 0.2", { $0.groupShock = 0.2 }),
      ("group shock 0.1", { ($0.groupShock, $0.supported) = (0.1, 20) }),
      ("group shock 0.2", { ($0.groupShock, $0.supported) = (0.2, 20) }),
      ("errors larger below 0.15", { $0.noiseSlope = 0.15 }),
      ("errors larger below 0.3", { $0.noiseSlope = 0.3 }),
      ("errors larger below 0.3", { ($0.noiseSlope, $0.supported) = (0.3, 20) }),
      ("errors smaller below 0.2", { $0.noiseSlope = -0.2 }),
      ("effects differ by 0.2", { $0.effectSpread = 0.2 }),
      ("floor at -1.5 SD", { $0.floor = -1.5 }),
      ("floor at -1 SD", { $0.floor = -1 }),
      ("210 pupils", { $0.pupils = 210 }),
      ("210 pupils, 2 cohorts supported", { ($0.pupils, $0.supportedCohorts) = (210, 2) }),
      ("1,000 pupils", { ($0.pupils, $0.supported) = (1000, 20) }),
      ("2 cohorts supported", { $0.supportedCohorts = 2 }),
      ("reliability 0.7", { $0.reliability = 0.7 }),
      ("reliability 0.9", { $0.reliability = 0.9 }),
      ("reliability 0.9", { ($0.reliability, $0.supported) = (0.9, 20) }),
      ("only the lowest", { ($0.cut, $0.others) = (-1.2, 10) }),
      ("80 with other support", { $0.others = 80 }),
      ("fan spread 0.04", { $0.fan = 0.04 }),
      ("fan spread 0.08", { $0.fan = 0.08 }),
      ("own growth 0.1", { $0.ownGrowth = 0.1 }),
      ("own growth 0.2", { $0.ownGrowth = 0.2 }),
      (
        "one cohort of 60",
        {
          ($0.pupils, $0.cohorts, $0.supportedCohorts) = (60, 1, 1)
          ($0.others, $0.supported) = (5, 6)
        }
      ),
      (
        "4 cohorts of 30",
        {
          ($0.pupils, $0.cohorts, $0.supportedCohorts) = (120, 4, 4)
          ($0.others, $0.supported) = (10, 6)
        }
      ),
    ]
  }
}
