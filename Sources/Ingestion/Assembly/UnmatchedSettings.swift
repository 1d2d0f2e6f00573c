import Diagnostics
import ProvisionModel

/// Names in school.yml that no file has: a slip of the keyboard where the files have a name much
/// like it, else perhaps a test or an intervention of another term.
struct UnmatchedSettings {
  /// What was found.
  private(set) var findings: [Finding] = []

  /// - Parameters:
  ///   - measures: The names of the measures that the files have scores on.
  ///   - interventions: The names of the interventions of the provision maps, as the rows write
  ///     them.
  init(settings: Settings, measures: [String], interventions: [String]) {
    for measure in settings.measures {
      add("measure", measure.name, also: measure.aliases, known: measures)
    }
    for intervention in settings.interventions {
      let names = interventions + settings.interventions.compactMap(\.sameAs)
      add("intervention", intervention.name, also: [], known: names)
      for measure in intervention.measures {
        let aliases = settings.measures.first {
          ([$0.name] + $0.aliases).contains { PlainName.key($0) == PlainName.key(measure) }
        }
        add(
          "measure", measure, also: aliases.map { [$0.name] + $0.aliases } ?? [],
          known: measures)
      }
    }
  }

  private mutating func add(
    _ thing: String, _ name: String, also aliases: [String], known: [String]
  ) {
    let keys = Set(known.map(PlainName.key))
    guard !([name] + aliases).contains(where: { keys.contains(PlainName.key($0)) }) else { return }
    guard !findings.contains(where: { $0.value == name }) else { return }
    let nearest = Suggestion.nearest(to: name, among: known)
    findings.append(
      Finding(
        .setting, severity: nearest == nil ? .note : .warning, file: "school.yml", value: name,
        message: "no file has the \(thing) \"\(name)\"",
        hint: nearest.map { "is \"\($0)\" meant?" }
          ?? "nothing to do, if it is one of other terms"))
  }
}
