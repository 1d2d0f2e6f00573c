package import ProvisionModel

/// Words for how pupils were chosen (METHOD §7).
package enum ChosenByText {
  /// What a text says, without regard to case, spaces and punctuation; nil where it says anything
  /// else.
  ///
  /// Several words in one cell are one if they say the same, and `both` if they name scores and need.
  package static func chosenBy(_ text: String) -> ChosenBy? {
    if let word = word(text) { return word }
    let parts = text.lowercased().replacing(" and ", with: ";")
      .split { separators.contains($0) }.map { word(String($0)) }
    let named = Set(parts)
    if named == [.scores, .need] { return .both }
    return named.count == 1 ? parts[0] : nil
  }

  private static let separators: Set<Character> = [";", ",", "/", "&", "+", "\n", "\r\n"]

  private static func word(_ text: String) -> ChosenBy? {
    let key = PlainName.key(text)
    // A question mark is neither letter nor digit.
    return key.isEmpty ? (text.contains("?") ? .unknown : nil) : words[key]
  }

  // "Assessment" alone may be a test or a specialist's: it is left open.
  private static let words: [String: ChosenBy] = [
    "score": .scores, "scores": .scores, "test": .scores, "tests": .scores,
    "testscore": .scores, "testscores": .scores, "testresult": .scores, "testresults": .scores,
    "assessmentdata": .scores, "assessmentscore": .scores, "assessmentscores": .scores,
    "assessmentresult": .scores, "assessmentresults": .scores, "trackingdata": .scores,

    "need": .need, "needs": .need, "pupilneed": .need, "pupilneeds": .need, "pupilsneeds": .need,
    "staff": .need, "staffjudgement": .need, "staffjudgment": .need, "teacher": .need,
    "teachers": .need, "teacherjudgement": .need, "teacherjudgment": .need,
    "teachersjudgement": .need, "teachersjudgment": .need, "professionaljudgement": .need,
    "professionaljudgment": .need,

    "both": .both,

    "unknown": .unknown, "notknown": .unknown, "notrecorded": .unknown, "dontknow": .unknown,
    "notsure": .unknown, "unsure": .unknown,
  ]
}
