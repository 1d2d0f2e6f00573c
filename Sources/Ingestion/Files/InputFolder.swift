import Diagnostics
import Foundation
import ProvisionModel

/// The files of a school's folder, by kind.
struct InputFolder {
  /// The folder's path.
  let path: String
  private let names: [String]

  /// Looks into a folder.
  ///
  /// - Throws: `UnusableInput` (missing) when there is no such folder.
  init(path: String) throws(UnusableInput) {
    self.path = path
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: path)
        .filter { !$0.hasPrefix(".") }
        .sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
    } catch {
      throw UnusableInput(
        .missing,
        Finding(
          .unreadable, file: path, value: path,
          message: FileManager.default.fileExists(atPath: path)
            ? "this is a file, or a folder that may not be read"
            : "there is no such folder",
          hint: "give the folder that holds tracking.csv and provision-map.csv"))
    }
  }

  /// The path of a file of the folder.
  func path(of name: String) -> String {
    path + "/" + name
  }

  /// Whether the folder holds a file of that name.
  func holds(_ name: String) -> Bool {
    names.contains(name)
  }

  /// The files of a kind in the order of their names: those that school.yml names, else those
  /// whose names begin as CONTRACT says.
  ///
  /// - Throws: `UnusableInput` (missing) when school.yml names a file that is not there, or when
  ///   there is none of a kind without which nothing can be evaluated.
  func files(of kind: InputKind, settings: Settings) throws(UnusableInput) -> [String] {
    if let named = settings.layout[kind.rawValue]?.files, !named.isEmpty {
      for name in named where !holds(name) {
        throw UnusableInput(
          .missing,
          Finding(
            .unreadable, file: name, value: name,
            message: "school.yml names this file, but it is not in the folder",
            hint: "mend layout: {\(kind.rawValue): {files: […]}} in school.yml"))
      }
      return named
    }
    let found = names.filter { $0.lowercased().hasSuffix(".csv") && isNamed($0, as: kind) }
    if found.isEmpty, kind.isRequired {
      let pattern = kind.prefixes.map { "\($0)*.csv" }.joined(separator: " or ")
      let others = names.filter { $0.lowercased().hasSuffix(".csv") }
      let listing =
        others.isEmpty
        ? "the folder holds no CSV file" : "the folder holds " + others.joined(separator: ", ")
      throw UnusableInput(
        .missing,
        findings: [
          Finding(
            .unreadable, file: path, value: pattern,
            message: "no \(pattern) in this folder; \(listing)",
            hint: "export the \(kind.title) into the folder, or name its file in school.yml: "
              + "layout: {\(kind.rawValue): {files: [\"…\"]}}")
        ] + filesNotRead(settings).filter { isNamed($0.file, as: kind) })
    }
    return found
  }

  /// Files that are named like exports and are not read, such as a workbook `tracking.xlsx`, and
  /// CSV files whose names do not tell what they hold.
  func filesNotRead(_ settings: Settings) -> [Finding] {
    let named = Set(settings.layout.values.flatMap(\.files))
    return names.compactMap { name in
      let kinds = InputKind.allCases.filter { isNamed(name, as: $0) }
      let isCSV = name.lowercased().hasSuffix(".csv")
      guard !named.contains(name), name != "school.yml" else { return nil }
      if isCSV, kinds.contains(where: { settings.layout[$0.rawValue]?.files.isEmpty ?? true }) {
        return nil
      }
      if isCSV, name == "true-effects.csv" { return nil }
      guard isCSV || !kinds.isEmpty else { return nil }
      return Finding(
        .fileNotRead, file: name, value: name,
        message: kinds.isEmpty
          ? "nothing tells what this file holds, so it is not read"
          : isCSV
            ? "school.yml names other files of this kind, so this one is not read"
            : "not read: only names that end in .csv are",
        hint: isCSV ? nil : InputFolder.hint(forEnding: name))
    }
  }

  /// The CSV files, by name.
  var csvFiles: [String] {
    names.filter { $0.lowercased().hasSuffix(".csv") && $0 != "true-effects.csv" }
  }

  /// Whether a file's name tells that it is of a kind.
  func isNamed(_ name: String, as kind: InputKind) -> Bool {
    kind.prefixes.contains { name.lowercased().hasPrefix($0) }
  }

  /// What to do about a file that is not called .csv.
  private static func hint(forEnding name: String) -> String {
    switch name.lowercased().split(separator: ".").last {
    case "gz", "zip", "7z": "unpack it, and put the CSV file that is in it into the folder"
    case "xlsx", "xls", "xlsm", "ods", "numbers":
      "open it in the spreadsheet and save it as CSV UTF-8 (File, Save As)"
    default:
      "if it is a CSV file, let its name end in .csv, or name it in school.yml: "
        + "layout: {tracking: {files: [\"\(name)\"]}}"
    }
  }
}

extension InputKind {
  /// How the names of such files begin.
  fileprivate var prefixes: [String] {
    switch self {
    case .provisionMap: ["provision-map", "provision"]
    // The template that the program writes, filled in and put into the folder.
    case .decisions: ["decisions", "next-decisions"]
    default: [rawValue]
    }
  }

  /// Whether nothing can be evaluated without such a file.
  fileprivate var isRequired: Bool {
    self == .tracking || self == .provisionMap
  }

  /// What a person calls it.
  fileprivate var title: String {
    self == .provisionMap ? "provision map" : "\(rawValue) file"
  }
}
