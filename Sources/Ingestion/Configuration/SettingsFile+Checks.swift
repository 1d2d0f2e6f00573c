import ProvisionModel

extension SettingsFile {
  /// Refuses settings that contradict each other.
  static func check(_ settings: Settings, _ log: SettingsLog) {
    for measure in settings.measures {
      if let minimum = measure.minimum, let maximum = measure.maximum, minimum > maximum {
        log.add(
          nil, value: measure.name, message: "minimum of measures.\(measure.name) is over maximum",
          hint: "exchange the two")
      }
      let codes = measure.codes ?? []
      if Set(codes.map { $0.uppercased() }).count < codes.count {
        log.add(
          nil, value: measure.name, message: "a code of measures.\(measure.name) stands twice",
          hint: "list each code once, the lowest first")
      }
    }
    let others = settings.interventions.filter { $0.sameAs != nil }
    for intervention in others {
      let target = PlainName.key(intervention.sameAs ?? "")
      guard others.contains(where: { PlainName.key($0.name) == target }) else { continue }
      log.add(
        nil, value: intervention.name,
        message: "interventions.\(intervention.name) is same_as \"\(intervention.sameAs ?? "")\", "
          + "which is itself same_as another",
        hint: "let every older name point to the name that is to be reported")
    }
  }
}
