import Diagnostics

/// The rows of the pupils files.
struct PupilsBuilder: TableBuilder {
  typealias Column = PupilsColumn

  /// A row of a pupils file.
  struct Row {
    var key: UInt32
    var file: Int
    var line: Int
    var name: String
    var yearGroup: String
    var senStatus: String
    var primaryNeed: String
    var pupilPremium: String
  }

  /// Pupils, by the keys of the rows.
  private(set) var pupils = PupilKeys()
  /// The rows, one a pupil.
  private(set) var rows: [Row] = []

  private var columns: ColumnMap<PupilsColumn>?
  private var file = 0
  private var texts = TextPool()

  mutating func begin(_ columns: ColumnMap<PupilsColumn>, file: Int) {
    self.columns = columns
    self.file = file
  }

  mutating func reserve(rows count: Int) {
    rows.reserveCapacity(rows.count + count)
  }

  mutating func add(_ row: CSVRow, log: inout FileLog) {
    guard let columns else { return }
    func cell(_ column: PupilsColumn) -> Cell { row[columns.position(of: column)] }
    let id = columns.position(of: .pupilID)
    if row[id].isEmpty {
      log.addEmpty(row, column: id)
      return
    }
    let known = pupils.count
    let key = pupils.code(id: row[id], school: cell(.school))
    if key < known {
      log.add(
        .duplicateRow, row, column: id,
        message: "the pupil stands in the pupils files already, on line \(rows[Int(key)].line); "
          + "that row is used")
      return
    }
    rows.append(
      Row(
        key: key, file: file, line: row.line, name: cell(.name).text,
        yearGroup: texts.text(of: cell(.yearGroup)), senStatus: texts.text(of: cell(.senStatus)),
        primaryNeed: texts.text(of: cell(.primaryNeed)),
        pupilPremium: texts.text(of: cell(.pupilPremium))))
  }
}
