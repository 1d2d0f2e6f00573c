import ProvisionModel

/// What a number of a text about changes counts: the words behind it.
struct ChangeUnit {
  /// What is to change.
  let kind: ChangeTarget.Kind
  /// Whether "sessions" stands there alone, so that they may be those of a week or all of them.
  let isPlainSessions: Bool
  /// The position behind the unit.
  let end: Int

  /// Reads a unit; nil where there is none, or another.
  ///
  /// - Parameters:
  ///   - words: The words of a clause.
  ///   - start: The position behind the number.
  ///   - context: What the words before make a bare "pupils" and a per cent sign mean.
  init?(_ words: [ChangeWord], at start: Int, in context: ChangeContext) {
    var reader = Reader(words: words, place: start)
    reader.skip(.sign("-"))
    guard let kind = reader.kind(context), !reader.standsBeforeOther(kind) else { return nil }
    self.kind = kind
    isPlainSessions = reader.isPlainSessions
    end = reader.place
  }

  /// Sessions a week, where one word says it all.
  init(aWeekUpTo end: Int) {
    kind = .sessionsPerWeek
    isPlainSessions = false
    self.end = end
  }
}

/// What a clause is about, apart from its numbers.
struct ChangeContext {
  /// Whether it speaks of attendance.
  var isAttendance = false
  /// Whether it speaks of the size of groups.
  var isGroupSize = false
}

/// Goes through the words behind a number.
private struct Reader {
  let words: [ChangeWord]
  var place: Int
  var isPlainSessions = false

  private static let each: [ChangeWord] = [
    .word("a"), .word("per"), .word("each"), .word("every"), .sign("/"),
  ]
  private static let pupils: Set<String> = ["pupils", "children", "learners", "students"]
  private static let others: Set<String> = [
    "more", "fewer", "less", "longer", "shorter", "extra", "later", "earlier", "ago", "late",
    "early", "missed", "attended", "lost", "past", "into", "time", "old",
  ]

  init(words: [ChangeWord], place: Int) {
    self.words = words
    self.place = place
  }

  private var word: String? {
    if place < words.count, case .word(let word) = words[place] { word } else { nil }
  }

  @discardableResult
  mutating func skip(_ word: ChangeWord) -> Bool {
    guard place < words.count, words[place] == word else { return false }
    place += 1
    return true
  }

  private mutating func skip(anyOf wanted: Set<String>) -> Bool {
    guard let word, wanted.contains(word) else { return false }
    place += 1
    return true
  }

  /// Takes "a week", "per week", "/week".
  private mutating func skipEach(_ wanted: Set<String>) -> Bool {
    let start = place
    if Self.each.contains(where: { skip($0) }), skip(anyOf: wanted) { return true }
    place = start
    return false
  }

  private var isBeforeEach: Bool {
    place < words.count && Self.each.contains(words[place])
  }

  /// The kind of the unit that stands here, which is passed over.
  mutating func kind(_ context: ChangeContext) -> ChangeTarget.Kind? {
    if skip(.sign("%")) || skip(anyOf: ["percent"]) { return attendance(context) }
    if word == "per", place + 1 < words.count, words[place + 1] == .word("cent") {
      place += 2
      return attendance(context)
    }
    if skipEach(["week"]) || skip(anyOf: ["weekly"]) {
      _ = skip(anyOf: ["sessions", "session"])
      return .sessionsPerWeek
    }
    if skipEach(["session"]) { return .minutesPerSession }
    if skip(anyOf: ["sessions", "session"]) { return sessions() }
    if skip(anyOf: ["times", "time", "x"]) {
      return skipEach(["week"]) || skip(anyOf: ["weekly"]) ? .sessionsPerWeek : nil
    }
    if skip(anyOf: ["minutes", "minute", "mins", "min"]) { return minutes() }
    if skip(anyOf: ["weeks", "week"]) { return isBeforeEach ? nil : .weeks }
    if skip(anyOf: Self.pupils) {
      return skipGroup() || context.isGroupSize ? .groupSize : nil
    }
    return skipGroup() ? .groupSize : nil
  }

  private func attendance(_ context: ChangeContext) -> ChangeTarget.Kind? {
    context.isAttendance ? .attendance : nil
  }

  private mutating func sessions() -> ChangeTarget.Kind? {
    if skipEach(["week"]) || skip(anyOf: ["weekly"]) { return .sessionsPerWeek }
    let start = place
    if skip(anyOf: ["in"]), skip(anyOf: ["a", "the", "each", "every"]), skip(anyOf: ["week"]) {
      return .sessionsPerWeek
    }
    place = start
    isPlainSessions = true
    let isOther =
      isBeforeEach || ["daily", "altogether", "overall", "total", "over"].contains(word)
      || word == "in" && place + 1 < words.count
        && [.word("total"), .word("all")].contains(words[place + 1])
    return isOther ? nil : .sessionsPerWeek
  }

  private mutating func minutes() -> ChangeTarget.Kind? {
    if skipEach(["session", "time", "lesson"]) || skip(anyOf: ["each", "long"]) {
      return .minutesPerSession
    }
    if skip(anyOf: ["sessions", "session"]) { return .minutesPerSession }
    let isOther = isBeforeEach || ["daily", "weekly", "before", "after"].contains(word)
    return isOther ? nil : .minutesPerSession
  }

  /// Takes "in a group", "per group", "to a group", "a group".
  private mutating func skipGroup() -> Bool {
    let start = place
    if skipEach(["group"]) { return true }
    if skip(anyOf: ["in", "to"]), skip(anyOf: ["a", "each", "the", "every"]),
      skip(anyOf: ["group"])
    {
      return true
    }
    place = start
    return false
  }

  /// Whether what follows makes something else of a number and its unit: `2 sessions more`, `10
  /// minutes before lunch`, `to 3 sessions to 5`.
  func standsBeforeOther(_ kind: ChangeTarget.Kind) -> Bool {
    guard place < words.count else { return false }
    if words[place] == .word("to"), place + 1 < words.count, case .number = words[place + 1] {
      return true
    }
    guard let word else { return true }
    if kind == .weeks, ["before", "after", "in"].contains(word) { return true }
    return Self.others.contains(word)
  }
}
