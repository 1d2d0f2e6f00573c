import ProvisionModel

/// The measures of all files under one numbering. Names that school.yml gives to one measure are
/// one measure.
struct MeasureRegistry {
  /// Names as the files write them, in the order in which they were added.
  private(set) var names: [String] = []
  /// What the score cells of each measure look like.
  var tallies: [MeasureTally] = []

  /// Names that are reported under another that differs in what does not matter.
  var variants = NameVariants()

  private let settings: NamedSettings<MeasureSettings>
  private var numbers: [String: Int] = [:]

  /// A registry without measures.
  init(settings: [MeasureSettings]) {
    self.settings = NamedSettings(settings) { [$0.name] + $0.aliases }
  }

  /// Whether school.yml names a measure.
  func isNamed(_ name: String) -> Bool {
    settings[name] != nil
  }

  /// The number of a measure; a new one is added.
  mutating func number(of name: String) -> Int {
    let canonical = settings[name]?.name ?? name
    let key = NameKey.key(canonical)
    if let number = numbers[key] {
      if settings[name] == nil { variants.add(name, as: names[number]) }
      return number
    }
    numbers[key] = names.count
    names.append(canonical)
    tallies.append(MeasureTally())
    return names.count - 1
  }

  /// Numbers in their order, each of them once: two names may be aliases of one measure.
  static func distinct(_ numbers: [Int]) -> [Int] {
    if numbers.count < 2 { return numbers }
    var known: Set<Int> = []
    return numbers.filter { known.insert($0).inserted }
  }

  /// The names of the measures that the files have scores on.
  var namesWithScores: [String] {
    zip(names, tallies).filter { $1.numbers + $1.ages + $1.textCells > 0 }.map(\.0)
  }

  /// The measures, each with its kind and its settings.
  var measures: [Measure] {
    names.indices.map {
      MeasureRecognition.measure(
        name: names[$0], tally: tallies[$0], settings: settings[names[$0]])
    }
  }
}
