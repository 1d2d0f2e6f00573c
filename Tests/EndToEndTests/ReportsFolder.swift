import Foundation
import TestSupport
import Testing

/// The reports of a run in a scratch folder.
struct ReportsFolder {
  /// What the run did.
  let outcome: ImpactProgram.Outcome
  /// The path of the term's folder.
  let path: String
  /// The files of the term.
  let contents: FolderContents
  private let term: String
  private let scratch: TemporaryFolder

  /// Runs `impact run` on a folder.
  init(of input: String, term: String, options: [String] = []) throws {
    self.term = term
    scratch = try TemporaryFolder()
    outcome = try ImpactProgram.run(
      ["run", input, "--reports", scratch.path(of: "Reports"), "--term", term] + options,
      in: scratch.path
    )
    path = scratch.path(of: "Reports/\(term)")
    contents = FolderContents(of: path)
  }

  /// The packs of Data/sample, written once for all tests that only look at them.
  static let sample = Result {
    try ReportsFolder(of: ProjectFolder.root + "/Data/sample", term: "2025-26-summer")
  }

  /// The tables of the case that is worked out by hand.
  static let handComputed = Result {
    try ReportsFolder(
      of: CommandCase(name: "tables/hand-computed").path("input"), term: "2025-26-autumn",
      options: ["--format", "csv"])
  }

  /// A table of a pack.
  func table(_ name: String) throws -> CSVTable {
    try #require(contents.files.contains(name), "there is no \(name)")
    return CSVTable(contents[name])
  }

  /// The permissions of a file or folder.
  func mode(_ name: String) throws -> Int {
    try #require(try scratch.mode("Reports/\(term)/\(name)"))
  }
}

/// A school made by `impact simulate`.
struct SimulatedSchool {
  /// What the command did.
  let outcome: ImpactProgram.Outcome
  /// The files.
  let contents: FolderContents
  /// The path of the folder.
  var path: String { scratch.path(of: "School") }
  private let scratch: TemporaryFolder

  /// Runs `impact simulate`.
  init(_ options: [String] = []) throws {
    scratch = try TemporaryFolder()
    outcome = try ImpactProgram.run(
      ["simulate", scratch.path(of: "School")] + options,
      in: scratch.path
    )
    contents = FolderContents(of: scratch.path(of: "School"))
  }
}
