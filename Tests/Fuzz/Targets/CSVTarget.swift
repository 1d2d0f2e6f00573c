import Analysis
import Foundation
import Ingestion
import ProvisionModel
import TestSupport

/// Reads one file of any bytes beside small good ones, as `impact check` does.
///
/// The first byte of an input is a digit that says which file the rest is: 0 pupils, 1 tracking,
/// 2 provision map, 3 staff, 4 decisions, beside the two files that every school has; 5 to 9 are the
/// same beside all files and a school.yml. The good files are those of Tests/Fuzz/School.
package struct CSVTarget: Sendable {
  /// The target with its folders, which last as long as the process.
  package static let shared: CSVTarget = {
    do {
      return try CSVTarget()
    } catch {
      fatalError("cannot write the good files: \(error)")
    }
  }()

  private let root: TemporaryFolder
  private let choices: [Choice]

  /// A kind of file to be fuzzed and the folder that holds all others.
  private struct Choice {
    var kind: InputKind
    var folder: String
  }

  /// Folders with the good files.
  package init() throws {
    let root = try TemporaryFolder()
    let school = ProjectFolder.root + "/Tests/Fuzz/School/"
    var choices: [Choice] = []
    for isWhole in [false, true] {
      for fuzzed in InputKind.allCases {
        let folder = fuzzed.rawValue + (isWhole ? "-beside-all" : "")
        let kinds = isWhole ? InputKind.allCases : [.tracking, .provisionMap]
        var names = kinds.filter { $0 != fuzzed }.map(Self.name)
        if isWhole { names.append("school.yml") }
        try root.makeFolder(folder)
        for name in names { try root.copy(school + name, as: folder + "/" + name) }
        choices.append(Choice(kind: fuzzed, folder: folder))
      }
    }
    self.root = root
    self.choices = choices
  }

  /// Reads an input.
  ///
  /// - Throws: `BrokenInvariant`. Data that cannot be used are as good as others.
  package func run(_ input: [UInt8]) async throws {
    guard let first = input.first else { return }
    let choice = choices[Int(first &- 0x30) % choices.count]
    let folder = root.path(of: choice.folder)
    let file = URL(fileURLWithPath: folder + "/" + Self.name(choice.kind))
    try Data(input.dropFirst()).write(to: file)
    do {
      let reading = try await SchoolReader(folder: folder, jobs: 1).read()
      let list = EpisodeList(data: reading.data, asOf: reading.data.lastDate)
      try Invariants.check(reading.findings + list.findings)
      try Invariants.check(reading.data)
      try Invariants.check(list, of: reading.data)
    } catch let refusal as UnusableInput {
      try Invariants.check(refusal)
    }
  }

  private static func name(_ kind: InputKind) -> String {
    kind.rawValue + ".csv"
  }
}
