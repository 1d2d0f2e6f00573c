import Foundation

/// Where things are, reckoned from this file, so that the working directory does not matter.
package enum ProjectFolder {
  /// The folder that holds Package.swift.
  package static let root: String = {
    let here = URL(fileURLWithPath: #filePath)
    return (0..<3).reduce(here) { url, _ in url.deletingLastPathComponent() }.path
  }()

  /// The STAR data beside the project (FIELD.md); nil where they are absent.
  package static let star: String? = {
    let path = URL(fileURLWithPath: root + "/../shared/data/star").standardizedFileURL.path
    return FileManager.default.fileExists(atPath: path + "/tracking.csv") ? path : nil
  }()

  /// Whether the STAR data are there, for `.enabled(if:)`.
  package static var hasStar: Bool { star != nil }

  /// What is said where tests of the STAR data are skipped.
  package static let starIsMissing: String =
    "there is no ../shared/data/star beside the project: nothing to compare with"
}
