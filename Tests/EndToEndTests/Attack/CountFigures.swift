/// Which figures are numbers of pupils or episodes.
enum CountFigures {
  /// Those of columns, and of sentences on pages.
  static let names: Set<String> = [
    "pupils", "n_started", "n_paired", "n_matched", "n_growth", "n_censored",
    "contrast_pupils", "n_up", "n_same", "n_down", "n_in_progress", "pupils_in_progress",
    "n_episodes", "n_used", "n_shared", "pupils_joined", "pupils_left", "pupils_stayed",
  ]

  /// Whether a figure is such a number; `before` and `after` are, where pupils changed.
  static func contains(_ figure: String, in row: [String: String]?) -> Bool {
    if ["before", "after"].contains(figure) {
      return VariationRelations.countingKinds.contains(row?["change_kind"] ?? "")
    }
    return names.contains(figure)
  }

  /// The number of a text such as `3` or `3 pupils`.
  static func number(_ text: String) -> Int? {
    let words = text.split(separator: " ")
    let things: Set<Substring> = ["pupil", "pupils", "episode", "episodes"]
    guard words.count == 1 || words.count == 2 && things.contains(words[1]) else { return nil }
    return Int(words[0])
  }
}
