import Diagnostics

/// The rows of the pupils files.
struct PupilsBuilder: TableBuilder {
  typealias Column = PupilsColumn

  /// A row of a pupils file.
  struct Row {
    var key: UInt32
    var file: Int
    var line: Int
    var upn: String
    var admissionNumber: String
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
  private var positions = PupilPositions()
  private var file = 0
  private var replaced = 0
  private var yearGroups = CanonicalTexts { YearGroupText.canonical($0) }
  private var senStatuses = CanonicalTexts { SENStatusText.canonical($0) }
  private var needs = CanonicalTexts { NeedText.canonical($0) }
  private var truths = CanonicalTexts { TruthText.truth($0).map { $0 ? "Y" : "N" } }

  mutating func begin(_ columns: ColumnMap<PupilsColumn>, file: Int, log: inout FileLog) {
    self.columns = columns
    self.file = file
    positions = PupilPositions(
      school: columns.position(of: .school), id: columns.position(of: .pupilID),
      upn: columns.position(of: .upn), admission: columns.position(of: .admissionNumber))
  }

  mutating func reserve(rows count: Int) {
    rows.reserveCapacity(rows.count + count)
  }

  mutating func add(_ row: CSVRow, log: inout FileLog) {
    guard let columns else { return }
    let known = pupils.count
    guard let key = pupils.code(of: row, positions) else {
      log.addEmpty(row, column: positions.first)
      return
    }
    if key < known, rows[Int(key)].file != file {
      // The later file is the newer one.
      rows[Int(key)] = made(row, key: key, columns)
      replaced += 1
      return
    }
    if key < known {
      log.add(
        .duplicateRow, row, column: positions.first,
        message: "the pupil stands in the pupils files already, on line \(rows[Int(key)].line); "
          + "that row is used")
      return
    }
    rows.append(made(row, key: key, columns))
  }

  mutating func finish(log: inout FileLog) {
    guard replaced > 0 else { return }
    log.findings.append(
      Finding(
        .duplicateRow, severity: .note, file: log.file,
        message: "\(replaced == 1 ? "one pupil stands" : "\(replaced) pupils stand") in a pupils "
          + "file before, too; what this file says is used",
        hint: "nothing to do, if this file is the newer one"))
    replaced = 0
  }

  private mutating func made(
    _ row: CSVRow, key: UInt32, _ columns: ColumnMap<PupilsColumn>
  ) -> Row {
    func cell(_ column: PupilsColumn) -> Cell { row[columns.position(of: column)] }
    return Row(
      key: key, file: file, line: row.line, upn: cell(.upn).text,
      admissionNumber: cell(.admissionNumber).text,
      name: name(cell(.name), surname: cell(.surname), forename: cell(.forename)),
      yearGroup: yearGroups.text(of: cell(.yearGroup)),
      senStatus: senStatuses.text(of: cell(.senStatus)),
      primaryNeed: needs.text(of: cell(.primaryNeed)),
      pupilPremium: truths.text(of: cell(.pupilPremium)))
  }

  /// The name as one text, `Surname, Forename` where the file has it in two columns.
  private func name(_ name: Cell, surname: Cell, forename: Cell) -> String {
    if !name.isEmpty { return name.text }
    return [surname.text, forename.text].filter { !$0.isEmpty }.joined(separator: ", ")
  }
}

/// Texts of a column that people write in several ways, each as the one that all of them mean; a
/// text that is none of them stays as it is.
private struct CanonicalTexts: Sendable {
  private var pool = ByteDictionary()
  private var texts: [String] = []
  private let canonical: @Sendable (String) -> String?

  /// Texts whose meaning `canonical` knows.
  init(_ canonical: @escaping @Sendable (String) -> String?) {
    self.canonical = canonical
  }

  /// The text of a cell.
  mutating func text(of cell: Cell) -> String {
    if cell.isEmpty { return "" }
    let code = Int(pool.code(of: cell))
    if code == texts.count { texts.append(canonical(cell.text) ?? cell.text) }
    return texts[code]
  }
}
