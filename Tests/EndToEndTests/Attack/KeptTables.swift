import TestSupport

/// Tables of a real run that are made to keep what its pages and workbook print.
enum KeptTables {
  /// The figures of rows that the pages of the sample print.
  static let onPages: Set<String> = [
    "pupils", "n_started", "n_paired", "baseline_mean", "outcome_mean", "mean_gain", "gain_low",
    "gain_high", "expected_gain", "share_on_track", "share_met_target", "ratio_gain",
    "ratio_band", "n_matched", "range_low", "range_high", "outer_low", "outer_high", "months_low",
    "months_high", "verdict", "evidence_strength", "attendance", "hours_per_pupil",
    "cost_per_pupil", "total_months_gained", "months_passed", "contrast_pupils",
    "warnings", "chance", "before", "after", "pupils_joined", "pupils_left",
    "verdict_before", "verdict_now", "recommendation", "followed_through", "difference",
  ]

  private static let names: Set<String> = [
    "period", "school", "intervention", "measure", "unit_kind", "unit", "change_kind", "basis",
  ]

  /// The files with every cell of the governors' tables kept that is no name, and how many these
  /// are.
  static func keepingAll(_ files: [String: [UInt8]]) -> (files: [String: [UInt8]], cells: Int) {
    var (files, cells) = (files, 0)
    for table in [Packs.interventions, Packs.units, Packs.variation] {
      let contents = CSVTable(files["governors/\(table)"] ?? [])
      let rows = contents.rows.map { row in
        row.reduce(into: row) { row, cell in
          guard !names.contains(cell.key), !["c", "x", "z", ""].contains(cell.value) else { return }
          row[cell.key] = "c"
          cells += 1
        }
      }
      files["governors/\(table)"] = csv(contents.headings, rows)
    }
    return (files, cells)
  }

  /// The bytes of a table.
  static func csv(_ headings: [String], _ rows: [[String: String]]) -> [UInt8] {
    let lines = [headings] + rows.map { row in headings.map { row[$0] ?? "" } }
    let quoted = lines.map { cells in
      cells.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",") + "\n"
    }
    return Array(quoted.joined().utf8)
  }
}
