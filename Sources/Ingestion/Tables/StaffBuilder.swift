import Diagnostics
import ProvisionModel

/// The rows of the staff files.
struct StaffBuilder: TableBuilder {
  typealias Column = StaffColumn

  /// The TAs, in file order.
  private(set) var assistants: [TeachingAssistant] = []

  /// The TAs' role levels, as the files write them.
  private(set) var roleLevels = Spellings(key: SpellingKey.key)

  private var columns: ColumnMap<StaffColumn>?
  private var file = 0
  private var lines: [String: Int] = [:]

  mutating func begin(_ columns: ColumnMap<StaffColumn>, file: Int, log: inout FileLog) {
    self.columns = columns
    self.file = file
  }

  mutating func add(_ row: CSVRow, log: inout FileLog) {
    guard let columns else { return }
    func cell(_ column: StaffColumn) -> Cell { row[columns.position(of: column)] }
    let isNamed = columns.has(.teachingAssistant)
    let column = columns.position(of: isNamed ? .teachingAssistant : .name)
    let key = row[column].text
    guard !key.isEmpty else {
      log.addEmpty(row, column: column)
      return
    }
    if let line = lines[key] {
      log.add(
        .duplicateRow, row, column: column,
        message: "the TA stands in the staff files already, on line \(line); that row is used")
      return
    }
    var assistant = TeachingAssistant(key: key)
    assistant.name = cell(.name).text
    assistant.roleLevel = cell(.roleLevel).text
    roleLevels.add(assistant.roleLevel, file: file, line: row.line)
    assistant.trainedIn = ListText.items(cell(.trainedIn).text)
    assistant.isListed = true
    let rate = cell(.hourlyRate)
    if !rate.isEmpty {
      assistant.hourlyRate = AmountText.amount(rate, .rate)
      if assistant.hourlyRate == nil {
        log.add(
          .number, row, column: columns.position(of: .hourlyRate),
          message: "cannot read \"\(rate.text)\": the row is used without it")
      }
    }
    lines[key] = row.line
    assistants.append(assistant)
  }
}
