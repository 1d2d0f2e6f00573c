/// Yes and no as exports write them.
package enum TruthText {
  /// Whether a text says yes (`T`, `TRUE`, `Y`, `YES`, `1`, `✓`) or no (`F`, `FALSE`, `N`, `NO`, `0`,
  /// `✗`), in any case; nil when it says neither: `X` marks a yes in one school and a no in another.
  package static func truth(_ text: String) -> Bool? {
    let word = text.lowercased().split(whereSeparator: \.isWhitespace)
    guard word.count == 1, let first = word.first else { return nil }
    return words[String(first)]
  }

  private static let words = [
    "t": true, "true": true, "y": true, "yes": true, "1": true, "✓": true, "✔": true,
    "f": false, "false": false, "n": false, "no": false, "0": false, "✗": false, "✘": false,
  ]
}
