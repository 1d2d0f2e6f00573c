/// Amounts of money, time and sessions as people type them: `£1,040.00`, `30 mins`, `1 hour`,
/// `3 x a week`, `daily`.
enum AmountText {
  /// What an amount is of.
  enum Unit {
    /// A plain number, perhaps with a currency sign.
    case money
    /// Money for an hour.
    case rate
    /// Minutes; hours are turned into minutes.
    case minutes
    /// Sessions.
    case sessions
    /// Sessions in a week.
    case perWeek
  }

  /// The amount in a cell, in minutes where it is a time; nil when it is none, or negative.
  static func amount(_ cell: Cell, _ unit: Unit) -> Double? {
    if let number = NumberText.number(cell)?.value { return number >= 0 ? number : nil }
    guard cell.count <= 60 else { return nil }
    let words = words(of: cell.text)
    guard let first = words.first else { return nil }
    if unit == .minutes, let minutes = hoursAndMinutes(words) { return minutes }
    if unit == .perWeek, let times = timesPerWeek(words) { return times }
    guard let number = number(first), number >= 0 else { return nil }
    let rest = words.dropFirst().joined(separator: " ")
    guard let factor = factors(unit)[rest] else { return nil }
    return number * factor
  }

  /// Whether a cell says that the amount is for each pupil.
  static func isForEach(_ cell: Cell) -> Bool {
    guard cell.count <= 60 else { return false }
    let words = words(of: cell.text).dropFirst().joined(separator: " ")
    return ["per pupil", "each", "per child"].contains(words)
  }

  /// The number and the words, in small letters: "30mins" is two of them.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var isInNumber = false
    for character in text.lowercased() {
      if character.isWhitespace || "£$€()".contains(character) {
        isInNumber = false
        words.append("")
        continue
      }
      let isNumber = character.isNumber || character == "," || character == "."
      if words.isEmpty || isNumber != isInNumber { words.append("") }
      isInNumber = isNumber
      words[words.count - 1].append(character)
    }
    return words.filter { !$0.isEmpty && $0 != "." }
  }

  /// A number with commas between thousands.
  private static func number(_ word: String) -> Double? {
    let groups = word.split(separator: ",", omittingEmptySubsequences: false)
    let areThousands = groups.dropFirst().allSatisfy { group in
      group.prefix { $0 != "." }.count == 3
    }
    guard areThousands, groups[0].count <= 3 || groups.count == 1 else { return nil }
    guard groups.dropLast().allSatisfy({ !$0.contains(".") }) else { return nil }
    let plain = groups.joined()
    guard plain.allSatisfy({ ("0"..."9").contains($0) || $0 == "." }) else { return nil }
    return Double(plain)
  }

  /// The minutes of `1 hr 15 mins`.
  private static func hoursAndMinutes(_ words: [String]) -> Double? {
    guard words.count == 4, let hours = number(words[0]), let minutes = number(words[2]),
      factors(.minutes)[words[1]] == 60, factors(.minutes)[words[3]] == 1
    else { return nil }
    return hours * 60 + minutes
  }

  private static func factors(_ unit: Unit) -> [String: Double] {
    switch unit {
    case .money: ["": 1, "gbp": 1, "pounds": 1, "per pupil": 1, "each": 1, "per child": 1]
    case .rate: ["": 1, "gbp": 1, "pounds": 1, "per hour": 1, "an hour": 1, "/hour": 1, "/hr": 1]
    case .minutes:
      [
        "": 1, "min": 1, "mins": 1, "minute": 1, "minutes": 1, "m": 1, "hour": 60, "hours": 60,
        "hr": 60, "hrs": 60, "h": 60,
      ]
    case .sessions: ["": 1, "session": 1, "sessions": 1]
    case .perWeek:
      [
        "": 1, "x": 1, "times": 1, "sessions": 1, "session": 1, "per week": 1, "a week": 1,
        "x week": 1, "x weekly": 1, "x per week": 1, "x a week": 1, "times a week": 1,
        "times per week": 1, "times weekly": 1, "sessions per week": 1, "sessions a week": 1,
        "weekly": 1, "/week": 1, "days a week": 1, "days per week": 1, "session per week": 1,
        "time per week": 1, "time a week": 1, "x /week": 1, "x/week": 1,
      ]
    }
  }

  private static func timesPerWeek(_ words: [String]) -> Double? {
    switch words.joined(separator: " ") {
    case "daily", "every day", "each day": 5
    case "weekly", "once a week", "once weekly", "once per week", "every week": 1
    case "twice a week", "twice weekly", "twice per week": 2
    case "three times a week", "three times per week", "three times weekly": 3
    case "four times a week", "four times per week": 4
    case "five times a week", "five times per week": 5
    case "fortnightly", "once a fortnight", "every two weeks", "every other week": 0.5
    default: nil
    }
  }
}
