import Diagnostics
import Foundation

/// Files that a new school's folder begins with, and how they come into it: all or none.
struct StarterFolder {
  /// A file.
  struct File {
    var name: String
    var bytes: Data
  }

  /// Why they were not written.
  struct Failure: Error {
    var finding: Finding
  }

  /// The folder's path.
  let path: String

  /// The commented settings, a template of each file with two made-up rows, and a README.
  static let templates: [File] = [
    File(name: "README.md", bytes: Data(PackageResources.README_md)),
    File(name: "school.yml", bytes: Data(PackageResources.school_yml)),
    File(name: "pupils.csv", bytes: Data(PackageResources.pupils_csv)),
    File(name: "tracking.csv", bytes: Data(PackageResources.tracking_csv)),
    File(name: "provision-map.csv", bytes: Data(PackageResources.provision_map_csv)),
    File(name: "staff.csv", bytes: Data(PackageResources.staff_csv)),
    File(name: "decisions.csv", bytes: Data(PackageResources.decisions_csv)),
  ]

  /// Writes files into the folder, which is made if it is not there.
  ///
  /// - Throws: `Failure` when one of them is there already, or cannot be written; then none is.
  func write(_ files: [File]) throws(Failure) {
    let manager = FileManager.default
    for file in files where manager.fileExists(atPath: path(of: file.name)) {
      throw failure(
        "\(path(of: file.name)) is there already; nothing was written",
        "move it away, or give another folder")
    }
    var written: [String] = []
    do {
      try manager.createDirectory(atPath: path, withIntermediateDirectories: true)
      for file in files {
        try file.bytes.write(
          to: URL(fileURLWithPath: path(of: file.name)), options: .withoutOverwriting)
        written.append(file.name)
      }
    } catch {
      for name in written { try? manager.removeItem(atPath: path(of: name)) }
      throw failure(
        "the folder cannot be written", "check that you may write there, and that the disk has room"
      )
    }
  }

  private func path(of name: String) -> String {
    path + "/" + name
  }

  private func failure(_ message: String, _ hint: String) -> Failure {
    Failure(finding: Finding(.output, file: path, value: path, message: message, hint: hint))
  }
}
