package import Diagnostics

/// A governors' pack that would tell of few pupils, and is not written.
package struct DisclosureFailure: Error {
  /// What it would tell.
  package let findings: [Finding]

  /// A failure about what a pack would tell, a line each; the first of them are named.
  init(leaks: [String]) {
    findings = leaks.prefix(5).map { leak in
      Finding(
        .output, file: "governors/", message: "would tell of few pupils: \(leak)",
        hint:
          "this is a fault of impact, please report it; --audience senco writes the SENCo's pack "
          + "alone")
    }
  }
}
