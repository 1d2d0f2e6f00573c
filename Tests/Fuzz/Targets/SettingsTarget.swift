import Ingestion
import ProvisionModel

/// Reads a school.yml of any bytes.
package enum SettingsTarget {
  /// Reads an input.
  ///
  /// - Throws: `BrokenInvariant`. Settings that are refused are as good as others.
  package static func run(_ input: [UInt8]) throws {
    let yaml = String(decoding: input, as: UTF8.self)
    do {
      let settings = try SettingsFile.settings(yaml: yaml, name: "school.yml")
      try Invariants.check(settings)
    } catch let refusal as UnusableInput {
      try Invariants.check(refusal)
    }
  }
}
