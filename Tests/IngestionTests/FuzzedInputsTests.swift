import Foundation
import FuzzTargets
import TestSupport
import Testing

@Suite("What fuzzing begins with and what it has found")
struct FuzzedInputsTests {
  @Test("is read or refused as a CSV file", arguments: FuzzedInput.all(of: "csv"))
  func csv(input: FuzzedInput) async throws {
    try await CSVTarget.shared.run(input.bytes())
  }

  @Test("is cut into the same cells in both ways", arguments: FuzzedInput.all(of: "cells"))
  func cells(input: FuzzedInput) throws {
    try CellsTarget.run(input.bytes())
  }

  @Test("is read or refused as school.yml", arguments: FuzzedInput.all(of: "settings"))
  func settings(input: FuzzedInput) throws {
    try SettingsTarget.run(input.bytes())
  }
}

/// A kept input of a fuzz target.
struct FuzzedInput: CustomTestStringConvertible {
  /// The file below Tests/Fuzz.
  let path: String

  var testDescription: String { path }

  /// The seeds of a target, and the inputs that once were too much for the program.
  static func all(of target: String) -> [FuzzedInput] {
    ["Seeds", "Regressions"].flatMap { folder -> [FuzzedInput] in
      let path = "\(folder)/\(target)"
      let names = try? FileManager.default.contentsOfDirectory(atPath: root + path)
      return (names ?? []).filter { !$0.hasPrefix(".") }.sorted().map {
        FuzzedInput(path: "\(path)/\($0)")
      }
    }
  }

  /// What is in the file.
  func bytes() throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: Self.root + path)))
  }

  private static let root = ProjectFolder.root + "/Tests/Fuzz/"
}
