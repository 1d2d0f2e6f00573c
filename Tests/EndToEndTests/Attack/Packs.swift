import TestSupport

/// The tables of both packs of a run.
struct Packs: Sendable {
  /// KPI 5.5.
  static let interventions = "kpi-5.5-interventions.csv"
  /// KPI 5.6.
  static let variation = "kpi-5.6-variation.csv"
  /// KPI 9.5.
  static let units = "kpi-9.5-ta-groups.csv"

  /// The reported periods, each within the next.
  static let periods = ["term", "year", "all"]

  private let tables: [String: CSVTable]
  /// The governors' rows with what their pages print where the table keeps it.
  private let known: [String: [[String: String]]]
  /// The episodes, by the SENCo's pack.
  let episodes: [EpisodeFact]
  /// The episodes of universal provision.
  let universal: [EpisodeFact]
  /// What the governors' pages print under the names of figures.
  let pages: [PrintedFigure]

  /// The packs of a run.
  ///
  /// - Parameters:
  ///   - files: The bytes of each file by its path, `senco/codes.csv`.
  ///   - days: The first and last day of the term, and the first of its year, as `yyyy-mm-dd`.
  init(files: [String: [UInt8]], days: ReportedDays) {
    let tables = files.filter { $0.key.hasSuffix(".csv") }.mapValues { CSVTable($0) }
    self.tables = tables
    let roles = Dictionary(
      (tables["senco/\(Self.units)"]?.rows ?? []).filter { $0["unit_kind"] == "ta" }.map {
        (RowKey.of($0, ["school", "unit"]), $0["role_level"] ?? "")
      }, uniquingKeysWith: { first, _ in first })
    func facts(_ provision: String) -> [EpisodeFact] {
      (tables["senco/episodes.csv"]?.rows ?? []).compactMap {
        EpisodeFact($0, of: provision, days: days, roles: roles)
      }
    }
    episodes = facts("targeted")
    universal = facts("universal")
    let names = files.keys.filter { $0.hasPrefix("governors/") && $0.hasSuffix(".html") }.sorted()
    let pages = names.flatMap { PageReader.figures(in: files[$0] ?? [], of: $0) }
    self.pages = pages
    var known = tables.mapValues(\.rows)
    for printed in pages {
      guard let row = printed.row, let rows = known["governors/\(row.table)"],
        rows.indices.contains(row.index)
      else { continue }
      for (figure, text) in printed.pieces ?? [] where rows[row.index][figure] == "c" {
        guard CountFigures.contains(figure, in: rows[row.index]),
          let number = CountFigures.number(text)
        else { continue }
        known["governors/\(row.table)"]?[row.index][figure] = "\(number)"
      }
    }
    self.known = known
  }

  /// The rows that the governors see, with what their pages say of kept counts.
  func shown(_ file: String) -> [[String: String]] { known["governors/\(file)"] ?? [] }

  /// The governors' table as it is written.
  func written(_ file: String) -> CSVTable { tables["governors/\(file)"] ?? CSVTable([]) }

  /// The governors' tables, by name.
  var writtenFiles: [String] {
    tables.keys.filter { $0.hasPrefix("governors/") }.map { String($0.dropFirst(10)) }.sorted()
  }

  /// The pupils with an episode of a row of KPI 5.5 under way.
  func pupilsUnderWay(_ row: [String: String]) -> Int {
    let episodes = (tables["senco/episodes.csv"]?.rows ?? []).filter { episode in
      episode["status"] == "in-progress"
        && (row["school"] == "all" || episode["school"] == row["school"])
        && ["intervention", "measure"].allSatisfy { episode[$0] ?? "" == row[$0] ?? "" }
    }
    return Set(episodes.map { [$0["school"], $0["pupil_id"]] }).count
  }

  /// The rows as they truly are; units under their codes, beside their `name`.
  func truth(_ file: String) -> [[String: String]] {
    let rows = tables["senco/\(file)"]?.rows ?? []
    guard file == Self.units else { return rows }
    let codes = Dictionary(
      (tables["senco/codes.csv"]?.rows ?? []).map {
        (RowKey.of($0, ["unit_kind", "school", "name", "intervention"]), $0["code"] ?? "")
      }, uniquingKeysWith: { first, _ in first })
    return rows.map { row in
      var row = row
      let intervention = row["unit_kind"] == "ta-group" ? row["interventions"] ?? "" : ""
      let key = [row["unit_kind"], row["school"], row["unit"]].map { $0 ?? "" } + [intervention]
      row["name"] = row["unit"]
      row["unit"] = codes[key.joined(separator: "|")] ?? row["unit"]
      return row
    }
  }
}

/// The name of a row: the words of its first cells.
enum RowKey {
  /// The cells of those columns; what does not apply is empty for the SENCo and `z` for governors.
  static func of(_ row: [String: String], _ columns: [String]) -> String {
    columns.map { row[$0] ?? "" }.map { $0 == "z" ? "" : $0 }.joined(separator: "|")
  }
}

/// The days that periods are made of, as `yyyy-mm-dd`.
struct ReportedDays: Sendable {
  /// The first day of the school year.
  var yearFirst: String
  /// The first day of the term.
  var termFirst: String
  /// The last day of the term.
  var termLast: String
  /// The first day of the term before; empty where nothing is asked of it.
  var beforeFirst = ""

  /// The periods that an episode of that last day belongs to; the term before is one of them.
  func periods(endingOn day: String) -> Set<String> {
    guard !day.isEmpty, day <= termLast else { return [] }
    if day >= termFirst { return ["term", "year", "all"] }
    let before: Set<String> = !beforeFirst.isEmpty && day >= beforeFirst ? ["before"] : []
    return before.union(day >= yearFirst ? ["year", "all"] : ["all"])
  }
}
