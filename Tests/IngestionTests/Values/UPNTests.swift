import Ingestion
import Testing

@Suite("Unique pupil numbers")
struct UPNTests {
  // METHOD §11: 93 mod 23 = 1, B.
  // 2…13 times 1 2 3 4 5 6 7 8 9 0 1 2: 2 + 6 + 12 + 20 + 30 + 42 + 56 + 72 + 90 + 0 + 12 + 26
  // = 368 = 16 · 23, so A.
  // 13 · 9 = 117 = 5 · 23 + 2, C. 13 · 5 = 65 = 2 · 23 + 19, W.
  // Temporary: A is 0, so A; X is 20, 13 · 20 = 260 = 11 · 23 + 7, H; T is 16, 13 · 16 = 208
  // = 9 · 23 + 1, B, where the 20th of 26 letters would give 19 · 13 = 247 = 10 · 23 + 17, U.
  @Test(
    "have a check letter",
    arguments: [
      ("B801200005001", "B"), ("A123456789012", "A"), ("C000000000009", "C"),
      ("W000000000005", "W"), ("A00000000000A", "A"), ("H00000000000X", "H"),
      ("B00000000000T", "B"), ("b801200005001", "B"), ("h00000000000x", "H"),
    ]
  )
  func right(text: String, letter: Character) {
    #expect(UPN.looksLikeUPN(text))
    #expect(UPN.hasRightCheckLetter(text))
    #expect(UPN.checkLetter(of: text) == letter)
  }

  @Test(
    "are recognised where the check letter is wrong",
    arguments: [
      ("A801200005001", "B"), ("B801200005002", "Q"), ("B810200005001", "A"),
      ("I000000000009", "C"),
    ]
  )
  func wrong(text: String, letter: Character) {
    #expect(UPN.looksLikeUPN(text))
    #expect(!UPN.hasRightCheckLetter(text))
    #expect(UPN.checkLetter(of: text) == letter)
  }

  @Test("never end in I, O or S")
  func noSuchLetter() {
    for text in ["A00000000000I", "A00000000000O", "A00000000000S"] {
      #expect(UPN.looksLikeUPN(text))
      #expect(UPN.checkLetter(of: text) == nil)
      #expect(!UPN.hasRightCheckLetter(text))
    }
  }

  @Test(
    "are nothing else",
    arguments: [
      "", "B80120000500", "B8012000050011", "8801200005001", "B80120000500-", "B8012A0005001",
      "B801200 05001", "P1", "É801200005001",
    ]
  )
  func others(text: String) {
    #expect(!UPN.looksLikeUPN(text))
    #expect(!UPN.hasRightCheckLetter(text))
    #expect(UPN.checkLetter(of: text) == nil)
  }
}
