import Calibration
import ProvisionModel
import TestSupport
import Testing

@Suite struct MadeUpSchoolTests {
  @Test("a made-up school has the pupils of METHOD")
  func hasThePupilsOfMETHOD() {
    let school = MadeUpSchool(World(), seed: 1)
    #expect(school.scores.map(\.count) == [420, 420, 420, 420])
    #expect((0..<7).allSatisfy { cohort in school.cohort.count { $0 == cohort } == 60 })
    #expect(school.supported.count == 10)
    #expect(school.courses.count { !$0.isJudged } == 40)
    #expect(Set(school.courses.map(\.pupil)).count == 50)
  }

  @Test("there are the worlds of METHOD")
  func worldsOfMETHOD() {
    #expect(World.main.count == 57 && Set(World.main).count == 57)
    #expect(World.hard.count == 152 && Set(World.hard.map(\.world)).count == 152)
  }

  @Test("tests have the reliability of the world")
  func testsHaveTheReliabilityOfTheWorld() {
    let school = MadeUpSchool(World { ($0.pupils, $0.cohortShock) = (8400, 0) }, seed: 2)
    #expect(abs(correlation(school.scores[0], school.scores[1]) - 0.8) < 0.02)
    // Levels in the other subject go with 0.8 of these, so that scores do with 0.8 · 0.8.
    #expect(abs(correlation(school.scores[2], school.otherScores[2]) - 0.64) < 0.02)
    let scores = school.scores[2]
    let middle = mean(scores)
    let variance = mean(scores.map { ($0 - middle) * ($0 - middle) })
    #expect(abs(middle) < 0.05)
    #expect(abs(variance - 1) < 0.05)
  }

  @Test("levels that drift resemble later ones less")
  func driftingLevels() {
    let world = World { ($0.pupils, $0.cohortShock, $0.drift) = (8400, 0, 0.1) }
    let levels = MadeUpSchool(world, seed: 2).trueLevels
    #expect(abs(correlation(levels[0], levels[1]) - 0.9.squareRoot()) < 0.01)
    #expect(abs(correlation(levels[0], levels[2]) - 0.9) < 0.01)
  }

  @Test(
    "the pupils are low on what they are chosen by",
    arguments: [Way.score, .need, .last, .otherSubject])
  func lowOnTheCriterion(way: Way) {
    let school = MadeUpSchool(
      World { ($0.way, $0.supported, $0.cohortShock) = (way, 50, 0) }, seed: 3)
    let start = school.firstStart
    let criterion =
      switch way {
      case .need: school.trueLevels[start]
      case .last: school.scores[start - 1]
      case .otherSubject: school.otherScores[start]
      default: school.scores[start]
      }
    // The cohorts' means differ from 0 by chance, 0.13 SD as a standard error.
    #expect(school.supported.allSatisfy { criterion[$0] < -0.1 })
    #expect(abs(mean(school.supported.map { criterion[$0] }) + 1.2) < 0.2)
    if way != .score {
      #expect(school.supported.contains { school.scores[start][$0] > -0.5 })
    }
  }

  @Test(
    "mean growth is the effect unless chosen by score",
    arguments: [(Way.need, 0.0), (.otherTest, 0.0), (.need, 0.4)])
  func meanGrowthIsTheEffectUnlessChosenByScore(way: Way, effect: Double) {
    // A gain has an SD of √(2·0.2) = 0.63, so the mean of 1,600 one of 0.016.
    #expect(abs(meanGrowth(way, effect: effect) - effect) < 0.05)
  }

  @Test("mean growth is the chance rise when chosen by score")
  func meanGrowthIsTheChanceRiseWhenChosenByScore() {
    // Normal scores under −2/3 have the mean −φ(2/3)/Φ(−2/3) = −0.3194/0.2525 = −1.265, of which a
    // fifth comes back: 0.253; the others lose a little by the same rule.
    #expect(abs(meanGrowth(.score, effect: 0) - 0.266) < 0.05)
  }

  /// The mean gain of 20 supported over that of all others in 80 schools [SD].
  private func meanGrowth(_ way: Way, effect: Double) -> Double {
    let world = World { ($0.way, $0.supported) = (way, 20) }
    return mean(
      (0..<80).map { seed in
        let school = MadeUpSchool(world, effect: effect, seed: UInt64(seed))
        let gains = zip(school.scores[school.firstStart + 1], school.scores[school.firstStart])
          .map { $0 - $1 }
        let supported = Set(school.supported)
        let others = gains.indices.filter { !supported.contains($0) }
        return mean(supported.sorted().map { gains[$0] }) - mean(others.map { gains[$0] })
      })
  }

  @Test("the same seed gives the same pupils, whatever the effect")
  func sameSeedSamePupils() {
    let (nothing, help) = (
      MadeUpSchool(World(), seed: 4), MadeUpSchool(World(), effect: 0.4, seed: 4)
    )
    #expect(nothing.courses == help.courses)
    let end = nothing.firstStart + 1
    #expect(nothing.scores[..<end] == help.scores[..<end])
    for pupil in nothing.cohort.indices {
      let gained = help.scores[end][pupil] - nothing.scores[end][pupil]
      #expect(abs(gained - (nothing.supported.contains(pupil) ? 0.4 : 0)) < 1e-12)
    }
    #expect(nothing.trueEffect == 0 && abs(help.trueEffect - 0.4) < 1e-12)
  }

  @Test("a floor takes a part of what lies under it")
  func floor() {
    let school = MadeUpSchool(
      World { ($0.floor, $0.cut, $0.way) = (-1, -1.2, .need) }, effect: 0.4, seed: 5)
    #expect(school.scores.joined().contains { $0 < -1.5 })
    #expect(school.scores.joined().allSatisfy { school.mark($0) >= 85 })
    #expect(school.trueEffect < 0.39)
  }

  @Test("in several terms pupils are chosen by the tests of each, and keep what they gained")
  func severalTerms() {
    let world = World { ($0.supported, $0.others) = (8, 20) }
    let school = MadeUpSchool(world, effect: 5, terms: 4, seed: 6)
    #expect(school.scores.count == 7)
    #expect(
      school.courses.filter(\.isJudged).map(\.start)
        == (2...5).flatMap { Array(repeating: $0, count: 8) })
    let first = school.courses.prefix(8).map(\.pupil)
    #expect(first.allSatisfy { pupil in (3...6).allSatisfy { school.scores[$0][pupil] > 2 } })
    #expect(Set(school.supported).count == 32)
  }

  @Test("its files hold tests a term apart and support between two of them")
  func files() throws {
    var files = MadeUpSchool.Files()
    files.rowsOfACourse = 2
    files.bothSubjects = true
    let school = MadeUpSchool(World(), seed: 7)
    let data = school.data(files)
    let days = data.assessments.rows(ofPupil: 0, measure: 0).map { data.assessments.day[$0] }
    let terms = days.map {
      data.settings.terms.term(containing: Day(number: $0)).id
    }
    #expect(terms == ["2024-25-spring", "2024-25-summer", "2025-26-autumn", "2025-26-spring"])
    #expect(data.assessments.rows(ofPupil: 0, measure: 1).count == 4)
    #expect(school.data().assessments.rows(ofPupil: 0, measure: 1).count == 3)
    #expect(data.provision.count == 100)
    let (first, second) = (data.provision[0], data.provision[1])
    #expect(first.pupil == second.pupil && first.start > Day(number: days[2]))
    #expect(try #require(first.end).advanced(by: 1) == second.start)
    #expect(try #require(second.end).number == days[3] + 4)
  }
}
