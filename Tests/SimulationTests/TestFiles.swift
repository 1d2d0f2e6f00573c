import ProvisionModel
import Simulation
import Testing

/// The files of a plan in memory.
func files(of plan: SimulationPlan) throws -> [SchoolExport.File: [UInt8]] {
  final class Box {
    var files: [SchoolExport.File: [UInt8]] = [:]
  }
  let box = Box()
  _ = try SchoolExport(plan: plan).write { file in
    { bytes in box.files[file, default: []] += bytes }
  }
  return box.files
}

/// A plan of the standard calendar.
func plan(
  pupils: Int = 420,
  schools: Int = 1,
  terms: Int = 4,
  effect: Double? = nil,
  seed: UInt64 = 1,
  selection: SelectionPlan = .mixed,
  mess: Bool = false,
  lastTerm: String = "2025-26-summer"
) throws -> SimulationPlan {
  SimulationPlan(
    lastTerm: try #require(TermCalendar.standard.term(id: lastTerm)),
    pupils: pupils,
    schools: schools,
    terms: terms,
    effect: effect,
    seed: seed,
    selection: selection,
    mess: mess
  )
}

/// The rows of a CSV file by column name: a plain reading of RFC 4180.
func table(_ bytes: [UInt8]?) throws -> [[String: String]] {
  var rows = records(try #require(bytes))
  let header = rows.removeFirst()
  return rows.map { row in
    var cells: [String: String] = [:]
    for (name, cell) in zip(header, row) { cells[name] = cell }
    return cells
  }
}

/// The cells of a CSV file, row by row.
func records(_ bytes: [UInt8]) -> [[String]] {
  var rows: [[String]] = []
  var row: [String] = []
  var cell: [UInt8] = []
  var isQuoted = false
  var hasQuotes = false
  for byte in bytes {
    switch byte {
    case 34 where isQuoted:
      isQuoted = false
    case 34:
      // A second pair of quotes in a cell means that a quote stands between them.
      if hasQuotes { cell.append(34) }
      (isQuoted, hasQuotes) = (true, true)
    case 44 where !isQuoted:
      row.append(String(decoding: cell, as: UTF8.self))
      (cell, hasQuotes) = ([], false)
    case 10 where !isQuoted:
      row.append(String(decoding: cell, as: UTF8.self))
      rows.append(row)
      (row, cell, hasQuotes) = ([], [], false)
    default:
      cell.append(byte)
    }
  }
  return rows
}
