import Diagnostics
import Foundation

/// The folders of schools in a folder: those that hold CSV files.
package struct SchoolFolders: Sendable {
  /// Their names, in Unicode scalar order.
  package let names: [String]

  /// Looks into a folder.
  ///
  /// - Throws: `UnusableInput` (missing) when there is no such folder, or none in it holds CSV files.
  package init(path: String) throws(UnusableInput) {
    let manager = FileManager.default
    guard let entries = try? manager.contentsOfDirectory(atPath: path) else {
      throw UnusableInput(
        .missing,
        Finding(
          .unreadable, file: path, value: path,
          message: manager.fileExists(atPath: path)
            ? "this is a file, or a folder that may not be read" : "there is no such folder",
          hint: "with --each, give the folder that holds one folder for each school"))
    }
    let schools = entries.filter { name in
      guard !name.hasPrefix("."),
        let files = try? manager.contentsOfDirectory(atPath: "\(path)/\(name)")
      else { return false }
      return files.contains { $0.lowercased().hasSuffix(".csv") }
    }
    names = schools.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
    guard names.isEmpty else { return }
    let isSchool = entries.contains { $0.lowercased().hasSuffix(".csv") }
    throw UnusableInput(
      .missing,
      Finding(
        .unreadable, file: path, value: path,
        message: "no folder in this one holds CSV files"
          + (isSchool ? ", but it does itself: it is one school's" : ""),
        hint: isSchool
          ? "leave --each away" : "with --each, give the folder that holds one folder a school"))
  }
}
