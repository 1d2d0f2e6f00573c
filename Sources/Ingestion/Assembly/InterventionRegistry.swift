import ProvisionModel

/// The interventions of the provision maps under one numbering. A name that school.yml calls the
/// `same_as` another is that other.
struct InterventionRegistry {
  /// The interventions, in the order in which they were added.
  private(set) var interventions: [Intervention] = []

  /// Names that are reported under another that differs in what does not matter.
  var variants = NameVariants()

  private let settings: NamedSettings<InterventionSettings>
  private var numbers: [String: Int] = [:]

  /// A registry without interventions.
  init(settings: [InterventionSettings]) {
    self.settings = NamedSettings(settings) { [$0.name] }
  }

  /// The number of an intervention; a new one is added, with its measures.
  mutating func number(of name: String, measures: inout MeasureRegistry) -> Int {
    let canonical = settings[name]?.sameAs ?? settings[name]?.name ?? name
    let key = NameKey.key(canonical)
    if let number = numbers[key] {
      if settings[name]?.sameAs == nil { variants.add(name, as: interventions[number].name) }
      return number
    }
    let entry = settings[canonical]
    var intervention = Intervention(name: canonical)
    intervention.measures = MeasureRegistry.distinct(
      (entry?.measures ?? []).map { measures.number(of: $0) })
    intervention.evidenceBase = entry?.evidenceBase ?? ""
    intervention.chosenBy = entry?.chosenBy
    intervention.isUniversal = entry?.universal ?? false
    numbers[key] = interventions.count
    interventions.append(intervention)
    return interventions.count - 1
  }

  /// The number of an intervention that the provision maps name, by that or an older name, without
  /// regard to case, spaces and punctuation.
  func number(ofKnown name: String) -> Int? {
    let canonical = settings[name]?.sameAs ?? name
    let key = PlainName.key(canonical)
    return numbers[NameKey.key(canonical)]
      ?? interventions.firstIndex { PlainName.key($0.name) == key }
  }

  /// The names, for suggestions.
  var names: [String] {
    interventions.map(\.name)
  }
}
