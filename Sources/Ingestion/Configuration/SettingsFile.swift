package import Diagnostics
package import ProvisionModel
import Yams

/// What school.yml says.
package struct SettingsReading: Sendable {
  /// The settings in force.
  package var settings: Settings
  /// What deserves a look, in the order of the file; no errors.
  package var findings: [Finding]
}

/// Reads school.yml. Every key has a default, unknown keys are refused, and everything that is
/// wrong is told at once.
package enum SettingsFile {
  /// The settings of a file, with what deserves a look.
  ///
  /// - Parameters:
  ///   - path: The file's path.
  ///   - name: What the findings call it.
  /// - Throws: `UnusableInput`, `missing` when the file cannot be read and `settings` when it is
  ///   wrong.
  package static func read(path: String, name: String) throws(UnusableInput) -> SettingsReading {
    let yaml: String
    do {
      yaml = try TextFile.text(path: path)
    } catch {
      let reason = (error as? FileBytes.Failure)?.reason ?? "it cannot be read"
      throw UnusableInput(.missing, Finding(.unreadable, file: name, message: reason))
    }
    return try reading(yaml: yaml, name: name)
  }

  /// The settings of a YAML text, without what deserves a look.
  ///
  /// - Throws: `UnusableInput` (settings).
  package static func settings(yaml: String, name: String) throws(UnusableInput) -> Settings {
    try reading(yaml: yaml, name: name).settings
  }

  /// The settings of a YAML text, with what deserves a look.
  ///
  /// - Throws: `UnusableInput` (settings).
  package static func reading(
    yaml: String, name: String
  ) throws(UnusableInput) -> SettingsReading {
    let log = SettingsLog(file: name)
    var settings = Settings()
    if let root = try compose(yaml, log) {
      var section = SettingsSection(root, path: "", log: log)
      settings = read(&section, log)
      section.finish()
    }
    let findings = log.inOrder
    guard findings.allSatisfy({ $0.severity != .error }) else {
      throw UnusableInput(.settings, findings: findings)
    }
    return SettingsReading(settings: settings, findings: findings)
  }

  private static func compose(_ yaml: String, _ log: SettingsLog) throws(UnusableInput) -> Node? {
    guard aliases(in: yaml) <= mostAliases else {
      log.add(
        nil, message: "it repeats parts by * more than \(mostAliases) times",
        hint: "write the values out where they belong")
      throw UnusableInput(.settings, findings: log.findings)
    }
    // Windows editors put a byte order mark in front.
    let hasByteOrderMark = yaml.unicodeScalars.first == "\u{FEFF}"
    do {
      return try Yams.compose(
        yaml: hasByteOrderMark ? String(yaml.unicodeScalars.dropFirst()) : yaml)
    } catch let error as YamlError {
      log.add(error.place, message: error.problem, hint: error.remedy)
    } catch {
      log.add(nil, message: "\(error)")
    }
    throw UnusableInput(.settings, findings: log.findings)
  }

  /// A few lines of aliases of aliases stand for millions of values, and Yams looks at each.
  private static let mostAliases = 30

  /// How often the text may repeat a part of itself, as in `*name`.
  private static func aliases(in yaml: String) -> Int {
    var count = 0
    var previous: UInt8 = 0x0A
    for byte in yaml.utf8 {
      let isName = byte > 0x20 && ![0x2A, 0x2C, 0x5D, 0x7D].contains(byte)
      if previous == 0x2A, isName { count += 1 }
      // An alias stands at the beginning of a value.
      let isBegin = byte == 0x2A && (previous <= 0x20 || [0x2C, 0x5B, 0x7B].contains(previous))
      previous = byte == 0x2A && !isBegin ? 0x2B : byte
    }
    return count
  }

  private static func read(_ root: inout SettingsSection, _ log: SettingsLog) -> Settings {
    var settings = Settings()
    settings.school = root.text("school")
    if settings.school?.isEmpty == true {
      log.add(
        nil, message: "school is empty", hint: "write the school's name, or leave the key out")
    }
    if let terms = root.section("terms") {
      settings.terms = SettingsFile.terms(terms, log)
    }
    settings.measures = (root.section("measures")?.named ?? []).map { entry in
      measure(SettingsSection(entry.value, path: "measures.\(entry.name)", log: log), entry.name)
    }
    settings.interventions = (root.section("interventions")?.named ?? []).map { entry in
      intervention(
        SettingsSection(entry.value, path: "interventions.\(entry.name)", log: log), entry.name)
    }
    check(settings, log)
    if var section = root.section("linking") { linking(&section, &settings.linking) }
    if var section = root.section("columns") { settings.columns = columns(&section) }
    if var section = root.section("layout") {
      settings.layout = layout(&section, settings.terms, log)
    }
    if var section = root.section("disclosure") {
      settings.disclosure = disclosure(&section, log)
    }
    if var section = root.section("evidence") { evidence(&section, &settings.evidence, log) }
    if var section = root.section("thresholds") { thresholds(&section, &settings.thresholds) }
    if let rules = recommendations(&root, log) { settings.recommendations = rules }
    return settings
  }
}

extension YamlError {
  /// Where the file is not YAML.
  fileprivate var place: Mark? {
    switch self {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      mark
    case .duplicatedKeysInMapping(_, let context):
      context.mark
    default:
      nil
    }
  }

  /// Why it is not.
  fileprivate var problem: String {
    switch self {
    case .scanner(let context, let problem, _, _), .parser(let context, let problem, _, _),
      .composer(let context, let problem, _, _):
      "not YAML: \(problem)" + (context.map { " \($0.text) from line \($0.mark.line)" } ?? "")
    case .reader(let problem, _, _, _):
      "not YAML: \(problem)"
    case .duplicatedKeysInMapping(let duplicates, _):
      "of the keys that begin here, \(duplicates.map { "\"\($0)\"" }.joined(separator: ", ")) "
        + "stands twice"
    default:
      "not YAML"
    }
  }

  /// What can be done about it.
  fileprivate var remedy: String {
    if case .duplicatedKeysInMapping = self { return "keep one of the two" }
    return "look here and on the lines before for a quote or bracket that is not closed, a colon "
      + "too many or too few, or a line that is not indented as its neighbours are (with spaces)"
  }
}
