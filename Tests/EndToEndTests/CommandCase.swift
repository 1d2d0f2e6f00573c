import Foundation
import TestSupport
import Testing

/// A command line with its input and all that has to come of it: a folder of Cases/<topic>/<name>.
///
/// - `cmd`: the arguments, with `{in}` for the copied input folder and `{out}` for the scratch
///   folder, which is the working directory.
/// - `input/`: the files at `{in}`; `output/`: what lies at `{out}` beforehand.
/// - `exit`, `stderr`, `stdout`: what has to come of it; nothing on stdout where there is no file.
/// - `expected/`: files that have to be at `{out}`, byte for byte.
struct CommandCase: Sendable, CustomTestStringConvertible {
  /// `<topic>/<name>`.
  let name: String

  var testDescription: String { name }

  /// Where the cases are.
  static let folder = ProjectFolder.root + "/Tests/EndToEndTests/Cases"

  /// All cases, by name.
  static let all: [CommandCase] = {
    let names = FileManager.default.enumerator(atPath: folder)
    var cases: [CommandCase] = []
    while let name = names?.nextObject() as? String {
      if name.hasSuffix("/cmd") { cases.append(CommandCase(name: String(name.dropLast(4)))) }
    }
    return cases.sorted { $0.name < $1.name }
  }()

  /// Whether what comes of the cases is to be written down instead of compared.
  static var isRecording: Bool {
    ProcessInfo.processInfo.environment["IMPACT_RECORD"] == "1"
  }

  /// The path of a part of the case.
  func path(_ part: String) -> String {
    "\(Self.folder)/\(name)/\(part)"
  }

  /// Whether the case has a part.
  func has(_ part: String) -> Bool {
    FileManager.default.fileExists(atPath: path(part))
  }

  /// A file of the case; empty where there is none.
  func text(_ part: String) -> String {
    String(decoding: FileManager.default.contents(atPath: path(part)) ?? Data(), as: UTF8.self)
  }

  /// The exit code that has to come of it.
  var exit: Int? {
    Int(text("exit").trimmingCharacters(in: .whitespacesAndNewlines))
  }
}

/// A case that was run in a scratch folder.
struct CaseRun {
  /// What the program did, with `{in}` and `{out}` for the folders.
  let outcome: ImpactProgram.Outcome
  /// What lay at `{out}` before.
  let before: FolderContents
  /// What lay there after.
  let after: FolderContents

  /// Runs a case.
  init(_ wanted: CommandCase) throws {
    let scratch = try TemporaryFolder()
    if wanted.has("input") {
      try scratch.copy(wanted.path("input"), as: "input")
    } else {
      try scratch.makeFolder("input")
    }
    if wanted.has("output") {
      try scratch.copy(wanted.path("output"), as: "out")
    } else {
      try scratch.makeFolder("out")
      if (wanted.exit ?? 64) >= 64, wanted.text("cmd").hasPrefix("run") {
        try scratch.copy(Self.formerReports.get().path(of: "Reports"), as: "out/Reports")
      }
    }
    before = FolderContents(of: scratch.path(of: "out"))
    let places = [("{in}", scratch.path(of: "input")), ("{out}", scratch.path(of: "out"))]
    let arguments = wanted.text("cmd").split(whereSeparator: \.isWhitespace).map { word in
      places.reduce(String(word)) { $0.replacing($1.0, with: $1.1) }
    }
    var outcome = try ImpactProgram.run(arguments, in: scratch.path(of: "out"))
    for (name, path) in places {
      outcome.errors = outcome.errors.replacing(path, with: name)
      outcome.output = outcome.output.replacing(path, with: name)
    }
    self.outcome = outcome
    after = FolderContents(of: scratch.path(of: "out"))
  }

  /// Reports of a good run, for the place where a failing run would write its own.
  private static let formerReports = Result {
    let scratch = try TemporaryFolder()
    let good = CommandCase(name: "command-line/quiet").path("input")
    let outcome = try ImpactProgram.run(
      ["run", good, "--reports", scratch.path(of: "Reports"), "--jobs", "1"])
    #expect(outcome.exit == 0)
    return scratch
  }
}
