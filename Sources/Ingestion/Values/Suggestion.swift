/// Finds the word that somebody probably meant.
enum Suggestion {
  /// Suggestions for the first of many words: after that the looking costs more than it helps.
  struct Budget {
    private var left = 200_000

    /// The candidate nearest to a word, as long as not too many were looked at.
    mutating func nearest(to word: String, among candidates: [String]) -> String? {
      guard left > 0 else { return nil }
      left -= candidates.count + 1
      return Suggestion.nearest(to: word, among: candidates)
    }
  }

  /// The candidate nearest to a word by edit distance, if it is near enough to be meant.
  static func nearest(to word: String, among candidates: [String]) -> String? {
    guard word.utf8.count <= 200 else { return nil }
    let wanted = PlainName.key(word)
    let scored = candidates.lazy.filter { $0.utf8.count <= 200 }.map {
      (name: $0, distance: distance(wanted, PlainName.key($0)))
    }
    guard let best = scored.min(by: { ($0.distance, $0.name) < ($1.distance, $1.name) }) else {
      return nil
    }
    return best.distance <= max(1, (wanted.count + 1) / 3) ? best.name : nil
  }

  /// Levenshtein's distance.
  private static func distance(_ left: String, _ right: String) -> Int {
    let right = Array(right)
    var row = Array(0...right.count)
    for (index, character) in left.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for column in right.indices {
        let above = row[column + 1]
        let substitution = diagonal + (character == right[column] ? 0 : 1)
        row[column + 1] = min(above + 1, row[column] + 1, substitution)
        diagonal = above
      }
    }
    return row[right.count]
  }
}
