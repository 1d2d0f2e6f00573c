import Foundation
import TestSupport
import Testing

@Suite("The command line")
struct CommandCaseTests {
  @Test(
    "does what its cases say, and leaves the former reports as they were when it fails",
    arguments: CommandCase.all)
  func run(wanted: CommandCase) throws {
    let run = try CaseRun(wanted)
    if CommandCase.isRecording {
      try record(run, wanted)
      return
    }
    #expect(run.outcome.exit == wanted.exit)
    #expect(run.outcome.errors == wanted.text("stderr"))
    #expect(run.outcome.output == wanted.text("stdout"))
    if run.outcome.exit >= 64 {
      #expect(run.after.differences(from: run.before) == [], "the former reports stay as they were")
    }
    let expected = FolderContents(of: wanted.path("expected"))
    for file in expected.files {
      #expect(
        String(decoding: run.after[file], as: UTF8.self)
          == String(decoding: expected[file], as: UTF8.self),
        "\(file)"
      )
    }
  }

  @Test("has a case for every bad input that has to be told")
  func badInputs() {
    let names = Set(CommandCase.all.map(\.name))
    for name in [
      "missing-folder", "missing-tracking", "missing-provision-map", "empty-tracking",
      "header-without-required-column", "row-with-too-few-cells", "row-with-too-many-cells",
      "bad-date", "unknown-score", "end-before-start", "pupil-unknown-to-tracking",
      "overlapping-dates", "duplicate-row", "conflicting-scores", "wrong-setting",
      "unknown-setting", "unwritable-reports",
    ] {
      #expect(names.contains("bad-input/\(name)"))
    }
  }

  /// Writes down what came of a case; of the files only those that the case names.
  private func record(_ run: CaseRun, _ wanted: CommandCase) throws {
    try write("\(run.outcome.exit)\n", wanted.path("exit"))
    try write(run.outcome.errors, wanted.path("stderr"))
    if !run.outcome.output.isEmpty || wanted.has("stdout") {
      try write(run.outcome.output, wanted.path("stdout"))
    }
    for file in FolderContents(of: wanted.path("expected")).files {
      try Data(run.after[file]).write(to: URL(fileURLWithPath: wanted.path("expected/\(file)")))
    }
  }

  private func write(_ text: String, _ path: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }
}
