package import ProvisionModel

/// What a school's own words say of a change, as far as there can be no doubt of it: `From 3 to 5
/// sessions a week`, `Shorten sessions from 30 to 20 minutes`, `Extend to 12 weeks`, `From 8 to 6
/// pupils in a group`, `Raise attendance to at least 80%`, `Other pupils`, `Change of TA`.
///
/// What something is to become stands behind "to". Reasons ("so that …", "because …") say nothing of
/// it. A text with a question, a negation, a condition or a doubt anywhere else says nothing at all,
/// and neither does one with a range; of a kind with two values nothing is said.
package enum ChangeText {
  /// What a text says is to become what, in the order of the text; empty where it says nothing that
  /// is beyond doubt.
  package static func targets(in text: String) -> [ChangeTarget] {
    guard text.utf8.count <= mostBytes, !text.contains("?"), !saysMay(text) else { return [] }
    let clauses = withoutReasons(ChangeClause.clauses(of: text))
    let words = clauses.flatMap { $0.words }
    guard !words.contains(where: isDoubt) else { return [] }
    var found: [ChangeTarget] = []
    for clause in clauses {
      let reading = ChangeReading(clause.words)
      if reading.isAmbiguous { return [] }
      found += reading.targets
    }
    return settled(found)
  }

  /// Of each kind the one value that is given.
  private static func settled(_ found: [ChangeTarget]) -> [ChangeTarget] {
    var targets: [ChangeTarget] = []
    for target in found where !targets.contains(where: { $0.kind == target.kind }) {
      guard found.allSatisfy({ $0.kind != target.kind || $0 == target }) else { continue }
      targets.append(target)
    }
    return targets
  }

  /// The clauses without what begins with "because", "so that" or "in order to".
  private static func withoutReasons(_ clauses: [ChangeClause]) -> [ChangeClause] {
    var isReason = false
    return clauses.compactMap { clause in
      if isReason, clause.followsAnd { return nil }
      let words = clause.words
      let start = words.indices.first { index in
        let next = index + 1 < words.count ? words[index + 1] : nil
        return words[index] == .word("because")
          || words[index] == .word("so") && next == .word("that")
          || words[index] == .word("in") && next == .word("order")
      }
      isReason = start != nil
      return ChangeClause(words: Array(words[..<(start ?? words.count)]))
    }
  }

  /// Whether a text says that something may be: `May` within it is the month.
  private static func saysMay(_ text: String) -> Bool {
    let words = text.split { !$0.isLetter }
    return words.contains("may") || words.first?.lowercased() == "may"
  }

  private static func isDoubt(_ word: ChangeWord) -> Bool {
    guard case .word(let word) = word else { return false }
    return doubts.contains(word) || word.hasSuffix("n't")
  }

  /// Nobody writes more into a cell about a change; what is longer is something else.
  private static let mostBytes = 1_000

  private static let doubts: Set<String> = [
    "not", "no", "never", "none", "neither", "nor", "cannot", "dont", "cant", "wont", "without",
    "unless", "if", "whether", "or", "either", "maybe", "perhaps", "might", "could", "would",
    "possibly", "probably", "hopefully", "consider", "considering", "considered", "discuss", "ask",
    "instead", "rather", "than", "until", "except", "only", "some", "then", "first", "initially",
    "temporarily", "alternate", "currently", "was", "were", "had", "went", "rose", "fell",
    "dropped", "anything", "anywhere", "between", "ranging", "about", "around", "approximately",
    "approx", "roughly", "nearly", "almost", "refused", "rejected", "impossible", "against",
  ]
}
