import TestSupport
import Testing

@testable import Reporting

/// Texts in pictures: whatever a school writes stays text, and fits.
@Suite struct ChartTextTests {
  @Test("markup is escaped in texts and titles")
  func markupIsEscapedInTextsAndTitles() {
    var drawing = Drawing()
    let name = "</text><script>alert(\"1\")</script> & 'co'"
    drawing.titled(name) { $0.text(name, at: Place(0, 0)) }
    #expect(!drawing.marks.contains("<script"))
    #expect(drawing.marks.count { $0 == "<" } == 6)
    #expect(
      drawing.marks.contains(
        "&lt;/text&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;co&#39;"))
    // A bracket with an accent is one character, but a bracket to a browser.
    #expect(HTMLText.escaped("<\u{301}b").unicodeScalars.starts(with: "&lt;".unicodeScalars))
  }

  @Test("a picture has a title, a description and a role")
  func aPictureHasATitleADescriptionAndARole() {
    let picture = Picture(
      id: "p", title: "A & b", description: "c < d", height: 10, legend: "", drawing: Drawing())
    #expect(
      picture.svg == """
        <svg role="img" aria-labelledby="p-title p-desc" width="100%" height="10">\
        <title id="p-title">A &amp; b</title><desc id="p-desc">c &lt; d</desc></svg>
        """)
    #expect(picture.view["legend"] == nil)
  }

  @Test("long names are cut off with dots")
  func longNamesAreCutOffWithDots() {
    #expect(TextFit.shortened("Paired reading", to: 20) == "Paired reading")
    #expect(TextFit.shortened("paired reading group", to: 10) == "paired re…")
    // No gap before the dots.
    #expect(TextFit.shortened("paired reading", to: 8) == "paired…")
    let wide = TextFit.shortened(String(repeating: "W", count: 300), to: 44)
    #expect(wide.count < 30 && wide.hasSuffix("W…"))
    #expect(TextFit.shortened(String(repeating: "🚀", count: 300), to: 44).count == 22)
    #expect(TextFit.shortened("", to: 5).isEmpty)
  }

  @Test("names from right to left are set apart")
  func namesFromRightToLeftAreSetApart() {
    #expect(TextFit.isolated("قراءة") == "\u{2068}قراءة\u{2069}")
    #expect(TextFit.isolated("Reading") == "Reading")
    // So are marks that would turn the rest of the line round.
    #expect(TextFit.isolated("a\u{202E}b") == "\u{2068}a\u{202E}b\u{2069}")
  }

  @Test("a list of many names is cut off")
  func aListOfManyNamesIsCutOff() {
    let names = (1...14).map { Sentence("N\($0)", is: "intervention") }
    #expect(Wording.shortList(Array(names.prefix(13))).plain.hasSuffix("N11, N12 and N13"))
    #expect(Wording.shortList(names).plain.hasSuffix("N11, N12 and 2 more"))
  }
}
