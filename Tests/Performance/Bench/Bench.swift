import Foundation
import Ingestion
import ProvisionModel

/// The program's side of `make bench`: its own modules, without the reports.
///
///     bench j0 FILE                     cuts a CSV file into cells on one thread
///     bench j1 FOLDER OUTPUT --jobs N   links episodes; gains of interventions, TAs and TA groups
///     bench j2 FOLDER OUTPUT --jobs N   the effects of METHOD §5, with all digits
@main
struct Bench {
  /// Runs the job of the command line; exit code 64 where it is not one.
  static func main() async throws {
    SystemMemory.givesBackLargeBlocks()
    let arguments = CommandLine.arguments.dropFirst()
    switch (arguments.first, arguments.count) {
    case ("j0", 2):
      let count = try TokenCount.cells(ofFile: arguments[2])
      print(count.rows, count.cells)
    case ("j1", 5), ("j2", 5):
      guard arguments[4] == "--jobs", let jobs = Int(arguments[5]), jobs > 0 else { fallthrough }
      let data = try await SchoolReader(
        folder: arguments[2], jobs: jobs, takesDigests: false
      ).read().data
      let table =
        arguments[1] == "j1"
        ? await GainTable(data, jobs: jobs).csv : EffectTable(data, jobs: jobs).csv
      try table.write(toFile: arguments[3], atomically: false, encoding: .utf8)
    default:
      FileHandle.standardError.write(
        Data("usage: bench j0 FILE | bench j1|j2 FOLDER OUTPUT --jobs N\n".utf8))
      exit(64)
    }
  }
}
