import ProvisionModel

/// What a text says of a term, all words of it understood.
struct TermPhrase {
  /// A year as the text gives it.
  enum Year: Equatable {
    /// Two years that follow each other, by the first of them.
    case academic(Int)
    /// One year.
    case calendar(Int)
  }

  /// One of the two halves of a term.
  enum Half {
    /// Up to the half-term break.
    case first
    /// From the half-term break on.
    case second
  }

  /// The term's name in the calendar.
  var name: String
  /// The half of it, if the text means one.
  var half: Half?
  /// The end of it that the text itself means.
  var edge: TermText.Edge?
  /// The year, if the text has one.
  var year: Year?

  /// Reads a text; nil when it names no term of the calendar, or says more than is understood.
  init?(_ text: String, in calendar: TermCalendar) {
    var tokens = TextToken.tokens(of: text)
    guard TermPhrase.takeYear(from: &tokens, into: &year) else { return nil }
    let words = tokens.map(\.text)
    let names = calendar.recurring.map(\.name)
    for isExact in [true, false] {
      let found = names.compactMap { TermPhrase.rest(of: words, name: $0, isExact: isExact) }
      guard let most = found.map(\.length).max() else { continue }
      let longest = found.filter { $0.length == most }
      guard longest.count == 1 else { return nil }
      name = longest[0].name
      readRest(longest[0].words, canHaveHalf: !longest[0].hasNumber)
      return
    }
    return nil
  }

  /// Takes the one year or pair of years from the tokens; whether there is no more than that.
  private static func takeYear(from tokens: inout [TextToken], into year: inout Year?) -> Bool {
    let pair = tokens.indices.dropFirst().first { index in
      let (first, second) = (tokens[index - 1], tokens[index])
      return second.joint != nil && second.isNumber && first.isNumber && first.text.utf8.count > 1
    }
    if let pair {
      guard let startYear = startYear(tokens[pair - 1], tokens[pair]) else { return false }
      year = .academic(startYear)
      tokens.removeSubrange(pair - 1...pair)
    }
    for index in tokens.indices.reversed() {
      guard let single = calendarYear(tokens[index]) else { continue }
      guard year == nil else { return false }
      year = .calendar(single)
      tokens.remove(at: index)
    }
    return true
  }

  /// `2025/6` is an academic year, too; `2021/2` may mean the second half of a term of 2021.
  private static func startYear(_ first: TextToken, _ second: TextToken) -> Int? {
    if first.text.utf8.count == 4, second.text.utf8.count == 1, let start = Int(first.text),
      let end = Int(second.text), AcademicYearText.years.contains(start)
    {
      return end > 2 && end == start % 10 + 1 ? start : nil
    }
    return AcademicYearText.startYear(first, second)
  }

  /// A year of four digits, or of two that cannot be the number of a half term, 10–99.
  private static func calendarYear(_ token: TextToken) -> Int? {
    guard token.isNumber, let number = Int(token.text) else { return nil }
    switch token.text.utf8.count {
    case 4: return AcademicYearText.years.contains(number) ? number : nil
    case 2 where number >= 10: return number < 80 ? 2000 + number : 1900 + number
    default: return nil
    }
  }

  /// A name found in a text, and the words beside it.
  private typealias Found = (name: String, length: Int, hasNumber: Bool, words: [String])

  /// The words beside a term's name, if they are understood; nil when the name is not among them.
  private static func rest(of words: [String], name: String, isExact: Bool) -> Found? {
    let tokens = TextToken.tokens(of: name)
    let hasNumber = tokens.contains(where: \.isNumber)
    let wanted = isExact ? tokens.map(\.text) : tokens.map { season($0.text) }
    let said = isExact ? words : words.map(season)
    let fewer = said.filter { !fillers.contains($0) }
    for (given, isWhole) in [(said, true), (fewer, false)] {
      guard let place = place(of: wanted, in: given) else { continue }
      var beside = given
      beside.removeSubrange(place)
      if !isWhole { beside += said.filter(fillers.contains) }
      guard isUnderstood(beside, canHaveHalf: !hasNumber) else { continue }
      return (name, wanted.count, hasNumber, beside)
    }
    return nil
  }

  private static func place(of wanted: [String], in words: [String]) -> Range<Int>? {
    guard !wanted.isEmpty, wanted.count <= words.count else { return nil }
    return (0...words.count - wanted.count).map { $0..<$0 + wanted.count }
      .first { Array(words[$0]) == wanted }
  }

  private static func isUnderstood(_ words: [String], canHaveHalf: Bool) -> Bool {
    let others = words.filter { !fillers.contains($0) }
    return others.isEmpty || canHaveHalf && (others == ["1"] || others == ["2"])
  }

  private mutating func readRest(_ words: [String], canHaveHalf: Bool) {
    if words.contains(where: ["end", "eot"].contains) { edge = .last }
    if words.contains(where: ["start", "beginning"].contains) { edge = .first }
    guard canHaveHalf else { return }
    if words.contains("2") {
      half = .second
    } else if words.contains(where: ["1", "half", "ht"].contains) {
      half = .first
    }
  }

  private static func season(_ word: String) -> String {
    switch word {
    case "aut": "autumn"
    case "spr": "spring"
    case "sum": "summer"
    default: word
    }
  }

  private static let fillers: Set<String> = [
    "term", "half", "ht", "end", "eot", "start", "beginning", "of", "the", "at", "in",
  ]
}
