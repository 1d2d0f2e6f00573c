import Diagnostics
import ProvisionModel

/// The rows of the provision maps, one for each pupil whom a row of the file names.
///
/// Pupils, interventions, measures, subjects and TAs are numbered as these files name them; the
/// assembler turns the numbers into those of the whole data.
struct ProvisionBuilder: TableBuilder {
  typealias Column = ProvisionColumn

  /// Pupils, by the numbers of the rows.
  private(set) var pupils = PupilKeys()
  /// Names of interventions, by the numbers of the rows.
  private(set) var interventionNames = ByteDictionary()
  /// Names of measures, by the numbers of the rows.
  private(set) var measureNames = ByteDictionary()
  /// Names of subjects, by the numbers of the rows.
  private(set) var subjectNames = ByteDictionary()
  /// TAs, by the numbers of the rows.
  private(set) var assistantNames = ByteDictionary()
  /// The rows that can be used.
  private(set) var rows: [ProvisionRow] = []

  private let settings: LayoutSettings
  private let terms: TermCalendar
  private var columns: ColumnMap<ProvisionColumn>?
  private var pupilPositions = PupilPositions()
  private var file = 0
  private var texts = TextPool()
  private var measureLists = CodedLists()
  private var assistantLists = CodedLists()
  private var choices = ChosenByCells()
  private var dates: ProvisionDates
  private var hasSharedCost = false
  private var shownOrder = DateOrderEvidence()

  /// No rows; terms that stand for dates are those of `terms`.
  init(settings: LayoutSettings, terms: TermCalendar) {
    self.settings = settings
    self.terms = terms
    dates = ProvisionDates(terms: terms, firstRow: 0)
  }

  /// The rows, which the builder then no longer holds.
  mutating func takeRows() -> [ProvisionRow] {
    var taken: [ProvisionRow] = []
    swap(&taken, &rows)
    return taken
  }

  mutating func begin(_ columns: ColumnMap<ProvisionColumn>, file: Int, log: inout FileLog) {
    self.columns = columns
    self.file = file
    pupilPositions = PupilPositions(
      school: columns.position(of: .school), id: columns.position(of: .pupilID),
      upn: columns.position(of: .upn), admission: columns.position(of: .admissionNumber),
      name: columns.position(of: .pupilName), surname: columns.position(of: .surname),
      forename: columns.position(of: .forename))
    dates = ProvisionDates(terms: terms, firstRow: rows.count)
    hasSharedCost = false
  }

  mutating func reserve(rows count: Int) {
    rows.reserveCapacity(rows.count + count)
  }

  mutating func add(_ row: CSVRow, log: inout FileLog) {
    guard let columns else { return }
    var cells = ProvisionCells(row: row, columns: columns)
    let named = pupilCodes(of: row)
    if named.isEmpty { log.addEmpty(row, column: pupilPositions.first) }
    cells.require(.intervention, log: &log)
    let rowDates = dates.codes(of: cells)
    if rowDates.start < 0 {
      log.addEmpty(
        row, column: max(columns.position(of: .startDate), columns.position(of: .pupilStartDate)))
      cells.isUsable = false
    }
    cells.checkLists([.measure, .teachingAssistant], log: &log)
    let amounts = cells.amounts(log: &log)
    guard cells.isUsable, let first = named.first else { return }
    var made = ProvisionRow(
      file: file, line: row.line, pupil: Int(first),
      intervention: Int(interventionNames.code(of: cells[.intervention])), start: Day(number: 0),
      end: nil)
    amounts.fill(&made)
    fill(&made, from: cells)
    made.chosenBy = choices.chosenBy(of: cells, log: &log)
    if named.count > 1, !AmountText.isForEach(cells[.cost]) {
      shareCost(&made, among: named.count, columns, log: &log)
    }
    for pupil in named {
      made.pupil = Int(pupil)
      rows.append(made)
      dates.append(rowDates)
    }
  }

  mutating func finish(log: inout FileLog) {
    guard let columns else { return }
    let isUsable = dates.resolve(
      &rows, columns, order: settings.dateOrder, shown: &shownOrder, log: &log)
    guard isUsable.contains(false) else { return }
    let first = dates.firstRow
    let kept = rows.indices.filter { $0 < first || isUsable[$0 - first] }
    rows = kept.map { rows[$0] }
  }

