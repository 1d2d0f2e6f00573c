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
  /// The episodes, by the SENCo's pack.
  let episodes: [EpisodeFact]

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
    episodes = (tables["senco/episodes.csv"]?.rows ?? []).compactMap {
      EpisodeFact($0, days: days, roles: roles)
    }
  }

  /// The rows that the governors see.
  func shown(_ file: String) -> [[String: String]] { tables["governors/\(file)"]?.rows ?? [] }

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
