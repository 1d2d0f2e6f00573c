/// How much a summary may say, so that it stays on the first sheet of paper; the tables have the
/// rest.
struct SummaryRoom: Sendable {
  /// The most names that a list has, before it says how many more there are.
  var names: Int
  /// The most room that a name takes, in small letters.
  var letters: Int
  /// The most sentences that answer a question.
  var sentences: Int

  /// What a school of an ordinary size needs.
  static let ample = SummaryRoom(names: 12, letters: 60, sentences: .max)

  /// From the most to the least; the last fits a sheet whatever the names are.
  static let all = [
    ample,
    SummaryRoom(names: 8, letters: 60, sentences: .max),
    SummaryRoom(names: 5, letters: 50, sentences: .max),
    SummaryRoom(names: 3, letters: 40, sentences: 4),
    SummaryRoom(names: 1, letters: 40, sentences: 3),
  ]

  /// As many texts as there is room for, with commas and a last `and`.
  func list(_ texts: [Sentence]) -> Sentence {
    Wording.shortList(texts, most: names)
  }

  /// As many texts as there is room for.
  func short(_ texts: [Sentence]) -> [Sentence] {
    Wording.short(texts, most: names)
  }

  /// An answer with no more sentences than there is room for.
  func cut(_ answer: Answer) -> Answer {
    Answer(question: answer.question, sentences: Array(answer.sentences.prefix(sentences)))
  }
}

/// A question that a page answers first, in plain sentences.
struct Answer: Equatable {
  /// The question.
  var question: String
  /// The answer.
  var sentences: [Sentence]

  /// The answer for a template.
  func view(marked: Bool) -> [String: Any] {
    [
      "question": Sentence(question, is: "").html(marked: marked),
      "sentences": sentences.map { $0.html(marked: marked) },
    ]
  }
}