  /// The pupils whom a row names: one, or a list in a cell.
  private mutating func pupilCodes(of row: CSVRow) -> [UInt32] {
    let positions = pupilPositions
    let isList =
      [positions.id, positions.upn, positions.admission, positions.name].first {
        $0 >= 0 && !row[$0].isEmpty
      }.map { row[$0].mayBeList } ?? false
    guard isList else { return pupils.code(of: row, positions).map { [$0] } ?? [] }
    return listedCodes(of: row)
  }

  private mutating func listedCodes(of row: CSVRow) -> [UInt32] {
    let positions = pupilPositions
    let kinds: [(Int, PupilKeyKind)] = [
      (positions.id, .id), (positions.upn, .upn), (positions.admission, .admissionNumber),
      (positions.name, .name),
    ]
    guard let (position, kind) = kinds.first(where: { $0.0 >= 0 && !row[$0.0].isEmpty }) else {
      return []
    }
    var codes: [UInt32] = []
    var known: Set<UInt32> = []
    let text = row[position].text
    let heading = columns?.headings[position] ?? ""
    // "Van Berg, Anna Maria" is one pupil, unless the heading says that there are several.
    let mayPart =
      kind != .name || PlainName.key(heading).hasSuffix("s") || text.count { $0 == "," } > 1
    for var item in mayPart ? ListText.pupils(text) : ListText.lines(text) {
      let code = item.withUTF8 { bytes in
        bytes.baseAddress.map {
          pupils.code(
            id: Cell(trimming: $0, count: bytes.count), kind, school: row[positions.school])
        }
      }
      if let code, known.insert(code).inserted { codes.append(code) }
    }
    return codes
  }

  private mutating func fill(_ made: inout ProvisionRow, from cells: ProvisionCells) {
    made.measures = measureLists.codes(
      of: cells[.measure], names: &measureNames, items: ListText.items)
    let subject = cells[.subject]
    made.subject = subject.isEmpty ? nil : Int(subjectNames.code(of: subject))
    made.teachingAssistants = assistantLists.codes(
      of: cells[.teachingAssistant], names: &assistantNames, items: ListText.people)
    made.entryScores = scores(in: cells[.entryScore])
    made.targetScores = scores(in: cells[.targetScore])
    made.exitScores = scores(in: cells[.exitScore])
    made.areaOfNeed = texts.text(of: cells[.areaOfNeed])
    made.wave = texts.text(of: cells[.wave])
    let group = cells[.group]
    made.group = GroupText.isNoGroup(group) ? "" : texts.text(of: group)
    made.outcomeRating = texts.text(of: cells[.outcomeRating])
    made.evidenceBase = texts.text(of: cells[.evidenceBase])
  }

  /// The cost of a row with several pupils is that of all of them, unless its heading says
  /// otherwise.
  private mutating func shareCost(
    _ made: inout ProvisionRow, among count: Int, _ columns: ColumnMap<ProvisionColumn>,
    log: inout FileLog
  ) {
    let heading = PlainName.key(columns.heading(of: .cost))
    guard let cost = made.cost, !heading.contains("per"), !heading.contains("pupilcost") else {
      return
    }
    made.cost = cost / Double(count)
    if hasSharedCost { return }
    hasSharedCost = true
    log.findings.append(
      Finding(
        .sharedCost, file: log.file, line: made.line, column: columns.position(of: .cost) + 1,
        heading: columns.heading(of: .cost), value: PlainNumber.text(cost, decimals: 2),
        message: "the cost of a row with several pupils is shared equally among them"))
  }

  private func scores(in cell: Cell) -> OwnScores {
    cell.isEmpty ? .none : .unread(cell.split(at: 0x3B).map(ScoreText.raw))
  }
}

extension Cell {
  /// Whether something stands in it that may part the things of a list.
  fileprivate var mayBeList: Bool {
    withBytes { bytes in bytes.contains { [0x3B, 0x2C, 0x0A, 0x0D, 0x7C].contains($0) } }
  }
}

/// Lists of names as lists of their codes; equal lists are kept once.
private struct CodedLists {
  private var lists = ByteDictionary()
  private var codes: [[Int]] = []

  /// The codes of the names in a cell, each of them once.
  mutating func codes(
    of cell: Cell, names: inout ByteDictionary, items: (String) -> [String]
  ) -> [Int] {
    guard !cell.isEmpty else { return [] }
    let list = Int(lists.code(of: cell))
    if list == codes.count { codes.append(items(cell.text).map { Int(names.code(of: $0)) }) }
    return codes[list]
  }
}
