import ArgumentParser
import Diagnostics
import Foundation
import Ingestion

/// `impact init`: a new school's folder.
struct Init: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Makes a new school's folder: commented settings, templates, a README.",
    discussion: """
      EXAMPLES
        impact init Data/oakfield
            school.yml with every setting commented, CSV templates with two made-up rows, a README
        impact init Data/oakfield --from ~/Exports
            copies the exports and writes a school.yml that maps them, with its guesses marked
        impact init Data/oakfield --from Data/oakfield
            the same for exports that are in the folder already

      No file that is there is written over. Exit codes: 0 done; 64 usage; 66 the exports are
      missing; 73 the folder cannot be written, or has such files already.
      """
  )

  @Argument(help: "The new folder.")
  var folder: String

  @Option(help: "A folder with exports to map.")
  var from: String?

  @Flag(name: .long, help: "Say nothing but errors.")
  var quiet = false

  @Flag(name: .customLong("no-color"), help: "Do not colour messages on a terminal.")
  var noColor = false

  func validate() throws {
    guard !folder.isEmpty else { throw ValidationError("Give the new folder's name.") }
  }

  func run() async throws {
    let console = Console(isQuiet: quiet, allowsColour: !noColor)
    do {
      if let from {
        try await writeDraft(from, console)
      } else {
        try StarterFolder(path: folder).write(StarterFolder.templates)
        console.message("Put your exports in place of the made-up rows, then run:")
        console.message("  impact check \(folder)")
      }
      console.result(folder)
    } catch let failure as UnusableInput {
      throw console.tell(failure)
    } catch let failure as StarterFolder.Failure {
      console.show(failure.finding)
      throw ExitStatus.cannotCreate
    }
  }

  private func writeDraft(_ from: String, _ console: Console) async throws {
    let draft = try SettingsDraft(exports: from)
    guard !draft.files.isEmpty else {
      throw UnusableInput(
        .missing,
        Finding(
          .unreadable, file: from, value: from, message: "no CSV file here tells what it holds",
          hint: "give the folder of the exports, or start with `impact init` without --from"))
    }
    let text = await draft.text()
    var files = [StarterFolder.File(name: "school.yml", bytes: Data(text.utf8))]
    if !isSameFolder(from) {
      for name in draft.files {
        guard let bytes = FileManager.default.contents(atPath: from + "/" + name) else { continue }
        files.append(StarterFolder.File(name: name, bytes: bytes))
      }
    }
    try StarterFolder(path: folder).write(files)
    for name in draft.unknownFiles {
      console.message("\(name): nothing tells what it holds; it is left out")
    }
    let guesses = text.split(separator: "\n").count { $0.contains("# \(SettingsDraft.mark)") }
    console.message(
      "school.yml maps \(draft.files.joined(separator: ", ")); "
        + "\(guesses) of its lines say \(SettingsDraft.mark): check them, then run:")
    console.message("  impact check \(folder)")
  }

  private func isSameFolder(_ other: String) -> Bool {
    func resolved(_ path: String) -> String {
      URL(fileURLWithPath: path).resolvingSymlinksInPath().standardizedFileURL.path
    }
    return resolved(folder) == resolved(other)
  }
}
