import ArgumentParser
import Diagnostics
import Foundation
import Ingestion
import Reporting

/// `impact check`: reads and validates only.
struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Reads a school's folder, says what was understood and what to mend; writes nothing.",
    discussion: """
      EXAMPLES
        impact check Data/oakfield
            every file, column, measure and intervention as understood; then the findings by code
        impact check Data/oakfield --all
            the same with every finding, by file, line and column
        impact check Data/oakfield --json
            the same as data

      Exit codes: 0 all can be used; 1 rows would be set aside; 65 the data cannot be used; 66 a
      file or folder is missing; 78 school.yml is wrong.
      """
  )

  @OptionGroup var input: InputOptions

  @Flag(help: "Tell every finding, not only the first of each code.")
  var all = false

  @Flag(help: "Print what was understood and found as JSON.")
  var json = false

  func run() async throws {
    let console = input.console
    do {
      let reading = try await SchoolReader(folder: input.folder, settings: input.config).read()
      let summary = FolderSummary(reading.data, findings: reading.findings)
      try show(summary, console)
      if summary.hasErrors { throw ExitStatus.rowsSetAside }
    } catch let failure as UnusableInput {
      if json { try show(FolderSummary(unusable: failure.findings), console) }
      throw console.tell(failure)
    }
  }

  private func show(_ summary: FolderSummary, _ console: Console) throws {
    if json {
      console.result(try summary.json)
    } else {
      let text = FolderSummaryText(summary, most: all ? nil : 5)
      for line in text.lines { console.result(line) }
    }
  }
}

extension FolderSummary {
  /// The summary as JSON with sorted keys.
  fileprivate var json: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.keyEncodingStrategy = .convertToSnakeCase
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
  }
}
