import Testing

@testable import Reporting

@Suite struct PageTemplatesTests {
  @Test(
    "texts are no markup",
    arguments: [
      ("plain", "plain"), ("Tom & Sam's <b> \"x\"", "Tom &amp; Sam&#39;s &lt;b&gt; &quot;x&quot;"),
      // A quote with a combining accent is one character, and still a quote to browsers.
      ("a\"\u{301}b", "a&quot;\u{301}b"), ("<\u{301}b", "&lt;\u{301}b"),
    ])
  func textsAreNoMarkup(text: String, written: String) {
    let html = PageTemplates.render("pupil-steps", ["sentences": [text]])
    let shown = "<p>\(written)</p>"
    #expect(html.unicodeScalars.contains(shown.unicodeScalars), "\(html)")
  }
}
