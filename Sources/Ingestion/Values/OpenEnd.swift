/// What people write for the end of something that goes on.
enum OpenEnd {
  /// Whether a cell says that there is no end yet.
  static func isOpen(_ text: String) -> Bool {
    let key = PlainName.key(text)
    return key.isEmpty || words.contains(key) || text.contains("9999")
  }

  private static let words: Set<String> = [
    "ongoing", "current", "currently", "present", "now", "open", "tbc", "tba", "na", "none",
    "inprogress", "continuing", "continues", "continue", "notended", "notyet", "noend", "null",
  ]
}
