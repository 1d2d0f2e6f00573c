import Simulation
import Testing

@Suite struct ExportStreamTests {
  @Test(
    "a stream quotes what must be quoted",
    arguments: [
      ("plain", "plain"), ("Zoë", "Zoë"), ("a, b", "\"a, b\""),
      ("says \"yes\"", "\"says \"\"yes\"\"\""),
      ("two\nlines", "\"two\nlines\""), (" edge", "\" edge\""), ("edge ", "\"edge \""), ("", ""),
    ])
  func quotesWhatMustBeQuoted(text: String, cell: String) {
    #expect(String(decoding: ExportStream.encoded(text), as: UTF8.self) == cell)
  }

  @Test(
    "a stream prints fixed decimals",
    arguments: [
      (12_400, 2, "12.40"), (5, 2, "0.01"), (4, 2, "0.00"), (-4, 2, "0.00"), (-350, 3, "-0.350"),
      (-100, 1, "-0.1"), (2_500, 0, "3"), (-2_500, 0, "-3"), (1_005, 3, "1.005"),
    ])
  func printsFixedDecimals(thousandths: Int, decimals: Int, text: String) {
    #expect(fixed(thousandths: thousandths, decimals: decimals) == text)
  }

  @Test("a stream hands on full pieces and the rest")
  func handsOnFullPiecesAndTheRest() throws {
    final class Box {
      var pieces: [[UInt8]] = []
    }
    let box = Box()
    let stream = ExportStream(limit: 8) { box.pieces.append($0) }
    try stream.row(["abc", "de"])
    try stream.row(["fgh", "ij"])
    try stream.row(["k"])
    try stream.flush()
    let text = String(decoding: box.pieces.joined(), as: UTF8.self)
    #expect(text == "abc,de\nfgh,ij\nk\n")
    #expect(box.pieces.count == 2)
  }

  @Test("letters go on after Z")
  func lettersGoOnAfterZ() {
    #expect(
      [0, 25, 26, 51, 52, 701, 702].map(letters) == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]
    )
  }
}
