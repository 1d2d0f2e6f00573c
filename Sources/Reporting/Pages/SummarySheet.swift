import Analysis
import ProvisionModel

/// The first sheet of a printed page: the header and what is said in short, which have to fit it.
struct SummarySheet {
  /// The answers.
  let answers: [Answer]
  /// Whether it is set in smaller letters on paper.
  let isDense: Bool

  /// The sheet that says the most.
  ///
  /// - Parameters:
  ///   - fixed: The paragraphs that stand on it in any case.
  ///   - answers: The answers for which there is so much room.
  init(fixed: [Sentence], answers: (SummaryRoom) -> [Answer]) {
    let (ample, dense) = (PrintedLetters.ample, PrintedLetters.dense)
    var made: [Answer] = []
    for (step, room) in SummaryRoom.all.enumerated() {
      made = answers(room)
      if step == 0, ample.height(fixed, made) <= PrintedLetters.sheet {
        (self.answers, self.isDense) = (made, false)
        return
      }
      if dense.height(fixed, made) <= PrintedLetters.sheet { break }
    }
    (self.answers, self.isDense) = (made, true)
  }
}

/// The letters of the first sheet, as style.html sets them for print [points]. The fonts of
/// readers differ: widths are those of a wide one.
private struct PrintedLetters {
  var size: Double
  var lineHeight: Double
  /// What a paragraph and a question take beside their lines.
  var paragraph: Double
  var question: Double
  /// The header, and what answers.mustache itself says.
  var rest: Double

  /// The height of A4 between its margins.
  static let sheet = 762.0
  static let ample = PrintedLetters(
    size: 11, lineHeight: 1.5, paragraph: 4, question: 24, rest: 305)
  static let dense = PrintedLetters(
    size: 9.5, lineHeight: 1.3, paragraph: 3, question: 18, rest: 255)

  private static let lineWidth = 485.0
  private static let letterWidth = 0.57

  func height(_ fixed: [Sentence], _ answers: [Answer]) -> Double {
    let texts = fixed + answers.flatMap(\.sentences)
    let lines = texts.reduce(0) { $0 + self.lines($1.plain) }
    return rest + Double(answers.count + 1) * question + Double(texts.count) * paragraph
      + Double(lines) * size * lineHeight
  }

  private func lines(_ text: String) -> Int {
    let width = TextFit.letters(text) * size * Self.letterWidth
    return max(1, Int((width / Self.lineWidth).rounded(.up)))
  }
}
