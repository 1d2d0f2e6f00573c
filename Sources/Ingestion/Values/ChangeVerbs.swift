import ProvisionModel

/// Words around the values of a text about changes.
enum ChangeVerbs {
  /// Something becomes more.
  static let up: Set<String> = [
    "increase", "increased", "increases", "increasing", "raise", "raised", "raising", "extend",
    "extended", "extending", "lengthen", "lengthened", "more", "longer", "larger", "bigger",
    "improve", "grow", "enlarge", "double",
  ]
  /// Something becomes less.
  static let down: Set<String> = [
    "reduce", "reduced", "reduces", "reducing", "shorten", "shortened", "shortening", "cut",
    "lower", "lowered", "decrease", "decreased", "fewer", "less", "shorter", "smaller", "drop",
    "down", "halve",
  ]
  /// Words that "to" and a value may follow.
  static let all = up.union(down).union([
    "change", "changed", "changes", "changing", "vary", "varied", "go", "goes", "going", "move",
    "moved", "moving", "switch", "switched", "return", "back", "adapt", "amend", "set", "bring",
    "adjust",
  ])
  /// Things that may be said "to" become a value without a verb.
  static let nouns: Set<String> = [
    "sessions", "session", "size", "sizes", "length", "frequency", "programme", "attendance",
    "duration",
  ]
  /// Words behind which "to" is no change.
  static let otherTo: Set<String> = [
    "due", "owing", "up", "next", "close", "near", "similar", "according", "prior", "addition",
    "compared", "equal", "thanks", "relative", "subject", "add", "added", "adding", "opposed",
    "linked", "related", "access", "response",
  ]
  /// Words that may follow a value that has no unit of its own.
  static let behindValues: Set<String> = [
    "for", "from", "in", "with", "where", "when", "at", "on", "next", "this", "starting", "before",
    "during", "over", "as",
  ]
}

/// Changes that have no value: other pupils, other TAs.
enum ChangeOfPeople {
  private static let pupils: Set<String> = ["pupils", "children", "learners"]
  private static let assistants: Set<String> = [
    "ta", "tas", "ta's", "assistant", "assistants",
  ]
  /// The words for those who may be others.
  static let nouns = pupils.union(assistants)

  /// What changes where a noun stands for other people; nil where it does not.
  static func kind(_ words: [ChangeWord], noun: Int) -> ChangeTarget.Kind? {
    guard let word = text(words, noun) else { return nil }
    let isPupils = pupils.contains(word)
    var before = noun - 1
    if !isPupils, word.hasPrefix("assistant") {
      guard text(words, before) == "teaching" else { return nil }
      before -= 1
    }
    let isOther = text(words, before).map {
      ["other", "different"].contains($0) || !isPupils && $0 == "another"
    }
    let isFree = noun + 1 >= words.count || followers.contains(text(words, noun + 1) ?? "")
    guard isFree else { return nil }
    if isOther == true {
      if text(words, before - 1) == "a" { before -= 1 }
      return stands(words, before - 1) ? (isPupils ? .pupils : .teachingAssistants) : nil
    }
    if text(words, before) == "the" { before -= 1 }
    if ["of", "in"].contains(text(words, before)) { before -= 1 }
    guard ["change", "changes"].contains(text(words, before)) else { return nil }
    if text(words, before - 1) == "a" { before -= 1 }
    return before == 0 || text(words, before - 1) == "make"
      ? (isPupils ? .pupils : .teachingAssistants) : nil
  }

  /// Whether what stands before "other pupils" makes them those who take part.
  private static func stands(_ words: [ChangeWord], _ before: Int) -> Bool {
    guard before >= 0, let word = text(words, before) else { return before < 0 }
    if ["to", "choose", "select", "pick", "invite", "take", "find", "use"].contains(word) {
      return true
    }
    return ["with", "for", "by"].contains(word)
      && text(words, 0).map(openers.contains) == true
  }

  private static let followers: Set<String> = [
    "from", "in", "next", "for", "with", "whose", "who", "this", "to",
  ]
  private static let openers: Set<String> = [
    "run", "repeat", "continue", "try", "offer", "start", "restart", "go", "change", "switch",
    "taught", "led", "vary", "with", "for",
  ]

  private static func text(_ words: [ChangeWord], _ place: Int) -> String? {
    guard words.indices.contains(place), case .word(let word) = words[place] else { return nil }
    return word
  }
}
