/// The settings file of made-up schools.
struct ConfigurationExport {
  /// What was asked for.
  let plan: SimulationPlan

  /// The text of school.yml.
  var text: String {
    ([introduction] + [measures, interventions]).joined(separator: "\n")
  }

  private var introduction: String {
    let several = "# The files name the school of each row."
    return """
      # Settings of a made-up school: every pupil, TA and score here is invented by
      # `impact simulate`. What the interventions truly do is in true-effects.csv.

      \(plan.schools > 1 ? several : "school: \(quoted(SchoolExport.soleName))")

      # Each term begins on this month and day and lasts until the next begins.
      terms:
        autumn: "09-01"
        spring: "01-01"
        summer: "04-16"

      """
  }

  private var measures: String {
    "# The tests of the tracking file. `sd` is the spread of scores within a year group.\nmeasures:\n"
      + MeasurePlan.catalogue.map(text(of:)).joined()
  }

  private func text(of measure: MeasurePlan) -> String {
    var lines = ["  \(quoted(measure.name)):"]
    switch measure.scale {
    case .age:
      lines.append("    kind: age  # years:months, e.g. 7:06")
      lines.append("    retest_r: \(decimals(measure.reliability))")
    case .standardised(let mean):
      lines.append("    kind: standardised")
      lines.append("    mean: \(decimals(mean))")
      lines.append("    sd: \(decimals(measure.sd))")
    case .points(_, let perYear):
      lines.append("    kind: points")
      lines.append("    sd: \(decimals(measure.sd))")
      if perYear > 0 {
        lines.append("    expected_per_year: \(decimals(perYear))")
      }
    case .ordinal(let codes, _):
      lines.append("    kind: ordinal")
      lines.append("    codes: [\(codes.joined(separator: ", "))]  # from low to high")
    }
    if case .ordinal = measure.scale {
    } else if measure.scale != .age {
      lines.append("    minimum: \(measure.range.lowerBound)")
      lines.append("    maximum: \(measure.range.upperBound)")
    }
    if measure.lowerIsBetter { lines.append("    lower_is_better: true") }
    if !measure.attainment { lines.append("    attainment: false  # no months of progress") }
    if !measure.aliases.isEmpty {
      lines.append("    aliases: [\(measure.aliases.map(quoted).joined(separator: ", "))]")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var interventions: String {
    let heading =
      "# What each intervention is about, and what is known of the programme.\ninterventions:\n"
    return heading + InterventionPlan.catalogue.map(text(of:)).joined()
  }

  private func text(of intervention: InterventionPlan) -> String {
    var lines = ["  \(quoted(intervention.name)):"]
    if let measure = intervention.measure {
      lines.append("    measures: [\(quoted(measure))]")
    }
    lines.append("    evidence_base: \(quoted(intervention.evidence))")
    if intervention.isUniversal {
      lines.append("    universal: true  # for the whole class: listed, not evaluated")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func quoted(_ text: String) -> String {
    "\"\(text)\""
  }

  /// A number with at most two decimals and no idle zeros.
  private func decimals(_ value: Double) -> String {
    var text = fixed(thousandths: Int((value * 1000).rounded()), decimals: 2)
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }
}
