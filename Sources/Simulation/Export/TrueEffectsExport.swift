/// Writes the known answer: what each intervention truly does.
struct TrueEffectsExport {
  /// What was asked for.
  let plan: SimulationPlan

  /// Writes the header and the rows; universal provision has no effect to find.
  func write(to stream: ExportStream) throws {
    try stream.row(["intervention", "measure", "true_effect_sd", "chosen_by"])
    for intervention in InterventionPlan.catalogue {
      guard let measure = intervention.measure else { continue }
      let thousandths = Int((plan.effect(of: intervention) * 1000).rounded())
      try stream.row([
        intervention.name, measure, fixed(thousandths: thousandths, decimals: 3),
        plan.selection(of: intervention).rawValue,
      ])
    }
  }
}
