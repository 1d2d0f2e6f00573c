import ProvisionModel

/// What one clause of a text says of changes.
struct ChangeReading {
  /// What is to become what, in the order of the words.
  private(set) var targets: [ChangeTarget] = []
  /// Whether a range, a product or a contradiction stands where a value should.
  private(set) var isAmbiguous = false

  private let words: [ChangeWord]

  /// Reads the words of a clause.
  init(_ words: [ChangeWord]) {
    self.words = words
    for place in words.indices {
      switch words[place] {
      case .word("to"), .word("into"):
        if let from = start(before: place) { readValue(behind: place, from: from) }
      case .word("groups"): readGroups(at: place)
      case .word(let word) where ChangeOfPeople.nouns.contains(word):
        if let kind = ChangeOfPeople.kind(words, noun: place) { targets.append(ChangeTarget(kind)) }
      default: break
      }
    }
  }

  /// What stands before "to".
  private struct Start {
    var value: Double?
    var unit: ChangeUnit?
    var isForeign = false
  }

  // MARK: - Before "to"

  /// What is said to change; nil where the "to" before a value is another.
  private func start(before to: Int) -> Start? {
    if let from = words[..<to].lastIndex(of: .word("from")),
      !words[from..<to].contains(.word("to"))
    {
      return startFrom(from, to)
    }
    if to == 0 { return Start() }
    guard case .word(let previous) = words[to - 1], !ChangeVerbs.otherTo.contains(previous) else {
      return nil
    }
    if ChangeVerbs.all.contains(previous) { return Start() }
    let hasVerb = words[..<to].contains { word in
      if case .word(let word) = word { ChangeVerbs.all.contains(word) } else { false }
    }
    if hasVerb { return Start() }
    let isCounted = to > 1 && isNumber(words[to - 2])
    return ChangeVerbs.nouns.contains(previous) && !isCounted ? Start() : nil
  }

  /// `from 3 sessions a week`; of a range `from 3-4` only the unit is known.
  private func startFrom(_ from: Int, _ to: Int) -> Start? {
    guard var amount = amount(at: from + 1) else { return nil }
    if amount.end + 1 < to, words[amount.end] == .sign("-"),
      let upper = self.amount(at: amount.end + 1)
    {
      amount = (nil, upper.unit, upper.end)
    }
    if amount.unit != nil || amount.end == to {
      guard amount.end <= to else { return nil }
      return Start(value: amount.value, unit: amount.unit, isForeign: amount.end < to)
    }
    if let unit = ChangeUnit(Array(words[..<to]), at: amount.end, in: context(before: to)) {
      return Start(value: amount.value, unit: unit, isForeign: unit.end < to)
    }
    let rest = words[amount.end..<to]
    return rest.count <= 3 && !rest.contains(where: isNumber) ? Start(isForeign: true) : nil
  }

  // MARK: - Behind "to"

  private mutating func readValue(behind to: Int, from: Start) {
    var place = to + 1
    if isWord(place, ["a", "an", "the"]) { place += 1 }
    let isAtLeast = isWord(place, ["at"]) && isWord(place + 1, ["least"])
    if isAtLeast { place += 2 }
    guard let amount = amount(at: place) else { return }
    guard !isPartOfMore(amount.end) else { return isAmbiguous = true }
    guard let value = amount.value else { return }
    let context = context(before: to)
    let unit = amount.unit ?? ChangeUnit(words, at: amount.end, in: context)
    guard let kind = unit?.kind ?? bareKind(amount.end, from, context) else { return }
    guard !isAtLeast || kind == .attendance else { return }
    if let known = from.unit?.kind, known != kind { return isAmbiguous = true }
    guard !contradictsVerb(value, from: from.value, before: to) else { return isAmbiguous = true }
    let isPlain = unit?.isPlainSessions ?? from.unit?.isPlainSessions ?? false
    add(kind, value, isPlainSessions: isPlain && from.unit?.isPlainSessions != false)
    if kind == .sessionsPerWeek, let unit { readMinutes(behind: unit.end) }
  }

  /// `3 sessions of 20 minutes`.
  private mutating func readMinutes(behind place: Int) {
    guard isWord(place, ["of"]), let amount = amount(at: place + 1), let value = amount.value,
      let unit = ChangeUnit(words, at: amount.end, in: ChangeContext()),
      unit.kind == .minutesPerSession
    else { return }
    add(.minutesPerSession, value, isPlainSessions: false)
  }

  /// What a number without a unit counts: what the one before "to" counts, or pupils of a group.
  private func bareKind(
    _ end: Int, _ from: Start, _ context: ChangeContext
  ) -> ChangeTarget.Kind? {
    guard end == words.count || isWord(end, ChangeVerbs.behindValues), !from.isForeign else {
      return nil
    }
    if let kind = from.unit?.kind { return kind == .attendance ? nil : kind }
    return context.isGroupSize ? .groupSize : nil
  }

