import ProvisionModel

/// Terms that stand for dates, with the academic year of a column of its own where there is one.
struct TermColumn {
  private var texts = ByteDictionary()
  private var years = ByteDictionary()

  /// The number of a row's term.
  mutating func code(term: Cell, year: Cell) -> Int32 {
    Int32(truncatingIfNeeded: texts.code(of: term, tag: years.code(of: year)))
  }

  /// Adds the terms of the next stretch of the file; the numbers that they have here.
  mutating func add(_ next: TermColumn) -> [Int32] {
    let yearNumbers = years.add(next.years) { $0 }
    return texts.add(next.texts) { yearNumbers[Int($0)] }.map { Int32(truncatingIfNeeded: $0) }
  }

  /// The text of a number.
  func text(of code: Int32) -> String {
    let year = years.text(of: texts.tag(of: UInt32(code)))
    return texts.text(of: UInt32(code)) + (year.isEmpty ? "" : " \(year)")
  }

  /// The last day of each number's term; nil where the text names none.
  ///
  /// - Parameter startYear: The academic year of terms without a year, where the file has one.
  func days(_ terms: TermCalendar, startYear: Int?) -> [Day?] {
    (0..<UInt32(texts.count)).map { code in
      let text = texts.text(of: code)
      if let day = TermText.day(text, in: terms, as: .last) { return day }
      let yearText = years.text(of: texts.tag(of: code))
      // A year that cannot be read is no reason to take another; a year group is no year.
      let isNone = yearText.isEmpty || YearGroupText.canonical(yearText) != nil
      let year = isNone ? startYear : AcademicYearText.startYear(yearText)
      return year.flatMap {
        TermText.edgeDay(withoutYear: text, academicYear: $0, in: terms, as: .last)
      }
    }
  }
}

/// Dates of headings that name a term and the year group in which the pupil was then.
struct YearGroupDates {
  /// Codes are below this; day numbers are above.
  static let limit: Int32 = -1_000_000_000

  /// A term of the academic year in which a pupil, now in a year group, was in another.
  struct Entry: Hashable {
    var term: String
    var group: Int
    var startYear: Int?
    /// The year group that the row itself gives the pupil now.
    var pupilsGroup: String
  }

  /// The dates, by their codes.
  private(set) var entries: [Entry] = []
  private var codes: [Entry: Int32] = [:]

  /// Whether there are none.
  var isEmpty: Bool { entries.isEmpty }

  /// The code of a date.
  mutating func code(
    term: String, group: Int, startYear: Int?, pupilsGroup: Cell
  ) -> Int32 {
    code(
      of: Entry(term: term, group: group, startYear: startYear, pupilsGroup: pupilsGroup.text))
  }

  /// The code of a date.
  mutating func code(of entry: Entry) -> Int32 {
    if let code = codes[entry] { return code }
    let code = Self.limit - 1 - Int32(truncatingIfNeeded: entries.count)
    codes[entry] = code
    entries.append(entry)
    return code
  }

  /// The entry of a day below `limit`.
  func entry(_ code: Int32) -> Entry {
    entries[Self.position(of: code)]
  }

  /// The position of a code's entry.
  static func position(of code: Int32) -> Int { Int(limit - 1 - code) }

  /// The newest academic year of the files: that of the year groups in the pupils file.
  var newestYear: Int? { entries.compactMap(\.startYear).max() }

  /// The last day of an entry's term; nil when nobody can tell.
  ///
  /// - Parameters:
  ///   - listedGroup: The year group of the pupil in the pupils file.
  ///   - listedYear: The academic year in which the pupil is in it.
  func day(_ code: Int32, listedGroup: String, listedYear: Int?, terms: TermCalendar) -> Day? {
    let entry = entry(code)
    let isOwn = !entry.pupilsGroup.isEmpty
    let text = isOwn ? entry.pupilsGroup : listedGroup
    guard let startYear = isOwn ? entry.startYear : listedYear,
      let now = YearGroupText.canonical(text),
      let number = now == "R" ? 0 : Int(now), number >= entry.group
    else { return nil }
    return TermText.edgeDay(
      withoutYear: entry.term, academicYear: startYear - (number - entry.group), in: terms,
      as: .last)
  }
}
