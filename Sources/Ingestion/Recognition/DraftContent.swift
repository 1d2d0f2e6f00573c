import ProvisionModel

/// The measures and interventions of a school's exports as lines of a school.yml.
struct DraftContent {
  private let data: SchoolData

  /// The lines for what was read.
  init(_ data: SchoolData) {
    self.data = data
  }

  /// Measures with what was recognised of them, then interventions.
  var lines: [String] {
    measures + [""] + interventions
  }

  private var measures: [String] {
    var lines = [
      "# The measures of the tracking files. `kind` is age, standardised, points or ordinal. Other",
      "# names of the same measure go under aliases: [\"…\"].",
      "measures:",
    ]
    let aliases = packedTypes
    for measure in data.measures {
      let alias = aliases[measure.name]
      lines.append("  \(SettingsDraft.quoted(alias ?? measure.name)):")
      if alias != nil {
        lines.append(
          "    aliases: [\(SettingsDraft.quoted(measure.name))]  # \(SettingsDraft.mark): the type "
            + "has one subject only")
      }
      lines.append("    kind: \(measure.kind.rawValue)  # \(SettingsDraft.mark)")
      switch measure.kind {
      case .ordinal:
        let codes = measure.codes.map(SettingsDraft.quoted).joined(separator: ", ")
        lines.append("    codes: [\(codes)]  # \(SettingsDraft.mark): from low to high")
      case .points:
        lines.append("    #expected_per_year: 6  # the ordinary gain in a year, if it is known")
      case .age, .standardised: break
      }
      if measure.lowerIsBetter {
        lines.append("    lower_is_better: true  # \(SettingsDraft.mark)")
      }
      if !measure.attainment { lines.append("    attainment: false  # \(SettingsDraft.mark)") }
    }
    return lines
  }

  private var interventions: [String] {
    let names = data.measures.map { SettingsDraft.quoted(packedTypes[$0.name] ?? $0.name) }
    return [
      "# What each intervention is about. One without measures is evaluated on every measure that",
      "# its pupils have. The measures are \(names.joined(separator: ", ")).",
      "interventions:",
    ]
      + data.interventions.map { intervention in
        "  #\(SettingsDraft.quoted(intervention.name)): {measures: [\(names.first ?? "")]}"
      }
  }

  /// Measures of packed headings, `Type$Term$Year$Subject`, whose type has one subject only, so that
  /// the type alone can name them.
  private var packedTypes: [String: String] {
    var measuresOfType: [String: Set<String>] = [:]
    for column in data.inputs.flatMap(\.scoreColumns) {
      let parts = column.heading.split(separator: "$")
      guard parts.count == 4, let type = parts.first else { continue }
      measuresOfType[String(type), default: []].insert(column.measure)
    }
    var types: [String: String] = [:]
    for (type, measures) in measuresOfType {
      if measures.count == 1, let measure = measures.first { types[measure] = type }
    }
    return types
  }
}
