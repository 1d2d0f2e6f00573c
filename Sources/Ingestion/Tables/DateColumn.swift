import Diagnostics
import ProvisionModel

/// The dates of a column of one file: each text is read once, and what it means is settled when the
/// whole column is known.
struct DateColumn {
  private var texts = ByteDictionary()
  private var readings: [DateReading] = []
  /// Whether the column has dates of which there is no doubt, beside those with a number.
  private var hasPlainDates = false
  private let terms: TermCalendar
  private let edge: TermText.Edge

  /// A column without cells.
  ///
  /// - Parameter edge: Which end of a term stands for it.
  init(terms: TermCalendar, edge: TermText.Edge) {
    self.terms = terms
    self.edge = edge
  }

  /// The number of a cell's text.
  mutating func code(of cell: Cell) -> Int32 {
    let code = Int(texts.code(of: cell))
    if code == readings.count { readings.append(DateText.reading(cell)) }
    return Int32(truncatingIfNeeded: code)
  }

  /// Takes note of a date that needs no number.
  mutating func notePlainDate() {
    hasPlainDates = true
  }

  /// Adds the texts of the next stretch of the file; the numbers that they have here.
  mutating func add(_ next: DateColumn) -> [Int32] {
    hasPlainDates = hasPlainDates || next.hasPlainDates
    let numbers = texts.add(next.texts) { $0 }
    for (code, number) in numbers.enumerated() where Int(number) == readings.count {
      readings.append(next.readings[code])
    }
    return numbers.map { Int32(truncatingIfNeeded: $0) }
  }

  /// Why nobody can read the date of a number.
  func problem(of code: Int32) -> String {
    let text = text(of: code)
    if case .serial = readings[Int(code)] {
      return "\"\(text)\" looks like a spreadsheet's day number, but the column has other dates"
    }
    return "cannot read \"\(text)\""
  }

  /// The text of a number.
  func text(of code: Int32) -> String {
    texts.text(of: UInt32(code))
  }

  /// What the column says of the order of day and month.
  var evidence: DateOrderEvidence {
    readings.reduce(into: DateOrderEvidence()) { $0.add($1) }
  }

  /// The day of each number; nil where the text names none.
  ///
  /// Spreadsheet's day numbers count only in a column that has no other dates.
  func days(_ order: DateOrder) -> [Day?] {
    let hasDates =
      hasPlainDates
      || readings.contains {
        switch $0 {
        case .day, .ordered: true
        case .none, .serial: false
        }
      }
    return readings.indices.map { index in
      switch readings[index] {
      case .serial(let number):
        hasDates ? nil : DateReading.day(ofSerial: number)
      case .none:
        TermText.day(texts.text(of: UInt32(index)), in: terms, as: edge)
      case .day, .ordered:
        readings[index].day(monthFirst: order == .monthFirst)
      }
    }
  }
}

/// What dates of three numbers say of the order of day and month.
struct DateOrderEvidence {
  /// Dates that are none with the day first.
  private(set) var onlyMonthFirst = 0
  /// Dates that are none with the month first.
  private(set) var onlyDayFirst = 0
  /// Whether there are no dates of three numbers.
  private(set) var isEmpty = true
  /// Whether a file had such dates and none of them shows the order.
  private(set) var hasUnproven = false
  /// A date that is none with the day first, as the month, day and year.
  private(set) var example = ""

  /// Looks at a date.
  mutating func add(_ reading: DateReading) {
    guard case .ordered(let first, let second, let year) = reading else { return }
    isEmpty = false
    if second > 12 {
      onlyMonthFirst += 1
      if example.isEmpty { example = "\(first)/\(second)/\(year)" }
    }
    if first > 12 { onlyDayFirst += 1 }
  }

  /// Both together.
  static func + (left: DateOrderEvidence, right: DateOrderEvidence) -> DateOrderEvidence {
    var sum = left
    sum.onlyMonthFirst += right.onlyMonthFirst
    sum.onlyDayFirst += right.onlyDayFirst
    sum.isEmpty = left.isEmpty && right.isEmpty
    let isUnproven = { (one: DateOrderEvidence) in
      !one.isEmpty && one.onlyMonthFirst + one.onlyDayFirst == 0
    }
    sum.hasUnproven =
      left.hasUnproven || right.hasUnproven || isUnproven(left) || isUnproven(right)
    if sum.example.isEmpty { sum.example = right.example }
    return sum
  }

  /// The day comes first unless some dates can only be month-first and none only day-first.
  var order: DateOrder {
    onlyMonthFirst > 0 && onlyDayFirst == 0 ? .monthFirst : .dayFirst
  }
}

extension FileLog {
  /// The order of day and month in a file: what school.yml says, else what the dates show, else that
  /// of the files of the kind before; a month that comes first is noted.
  ///
  /// - Parameter known: What the files of the kind have shown so far.
  mutating func dateOrder(
    _ given: DateOrder?, _ evidence: DateOrderEvidence, known: inout DateOrderEvidence
  ) -> DateOrder {
    if let given { return given }
    let before = known
    known = known + evidence
    if !evidence.isEmpty, evidence.onlyMonthFirst + evidence.onlyDayFirst == 0,
      before.order == .monthFirst
    {
      findings.append(
        Finding(
          .monthFirst, file: file,
          message: "the dates do not show whether the day or the month comes first; they are read "
            + "with the month first, as in the file before"))
      return .monthFirst
    }
    if evidence.order == .monthFirst, before.hasUnproven, before.onlyMonthFirst == 0 {
      findings.append(
        Finding(
          .monthFirst, file: file,
          message: "the files before this one were read with the day first, which their dates do "
            + "not show: check them"))
    }
    if evidence.order == .monthFirst {
      findings.append(
        Finding(
          .monthFirst, file: file,
          message: "\(evidence.example) is a date only with the month first, so all dates of the "
            + "file are read so"))
    }
    return evidence.order
  }
}
