import Diagnostics
import ProvisionModel

/// A school.yml that maps the exports of a folder, with its guesses marked for a person to check.
package struct SettingsDraft: Sendable {
  /// The word that marks a guess.
  package static let mark = "GUESS"

  private let folder: RecognisedFolder
  private let path: String
  private var academicYear: String?

  /// A draft for the exports of a folder.
  ///
  /// - Throws: `UnusableInput` (missing) when there is no such folder.
  package init(exports path: String) throws(UnusableInput) {
    self.path = path
    folder = try RecognisedFolder(path: path)
  }

  /// The files of the folder that are read with the draft.
  package var files: [String] {
    folder.files.filter { $0.kind != nil }.map(\.name)
  }

  /// The files of which nobody can tell what they hold.
  package var unknownFiles: [String] {
    folder.files.filter { $0.kind == nil }.map(\.name)
  }

  /// The text: layout and columns from the headings; then, where the exports can be read with them,
  /// measures and interventions from the rows.
  package func text() async -> String {
    var draft = self
    draft.academicYear = await lastAcademicYear()
    let mapping = draft.layout + draft.columns
    let data = await read(mapping)
    let content =
      data.map { DraftContent($0).lines } ?? [
        "# The exports cannot be read yet: mend what `impact check` tells, then measures and",
        "# interventions can be listed here. See Data/sample/school.yml of the program.",
      ]
    return (head + mapping + [""] + content).joined(separator: "\n") + "\n"
  }

  private func read(_ mapping: [String]) async -> SchoolData? {
    let yaml = mapping.joined(separator: "\n")
    guard let settings = try? SettingsFile.settings(yaml: yaml, name: "school.yml") else {
      return nil
    }
    return try? await SchoolReader(folder: path, given: settings).read().data
  }

  private var head: [String] {
    [
      "# Settings for these exports. Every line that says \(Self.mark) is for you to check: mend it",
      "# where it is wrong. Then `impact check` shows what is understood.",
      "",
      "# The school's name in the tables.",
      "#school: \"Name of the school\"",
      "",
    ]
  }

  private var layout: [String] {
    var lines: [String] = []
    for kind in InputKind.allCases {
      let files = folder.files(of: kind)
      var entries: [String] = []
      if files.contains(where: { !$0.isFoundByName }) {
        let names = files.map { Self.quoted($0.name) }.joined(separator: ", ")
        entries.append("    files: [\(names)]  # \(Self.mark): told by their headings")
      }
      if kind == .tracking { entries += trackingLayout(files) }
      if !entries.isEmpty { lines += ["  \(kind.rawValue):"] + entries }
    }
    return lines.isEmpty ? [] : ["# How the files are laid out.", "layout:"] + lines + [""]
  }

  private func trackingLayout(_ files: [RecognisedFile]) -> [String] {
    var lines: [String] = []
    if files.contains(where: \.lacksAcademicYear) {
      lines.append(
        academicYear.map {
          "    academic_year: \($0)  # \(Self.mark): that of the last date; the pupils are in "
            + "their year groups in it"
        } ?? "    #academic_year: 2025-26  # in which the pupils are in their year groups")
    }
    let several = files.filter { !Self.scoreHeadings($0).isEmpty }
    guard !several.isEmpty else { return lines }
    lines.append("    # Each of these columns is read as a measure of its own.")
    lines.append("    scores:")
    var seen: Set<String> = []
    for file in several {
      for heading in Self.scoreHeadings(file) where seen.insert(heading).inserted {
        let measure = file.hasMeasureColumn ? "{measure} \(heading)" : heading
        lines.append(
          "      - {heading: \(Self.quoted(heading)), measure: \(Self.quoted(measure))}"
            + "  # \(Self.mark)")
      }
    }
    return lines
  }

  /// The headings of a file that may each be of scores.
  private static func scoreHeadings(_ file: RecognisedFile) -> [String] {
    file.doubts.first { $0.column == "score" }?.headings ?? file.scoreCandidates
  }

  private var columns: [String] {
    var lines: [String] = []
    for kind in InputKind.allCases {
      var entries: [String] = []
      var done: Set<String> = []
      for file in folder.files(of: kind) {
        for doubt in file.doubts
        where !(kind == .tracking && doubt.column == "score") && done.insert(doubt.column).inserted
        {
          let others = doubt.headings.dropFirst().map(Self.quoted).joined(separator: ", ")
          entries.append(
            "    \(doubt.column): \(Self.quoted(doubt.headings[0]))  # \(Self.mark): or \(others)")
        }
        let isListed = !Self.scoreHeadings(file).isEmpty
        for column in file.missing
        where !(isListed && ["score", "measure"].contains(column)) && done.insert(column).inserted {
          entries.append(missing(column, file))
        }
      }
      if !entries.isEmpty { lines += ["  \(kind.rawValue):"] + entries }
    }
    return lines.isEmpty
      ? [] : ["# Headings that nobody can tell by themselves.", "columns:"] + lines
  }

  private func missing(_ column: String, _ file: RecognisedFile) -> String {
    if let nearest = Suggestion.nearest(to: column, among: file.headings) {
      return "    \(column): \(Self.quoted(nearest))  # \(Self.mark): the heading most like it"
    }
    let headings = file.headings.prefix(12).map(Self.quoted).joined(separator: ", ")
    return "    #\(column): \"…\"  # needed; the headings of \(file.name) are \(headings)"
  }

  /// The academic year of the last date of the provision maps, `2025-26`.
  private func lastAcademicYear() async -> String? {
    let names = folder.files(of: .provisionMap).map(\.name)
    let terms = TermCalendar.standard
    guard !names.isEmpty, let input = try? InputFolder(path: path),
      let read = try? TableFiles(
        names, in: input, firstFile: 0, settings: Settings(),
        builder: ProvisionBuilder(settings: LayoutSettings(), terms: terms))
    else { return nil }
    let days = read.builder.rows.map { max($0.start, $0.end ?? $0.start) }
    return days.max().map { terms.term(containing: $0).academicYear }
  }

  /// A text in YAML's double quotes.
  static func quoted(_ text: String) -> String {
    var quoted = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      default:
        if scalar.properties.generalCategory == .control {
          quoted += "\\u" + String(scalar.value + 0x10000, radix: 16).dropFirst()
        } else {
          quoted.unicodeScalars.append(scalar)
        }
      }
    }
    return "\"\(quoted)\""
  }
}
