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
    let found = names.filter { name in
      let lower = name.lowercased()
      return lower.hasSuffix(".csv") && kind.prefixes.contains { lower.hasPrefix($0) }
    }
    if found.isEmpty, kind.isRequired {
      let pattern = kind.prefixes.map { "\($0)*.csv" }.joined(separator: " or ")
      let others = names.filter { $0.lowercased().hasSuffix(".csv") }
      let listing =
        others.isEmpty
        ? "the folder holds no CSV file" : "the folder holds " + others.joined(separator: ", ")
      throw UnusableInput(
        .missing,
        Finding(
          .unreadable, file: path, value: pattern,
          message: "no \(pattern) in this folder; \(listing)",
          hint: "export the \(kind.title) into the folder, or name its file in school.yml: "
            + "layout: {\(kind.rawValue): {files: [\"…\"]}}"))
    }
    return found
  }
}

extension InputKind {
  /// How the names of such files begin.
  fileprivate var prefixes: [String] {
    self == .provisionMap ? ["provision-map", "provision"] : [rawValue]
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
