import Testing

@testable import Reporting

@Suite struct XLSXTextTests {
  @Test(
    "texts are such as XML takes",
    arguments: [
      ("plain", "plain"), ("=1+1", "=1+1"), ("<b> & \"c\"", "<b> & \"c\""), ("قراءة", "قراءة"),
      ("👩‍🏫", "👩‍🏫"), ("a_b", "a_b"), ("_x0041_", "_x005F_x0041_"), ("_x00_", "_x00_"),
      ("a\r\nb\rc\nd", "a\nb\nc\nd"), ("a\u{0}b", "a\u{FFFD}b"), ("a\u{FFFE}", "a\u{FFFD}"),
      ("\u{FEFF}a", "\u{FEFF}a"),
    ])
  func textsAreSuchAsXMLTakes(text: String, written: String) {
    #expect(Array(XLSXText.cell(text).utf8) == Array(written.utf8))
  }

  @Test("texts are no longer than a cell takes", arguments: ["x", "é", "👍"])
  func textsAreNoLongerThanACellTakes(letter: String) {
    let cut = XLSXText.cell(String(repeating: letter, count: 40_000))
    #expect(cut.utf16.count <= XLSXText.longest)
    #expect(cut.utf16.count > XLSXText.longest - 20)
    #expect(cut.hasSuffix("…"))
  }

  @Test("lines are counted as they are wrapped")
  func linesAreCountedAsTheyAreWrapped() {
    #expect(XLSXText.lines("", width: 10) == 1)
    #expect(XLSXText.lines("one", width: 10) == 1)
    #expect(XLSXText.lines("one\ntwo\n", width: 10) == 3)
    #expect(XLSXText.lines("aaaa aaaa aaaa", width: 10) == 2)
    #expect(XLSXText.lines(String(repeating: "a", count: 95), width: 10) == 10)
  }
}
