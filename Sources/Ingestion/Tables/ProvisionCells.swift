import Diagnostics
import ProvisionModel

/// The cells of a row of the provision map, with what is wrong with them.
struct ProvisionCells {
  /// The row.
  let row: CSVRow
  /// The file's columns.
  let columns: ColumnMap<ProvisionColumn>
  /// Whether all cells that were looked at can be used.
  var isUsable = true

  /// The cell of a column.
  subscript(column: ProvisionColumn) -> Cell {
    row[columns.position(of: column)]
  }

  /// Sets the row aside when a cell is empty.
  mutating func require(_ column: ProvisionColumn, log: inout FileLog) {
    guard self[column].isEmpty else { return }
    log.addEmpty(row, column: columns.position(of: column))
    isUsable = false
  }

  /// Sets the row aside when a cell holds more things than any row is about.
  mutating func checkLists(_ columns: [ProvisionColumn], log: inout FileLog) {
    for column in columns {
      let cell = self[column]
      guard cell.count > Self.mostListed,
        cell.withBytes({ bytes in bytes.count { $0 == 0x3B || $0 == 0x0A } }) > Self.mostListed
      else { continue }
      log.add(
        .word, row, column: self.columns.position(of: column),
        message: "the cell names over \(Self.mostListed) things",
        hint: "check the column: a row is about a few")
      isUsable = false
    }
  }

  private static let mostListed = 100

  /// The numbers of the row. Where one cannot be read, the row is used without it.
  func amounts(log: inout FileLog) -> ProvisionAmounts {
    let amounts = ProvisionAmounts(
      sessionsPerWeek: amount(.sessionsPerWeek, .perWeek, log: &log),
      minutesPerSession: amount(.minutesPerSession, .minutes, log: &log),
      sessionsPlanned: amount(.sessionsPlanned, .sessions, log: &log),
      sessionsAttended: amount(.sessionsAttended, .sessions, log: &log),
      cost: amount(.cost, .money, log: &log), hourlyRate: amount(.hourlyRate, .rate, log: &log))
    if let planned = amounts.sessionsPlanned, let attended = amounts.sessionsAttended,
      attended > planned
    {
      log.add(
        .attendance, row, column: columns.position(of: .sessionsAttended),
        message: "more sessions attended than were planned")
    }
    return amounts
  }

  private func amount(
    _ column: ProvisionColumn, _ unit: AmountText.Unit, log: inout FileLog
  ) -> Double? {
    let cell = self[column]
    guard !cell.isEmpty else { return nil }
    if let amount = AmountText.amount(cell, unit) { return amount }
    log.add(
      .number, row, column: columns.position(of: column),
      message: "cannot read \"\(cell.text)\": the row is used without it")
    return nil
  }
}

/// The numbers of a row.
struct ProvisionAmounts {
  var sessionsPerWeek: Double?
  var minutesPerSession: Double?
  var sessionsPlanned: Double?
  var sessionsAttended: Double?
  var cost: Double?
  var hourlyRate: Double?

  /// Puts them into a row of the model.
  func fill(_ row: inout ProvisionRow) {
    row.sessionsPerWeek = sessionsPerWeek
    row.minutesPerSession = minutesPerSession
    row.sessionsPlanned = sessionsPlanned
    row.sessionsAttended = sessionsAttended
    row.cost = cost
    row.hourlyRate = hourlyRate
  }
}