  /// A number with the position behind it; "daily" and "every day" are five sessions a week.
  private func amount(at place: Int) -> (value: Double?, unit: ChangeUnit?, end: Int)? {
    guard place < words.count else { return nil }
    switch words[place] {
    case .number(let value): return (value, nil, place + 1)
    case .word("once"): return timesAWeek(1, place)
    case .word("twice"): return timesAWeek(2, place)
    case .word("daily"): return daily(place)
    case .word("every") where isWord(place + 1, ["day"]): return daily(place + 1)
    default: return nil
    }
  }

  private func timesAWeek(_ value: Double, _ place: Int) -> (Double?, ChangeUnit?, Int)? {
    guard let unit = ChangeUnit(words, at: place + 1, in: ChangeContext()),
      unit.kind == .sessionsPerWeek, !unit.isPlainSessions
    else {
      // "From once to twice a week".
      return isWord(place + 1, ["to"]) ? (value, nil, place + 1) : nil
    }
    return (value, unit, unit.end)
  }

  private func daily(_ place: Int) -> (Double?, ChangeUnit?, Int)? {
    let end = isWord(place + 1, ["sessions"]) ? place + 2 : place + 1
    guard end == words.count || isWord(end, ChangeVerbs.behindValues.union(["to"])) else {
      return nil
    }
    return (5, ChangeUnit(aWeekUpTo: end), end)
  }

  /// Whether a number is one end of a range or a part of a product.
  private func isPartOfMore(_ end: Int) -> Bool {
    guard end < words.count else { return false }
    let isJoint =
      [.sign("-"), .sign("/"), .sign(":"), .word("x"), .word("to")].contains(words[end])
    return isJoint && end + 1 < words.count && isNumber(words[end + 1])
  }

  private mutating func add(_ kind: ChangeTarget.Kind, _ value: Double, isPlainSessions: Bool) {
    let limits: ClosedRange<Double> =
      switch kind {
      // More sessions than school days may be those of the whole programme.
      case .sessionsPerWeek: 0.1...(isPlainSessions ? 5 : 25)
      case .minutesPerSession: 1...240
      case .weeks: 1...60
      case .groupSize: 1...40
      default: 1...100
      }
    guard limits.contains(value) else { return }
    targets.append(ChangeTarget(kind, to: kind == .attendance ? value / 100 : value))
  }

  // MARK: - Groups

  /// `groups of 4`, where that is what they are to be.
  private mutating func readGroups(at place: Int) {
    guard isWord(place + 1, ["of"]), let amount = amount(at: place + 2), amount.unit == nil,
      let value = amount.value
    else { return }
    var before = place - 1
    while isWord(before, ["smaller", "larger", "bigger", "new"]) || isCount(before) {
      before -= 1
    }
    guard before < 0 || isWord(before, ["in"]) || becomesGroups(to: before) else { return }
    guard !isPartOfMore(amount.end) else { return isAmbiguous = true }
    var end = amount.end
    if isWord(end, ["pupils", "children", "learners", "students"]) { end += 1 }
    guard end == words.count || isWord(end, ChangeVerbs.behindValues) else { return }
    add(.groupSize, value, isPlainSessions: false)
  }

  /// Whether a "to" before groups says what the groups become: pupils may also be added to some.
  private func becomesGroups(to: Int) -> Bool {
    guard isWord(to, ["to", "into"]) else { return false }
    let from = words[..<to].firstIndex(of: .word("from"))
    return to == 0 || isWord(to - 1, ChangeVerbs.all.union(["split"])) || isWord(0, ["split"])
      || from.map { $0 == 0 || isWord($0 - 1, ChangeVerbs.all) } == true
  }

  private func isCount(_ place: Int) -> Bool {
    words.indices.contains(place) && isNumber(words[place])
  }

  // MARK: - Words

  /// What the words before a "to" are about.
  private func context(before to: Int) -> ChangeContext {
    var context = ChangeContext()
    context.isAttendance = words.contains(.word("attendance"))
    for place in 0..<to where isWord(place, ["size", "sizes"]) {
      let isOfGroups =
        isWord(place - 1, ["group"])
        || words[place..<to].contains { [.word("group"), .word("groups")].contains($0) }
      context.isGroupSize = context.isGroupSize || isOfGroups
    }
    return context
  }

  /// Whether the verb says that less becomes more, or more less, or nothing changes.
  private func contradictsVerb(_ value: Double, from: Double?, before to: Int) -> Bool {
    guard let from else { return false }
    let texts = words[..<to].compactMap { word in
      if case .word(let word) = word { word } else { nil }
    }
    let isDown = texts.contains(where: ChangeVerbs.down.contains)
    let isUp = texts.contains(where: ChangeVerbs.up.contains)
    return value == from || isDown && !isUp && value > from || isUp && !isDown && value < from
  }

  private func isWord(_ place: Int, _ wanted: Set<String>) -> Bool {
    guard words.indices.contains(place), case .word(let word) = words[place] else { return false }
    return wanted.contains(word)
  }

  private func isNumber(_ word: ChangeWord) -> Bool {
    if case .number = word { true } else { false }
  }
}
