import Calibration
import Foundation

/// `make calibrate`: how often the method is right about schools with a known answer, beside the bands
/// of METHOD §11 that have to hold. Exit code 1 where one does not.
///
///     calibrate [--all] [--schools N]
@main
struct Calibrate {
  /// The least number of schools of a world for which METHOD §11 gives its bands.
  private static let usualSchools = 1000

  /// Prints the tables; exit code 64 for options that it does not know.
  static func main() async {
    var arguments = Array(CommandLine.arguments.dropFirst())
    let all = arguments.first == "--all"
    if all { arguments.removeFirst() }
    var schools = usualSchools
    if arguments.count == 2, arguments[0] == "--schools", let count = Int(arguments[1]), count > 0 {
      schools = count
      arguments = []
    }
    guard arguments.isEmpty else {
      FileHandle.standardError.write(Data("usage: calibrate [--all] [--schools N]\n".utf8))
      exit(64)
    }
    var bands = await MainWorlds.bands(schools)
    bands += await PooledTerms.bands(schools, all: all)
    bands += await Assistants.bands(max(1, schools * 3 / 10))
    bands += await Unjudged.bands(max(1, schools / 5))
    bands += await Recommended.bands(max(1, schools / 10))
    if all { await HardWorlds.table(schools) }
    print("## Bands of METHOD §11\n")
    print("Each holds within 2.5 standard errors of its limit.\n")
    print(table(bands))
    let failures = bands.filter { !$0.holds }
    for band in failures {
      print("\(band.title): does not hold of")
      for share in band.failures { print("- \(share.name): \(percent(share.value))%") }
      print()
    }
    print(failures.isEmpty ? "All bands hold." : "\(failures.count) bands do not hold.")
    exit(failures.isEmpty ? 0 : 1)
  }

  private static func table(_ bands: [Band]) -> String {
    var table = MarkdownTable([
      "band", "limit %", "measured %", "cases", "holds", "nearest to the limit",
    ])
    for band in bands {
      guard let worst = band.worst else { continue }
      table.add([
        band.title, (band.isMost ? "≤ " : "≥ ") + percent(band.limit), percent(worst.value),
        "\(band.shares.count)", band.holds ? "yes" : "NO", worst.name,
      ])
    }
    return table.text
  }
}
