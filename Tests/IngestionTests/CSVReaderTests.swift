import CCellScan
import TestSupport
import TestTraits
import Testing

@testable import Ingestion

@Suite("The CSV reader")
struct CSVReaderTests {
  @Test("gives the same rows and findings whatever the sizes of the chunks", arguments: 0..<8)
  func chunks(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let alphabet = Array(",,\"\"\r\n\n ab".utf8)
    for _ in 0..<TestLength.rounds(of: 1500) {
      let count = Int.random(in: 0...48, using: &generator)
      let bytes = (0..<count).map { _ in alphabet.randomElement(using: &generator) ?? 0x20 }
      let whole = Reading(of: bytes) { bytes.count }
      let single = Reading(of: bytes) { 1 }
      let mixed = Reading(of: bytes) { Int.random(in: 1...7, using: &generator) }
      guard whole == single, whole == mixed else {
        let text = String(decoding: bytes, as: UTF8.self).debugDescription
        Issue.record("\(text)\n whole: \(whole)\nsingle: \(single)\n mixed: \(mixed)")
        return
      }
    }
  }

  @Test(
    "gives by vectors what libcsv gives, whatever the bytes and pieces", .long, arguments: 0..<8)
  func bothWays(seed: UInt64) {
    var generator = SeededGenerator(seed: 2000 + seed)
    for round in 0..<TestLength.rounds(of: 12_000) {
      // Every other file has quotes; lengths around those of the vectors come most often.
      let text = round % 2 == 0 ? ",,\r\n\n \tabé\u{A0}=;" : ",,\"\"\"\r\n\n \tab;é"
      let alphabet = Array(text.utf8)
      let count = Int.random(in: 0...(round % 50 == 0 ? 300 : 40), using: &generator)
      let bytes = (0..<count).map { _ in alphabet.randomElement(using: &generator) ?? 0x20 }
      let delimiter = Array(",;\t a\"".utf8)[round % 6]
      let pieces = (0..<6).map { _ in Int.random(in: 1...70, using: &generator) }
      let libcsv = CSVTranscript(of: bytes, delimiter: delimiter, way: .libcsvOnly)
      let quick = CSVTranscript(of: bytes, delimiter: delimiter, way: .quick)
      let inPieces = CSVTranscript(of: bytes, delimiter: delimiter, pieces: pieces, way: .quick)
      guard libcsv == quick, libcsv == inPieces else {
        let text = String(decoding: bytes, as: UTF8.self).debugDescription
        Issue.record("\(text) in \(pieces) by \(delimiter)")
        return
      }
    }
  }

  @Test("finds the ends of cells by vectors where it finds them byte by byte")
  func vectors() {
    var generator = SeededGenerator(seed: 3000)
    let alphabet = Array(",\"\r\n".utf8) + [0x00, 0x0B, 0x21, 0x2B, 0x80, 0xAC, 0xFF, 0x61, 0x62]
    for count in 0..<400 {
      let bytes = (0..<count).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
      var quick = [UInt32](repeating: 0, count: count + 1)
      var slow = quick
      let counts = (
        impact_find_cell_ends(bytes, count, 0x2C, &quick),
        impact_find_cell_ends_bytewise(bytes, count, 0x2C, &slow)
      )
      #expect(counts.0 == counts.1)
      #expect(quick == slow)
      #expect(
        slow.prefix(counts.1).map(Int.init)
          == bytes.indices.filter { [0x2C, 0x22, 0x0D, 0x0A].contains(bytes[$0]) })
    }
  }

  @Test("gives back the cells of every table that was written as RFC 4180 says", arguments: 0..<4)
  func roundTrip(seed: UInt64) {
    var generator = SeededGenerator(seed: 1000 + seed)
    let alphabet = Array(",\"\r\na".utf8)
    for _ in 0..<300 {
      var line = 1
      var events: [Reading.Event] = []
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 1...5, using: &generator) {
        let cells = (0..<3).map { _ in
          // An `x` at both ends: spaces and emptiness are no matter of this test.
          "x"
            + String(
              decoding: (0..<Int.random(in: 0...5, using: &generator)).map { _ in
                alphabet.randomElement(using: &generator) ?? 0x61
              },
              as: UTF8.self
            ) + "x"
        }
        let text =
          cells.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",")
        events.append(.row(line: line, cells: cells))
        line += Self.lineBreaks(text) + 1
        bytes += Array((text + "\r\n").utf8)
      }
      let reading = Reading(of: bytes) { Int.random(in: 1...9, using: &generator) }
      #expect(reading.events == events)
      #expect(reading.failure == nil)
    }
  }

  @Test("takes cells of any length and rows of any number of cells")
  func largeRows() {
    let long = String(repeating: "a", count: 300_000)
    let wide = Array(repeating: "b", count: 5_000)
    let text = "\(long),\"\(long)\"\n" + wide.joined(separator: ",") + "\n"
    let reading = Reading(of: Array(text.utf8)) { 1 << 16 }
    #expect(
      reading.events == [.row(line: 1, cells: [long, long]), .row(line: 2, cells: wide)]
    )
  }

  /// LF, CR LF and lone CR, each counted once.
  private static func lineBreaks(_ text: String) -> Int {
    text.count(where: \.isNewline)
  }
}

/// All that the reader says of some bytes.
private struct Reading: Equatable {
  enum Event: Equatable {
    case row(line: Int, cells: [String])
    case strayQuote(firstLine: Int, line: Int, column: Int)
  }

  var events: [Event] = []
  var failure: CSVFailure?

  init(of bytes: [UInt8], sizeOfNext: () -> Int) {
    var receiver = Receiver()
    var reader = CSVReader()
    do {
      try bytes.withUnsafeBytes { (all) throws -> Void in
        var start = 0
        while start < all.count {
          let end = min(all.count, start + sizeOfNext())
          try reader.read(UnsafeRawBufferPointer(rebasing: all[start..<end]), into: &receiver)
          start = end
        }
      }
      try reader.finish(into: &receiver)
    } catch {
      failure = error as? CSVFailure
    }
    events = receiver.events
  }

  private struct Receiver: CSVRowReceiver {
    var events: [Event] = []

    mutating func receive(_ row: CSVRow) {
      events.append(.row(line: row.line, cells: (0..<row.count).map { row[$0].text }))
    }

    mutating func receiveStrayQuote(firstLine: Int, line: Int, column: Int) {
      events.append(.strayQuote(firstLine: firstLine, line: line, column: column))
    }
  }
}
