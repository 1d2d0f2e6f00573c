import Testing

@testable import Reporting

/// What a school of many interventions may still say on the first sheet.
@Suite struct SummarySheetTests {
  private func answers(
    _ names: Int, letters: Int, sentences: Int = 5, _ room: SummaryRoom
  ) -> [Answer] {
    let name: Sentence =
      "\(TextFit.shortened(String(repeating: "n", count: letters), to: room.letters), is: "intervention")"
    let list = room.list(Array(repeating: "\(name) (at least 82%)" as Sentence, count: names))
    return (1...4).map {
      room.cut(
        Answer(
          question: "Q\($0)", sentences: Array(repeating: "\(list)." as Sentence, count: sentences))
      )
    }
  }

  @Test("a few interventions are all named in letters of the ordinary size")
  func aFewInterventionsAreAllNamedInLettersOfTheOrdinarySize() {
    let sheet = SummarySheet(fixed: ["Opening."]) { answers(2, letters: 15, sentences: 2, $0) }
    #expect(!sheet.isDense)
    #expect(sheet.answers == answers(2, letters: 15, sentences: 2, .ample))
  }

  @Test("of more than the sheet holds, fewer are named in smaller letters")
  func ofMoreThanTheSheetHoldsFewerAreNamedInSmallerLetters() {
    let sheet = SummarySheet(fixed: ["Opening."]) { answers(6, letters: 20, $0) }
    #expect(sheet.isDense)
    #expect(sheet.answers.count == 4)
    #expect(sheet.answers[0].sentences.allSatisfy { $0.plain.hasSuffix(" more.") })
  }

  @Test("eighty long names leave the least")
  func eightyLongNamesLeaveTheLeast() throws {
    let sheet = SummarySheet(fixed: ["Opening."]) { answers(80, letters: 300, $0) }
    #expect(sheet.isDense)
    #expect(sheet.answers == answers(80, letters: 300, try #require(SummaryRoom.all.last)))
    #expect(sheet.answers[0].sentences[0].plain.hasSuffix("… (at least 82%) and 79 more."))
  }
}
