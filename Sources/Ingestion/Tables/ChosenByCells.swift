import Diagnostics
import ProvisionModel

/// How the pupils of rows were chosen: each distinct cell is read once.
struct ChosenByCells {
  private var texts = ByteDictionary()
  private var readings: [ChosenBy?] = []

  /// What the cell of a row says. A word that says nothing is told, and the row is used without it.
  mutating func chosenBy(of cells: ProvisionCells, log: inout FileLog) -> ChosenBy? {
    let cell = cells[.chosenBy]
    guard !cell.isEmpty else { return nil }
    let code = Int(texts.code(of: cell))
    if code == readings.count { readings.append(ChosenByText.chosenBy(cell.text)) }
    if let reading = readings[code] { return reading }
    let words = ChosenBy.allCases.map(\.rawValue)
    log.add(
      .word, severity: .warning, cells.row, column: cells.columns.position(of: .chosenBy),
      message: "\"\(cell.text)\" is none of \(words.joined(separator: ", ")): the row is used "
        + "without it",
      hint: "write scores where scores of the tracking file decided who takes part, need where "
        + "staff knew better, both or unknown")
    return nil
  }
}
