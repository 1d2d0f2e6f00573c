import Diagnostics
import ProvisionModel

/// Names of one thing that differ in what does not matter, so that they are taken as one.
struct NameVariants {
  /// A name and the one under which it is reported.
  struct Variant {
    var name: String
    var reported: String
    var file: String
  }

  /// The file whose names are being added.
  var file = ""

  /// The names in the order in which they were met.
  private(set) var variants: [Variant] = []

  private var known: Set<String> = []

  /// Takes note of a name that is reported under another.
  mutating func add(_ name: String, as reported: String) {
    guard name != reported, known.insert(name).inserted else { return }
    variants.append(Variant(name: name, reported: reported, file: file))
  }

  /// One finding for each name.
  func findings(of thing: String) -> [Finding] {
    variants.map { variant in
      Finding(
        .mergedNames, file: variant.file, value: variant.name,
        message: Self.message(of: thing, variant.name, as: variant.reported))
    }
  }

  /// Says that a name is reported under another.
  static func message(of thing: String, _ name: String, as reported: String) -> String {
    "the \(thing) \"\(name)\" is taken to be \"\(reported)\""
  }
}
