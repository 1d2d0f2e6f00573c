/// A hand-made run with a known leak, written in lines: the table, the words that name the row, and
/// its cells. `c3` is kept from the governors and truly 3; a row of `-` is not in their table.
///
///     5.5 term A Phonics Spelling: n_started=9 n_paired=c3
///     9.5 term A ta TA-1: interventions=Phonics n_episodes=8
///     5.6 A Phonics pupils: before=9 after=7
///     merged term A Spelling: intervention=2_interventions n_started=6
///     episodes 4 A Phonics Spelling 2026-02-01: ta=TA-1 paired=yes
struct KnownLeaks: Sendable, CustomStringConvertible {
  /// What is wrong with the tables.
  let description: String
  /// The tables.
  let lines: String
  /// The column of the count that can be found out.
  let column: String
  /// What it truly is.
  let truth: Int
  /// A page of the governors.
  var page = ""

  private static let names = [
    "5.5": InterventionRelations.labels, "merged": ["period", "school", "measure"],
    "9.5": UnitRelations.labels, "5.6": ["school", "intervention", "change_kind"],
    "episodes": ["school", "intervention", "measure", "end_date"],
  ]

  /// The packs of both readers.
  var packs: Packs {
    var tables: [String: [[String: String]]] = [:]
    for line in lines.split(separator: "\n") {
      let halves = line.split(separator: ":", maxSplits: 1)
      var words = halves[0].split(separator: " ").map(String.init)
      let table = words.removeFirst()
      let times = table == "episodes" ? Int(words.removeFirst()) ?? 1 : 1
      var row = Dictionary(
        uniqueKeysWithValues: zip(Self.names[table] ?? [], words))
      let cells = halves.last?.split(separator: " ").map(String.init) ?? []
      for cell in cells where cell != "-" {
        let parts = cell.split(separator: "=").map(String.init)
        row[parts[0]] = parts[1].replacing("_interventions", with: " interventions")
      }
      if table == "episodes" { (row["status"], row["provision"]) = ("ended", "targeted") }
      for _ in 0..<times {
        if table == "episodes" { row["pupil_id"] = "\(tables["episodes"]?.count ?? 0)" }
        if table != "merged" { tables[table, default: []].append(row.mapValues(Self.truth)) }
        if table != "episodes", !cells.contains("-") {
          let shown = table == "merged" ? "shown 5.5" : "shown \(table)"
          tables[shown, default: []].append(row.mapValues(Self.shown))
        }
      }
    }
    var files = ["senco/episodes.csv": Self.csv(tables["episodes"])]
    files["governors/report.html"] = Array(page.utf8)
    for (table, file) in [
      ("5.5", Packs.interventions), ("5.6", Packs.variation), ("9.5", Packs.units),
    ] {
      files["senco/\(file)"] = Self.csv(tables[table])
      files["governors/\(file)"] = Self.csv(tables["shown \(table)"])
    }
    return Packs(
      files: files,
      days: ReportedDays(
        yearFirst: "2025-09-01", termFirst: "2026-01-01", termLast: "2026-04-15",
        beforeFirst: "2025-09-01"))
  }

  private static func isKept(_ cell: String) -> Bool {
    cell.hasPrefix("c") && Int(cell.dropFirst()) != nil
  }

  private static func truth(_ cell: String) -> String {
    isKept(cell) ? String(cell.dropFirst()) : cell
  }

  private static func shown(_ cell: String) -> String { isKept(cell) ? "c" : cell }

  private static func csv(_ rows: [[String: String]]?) -> [UInt8] {
    let columns = Set((rows ?? []).flatMap(\.keys)).sorted()
    let lines = [columns] + (rows ?? []).map { row in columns.map { row[$0] ?? "" } }
    return Array(lines.map { $0.joined(separator: ",") + "\n" }.joined().utf8)
  }
}
