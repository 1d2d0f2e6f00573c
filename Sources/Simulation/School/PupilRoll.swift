import ProvisionModel

/// The pupils of a made-up school, and their true levels at the start.
package struct PupilRoll: Sendable {
  /// The pupils in order of admission: the oldest first.
  package var pupils: [MadeUpPupil] = []
  /// Their true levels [SD of true levels], pupil by pupil, a level for each of `Domain`.
  package var levels: [Double] = []

  /// The share of pupils with SEN support but no plan.
  package static let supportShare = 0.14
  /// The share of pupils with a plan.
  package static let planShare = 0.045
  /// How much of the variance of a level is common to all domains.
  private static let commonShare = 0.55

  /// A roll of `count` pupils in seven year groups, numbered from `firstNumber` on.
  ///
  /// - Parameter known: The term of the last year up to which another school has the same pupils:
  ///   who joins and leaves does so by then. The last one, unless it is given.
  package init(
    count: Int,
    firstNumber: Int,
    calendar: SchoolCalendar,
    known: Int? = nil,
    using generator: inout SeededGenerator
  ) {
    pupils.reserveCapacity(count)
    levels.reserveCapacity(count * Domain.allCases.count)
    for year in (0...6).reversed() {
      // The remainder goes to the younger years.
      let size = count / 7 + (year < count % 7 ? 1 : 0)
      let classes = (size + 29) / 30
      for place in 0..<size {
        addPupil(
          number: firstNumber + pupils.count,
          year: year,
          classIndex: place * classes / size,
          calendar: calendar,
          known: known ?? calendar.last,
          using: &generator
        )
      }
    }
    assignNeeds(using: &generator)
  }

  /// The true level of a pupil in a domain at the start.
  package func level(of pupil: Int, in domain: Domain) -> Double {
    levels[pupil * Domain.allCases.count + domain.rawValue]
  }

  private mutating func addPupil(
    number: Int,
    year: Int,
    classIndex: Int,
    calendar: SchoolCalendar,
    known: Int,
    using generator: inout SeededGenerator
  ) {
    let isBoy = generator.chance(0.51)
    let (name, mayHaveOtherLanguage) = MadeUpName.draw(isBoy: isBoy, using: &generator)
    let last = calendar.terms[calendar.last]
    let birth = birth(year: year, startYear: last.startYear, using: &generator)
    // Reception children join in their autumn; the others have mostly been there since.
    let entryYear = last.startYear - year
    var joined = calendar.terms.firstIndex { $0.startYear >= entryYear } ?? calendar.last
    if generator.chance(0.04), joined < known {
      joined += 1 + generator.below(known - joined)
    }
    var left = calendar.last
    if generator.chance(0.012), known - 1 > joined {
      left = known - 1
    }
    pupils.append(
      MadeUpPupil(
        number: number,
        name: name,
        year: year,
        classIndex: classIndex,
        birth: birth,
        isBoy: isBoy,
        hasPremium: generator.chance(0.23),
        hasOtherLanguage: generator.chance(mayHaveOtherLanguage ? 0.6 : 0.03),
        isLookedAfter: generator.chance(0.009),
        joined: joined,
        left: left
      )
    )
    let common = generator.normal()
    for _ in Domain.allCases {
      levels.append(
        PupilRoll.commonShare.squareRoot() * common
          + (1 - PupilRoll.commonShare).squareRoot() * generator.normal()
      )
    }
  }

  /// A date of birth of the cohort that entered Reception `year` years before September of
  /// `startYear`: pupils turn 5 between that September and the following August.
  private func birth(year: Int, startYear: Int, using generator: inout SeededGenerator) -> Day {
    let born = startYear - year - 5
    let first = Day(year: born, month: 9, day: 1) ?? Day(number: 0)
    let next = Day(year: born + 1, month: 9, day: 1) ?? first
    return first.advanced(by: generator.below(first.days(to: next)))
  }

  /// Gives SEN status to the pupils with the lowest levels, as teachers see them, and each a need.
  private mutating func assignNeeds(using generator: inout SeededGenerator) {
    let concern = pupils.indices.map { index in
      let levels = Domain.allCases.map { level(of: index, in: $0) }
      let pupil = pupils[index]
      let mean = levels.reduce(0, +) / Double(levels.count)
      return -0.5 * (levels.min() ?? 0) - mean + 0.7 * generator.normal()
        + (pupil.isBoy ? 0.35 : 0) + (pupil.hasPremium ? 0.25 : 0) - (pupil.year == 0 ? 0.4 : 0)
    }
    let order = pupils.indices.sorted {
      (concern[$0], pupils[$1].number) > (concern[$1], pupils[$0].number)
    }
    let share = Double(pupils.count)
    let plans = Int((PupilRoll.planShare * share).rounded())
    let withNeed = Int(((PupilRoll.planShare + PupilRoll.supportShare) * share).rounded())
    for (rank, index) in order.prefix(withNeed).enumerated() {
      pupils[index].status = rank < plans ? .plan : .support
      let weights = Need.allCases.map { need in
        let low = need.domain.map { max(0, 1 - level(of: index, in: $0)) } ?? 1
        return need.share(withPlan: rank < plans) * low * low
      }
      pupils[index].need = Need.allCases[generator.index(weights: weights)]
    }
    for index in pupils.indices {
      let need = pupils[index].need
      let chosen = generator.chance(level(of: index, in: .wellbeing) < -0.5 ? 0.6 : 0.2)
      pupils[index].isWatched = chosen || need == .mentalHealth || need == .autism
      if pupils[index].isLookedAfter { pupils[index].hasPremium = true }
    }
  }
}
