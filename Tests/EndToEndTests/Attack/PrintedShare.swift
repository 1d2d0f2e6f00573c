import Foundation

/// A share as a table prints it.
struct PrintedShare: Sendable {
  /// The share.
  let value: Double
  /// Half of its last decimal; those of a column are rounded alike.
  let tolerance: Double

  /// The share of a cell; nil where the cell holds no number.
  ///
  /// - Parameter decimals: The most decimals that any cell of the column has.
  init?(_ cell: String?, decimals: Int) {
    guard let cell, let value = Double(cell) else { return nil }
    self.value = value
    let places = min(max(decimals, 2), 9)
    tolerance = 0.5 * pow(10, -Double(places)) + 1e-9
  }

  /// The most decimals of a column of rows.
  static func decimals(of column: String, in rows: [[String: String]]) -> Int {
    rows.map { row in
      let parts = (row[column] ?? "").split(separator: ".")
      return parts.count == 2 ? parts[1].count : 0
    }.max() ?? 0
  }
}
