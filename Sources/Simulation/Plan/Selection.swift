/// How pupils are chosen for an intervention, which decides the fair comparison (METHOD §5).
package enum Selection: String, Sendable, CaseIterable {
  /// A low score on the very test on which the intervention is evaluated.
  case score
  /// A low true level, as teachers know it.
  case need
  /// A low score on an independent second test, as good as the first, that is not exported.
  case otherTest = "other-test"
}

/// Which selection the interventions of made-up schools use.
package enum SelectionPlan: Sendable, Equatable {
  /// Each intervention has its own.
  case mixed
  /// All have this one.
  case everywhere(Selection)

  /// The plan of its name on the command line: `mixed` or the name of a selection.
  package init?(name: String) {
    if name == "mixed" {
      self = .mixed
    } else if let selection = Selection(rawValue: name) {
      self = .everywhere(selection)
    } else {
      return nil
    }
  }

  /// All names that the command line takes.
  package static let names = Selection.allCases.map(\.rawValue) + ["mixed"]
}
