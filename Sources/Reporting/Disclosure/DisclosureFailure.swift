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

extension Report {
  /// Works out what the governors' tables allow a reader to find out.
  ///
  /// - Throws: `DisclosureFailure` where that is a number of pupils that may not be known.
  package func checkDisclosure() throws(DisclosureFailure) {
    let leaks = DisclosureAudit.leaks(self, minimum: rules.minimumPupils)
    guard leaks.isEmpty else { throw DisclosureFailure(leaks: leaks) }
  }
}
