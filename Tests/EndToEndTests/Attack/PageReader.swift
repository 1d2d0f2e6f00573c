/// Reads the figures of a page from its bytes: a small reader of HTML of its own, so that it shares
/// no mistake with the program.
struct PageReader {
  private struct Element {
    var name: String
    var figures: [String]
    var row: RowReference?
    /// Where its text begins.
    var start: Int
  }

  /// Elements that have no end.
  private static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr",
  ]

  private let file: String
  private let bytes: [UInt8]
  private var place = 0
  private var text: [UInt8] = []
  private var open: [Element] = []
  private var found: [PrintedFigure] = []
  private var unmarked: [UInt8] = []
  /// How many open elements name figures; one around a whole table names none of its numbers.
  private var naming = 0

  /// The figures of a page, inner ones first, and last, under no name, the text outside of them.
  static func figures(in bytes: [UInt8], of file: String) -> [PrintedFigure] {
    var reader = PageReader(file: file, bytes: bytes)
    reader.read()
    let rest = PrintedFigure(
      file: file, element: "", figures: [], row: nil,
      text: HTMLEntities.decoded(reader.unmarked[...]))
    return reader.found + [rest]
  }

  private init(file: String, bytes: [UInt8]) {
    (self.file, self.bytes) = (file, bytes)
  }

  private mutating func read() {
    while place < bytes.count {
      let start = place
      while place < bytes.count, bytes[place] != UInt8(ascii: "<") { place += 1 }
      text += bytes[start..<place]
      if naming == 0 { unmarked += bytes[start..<place] }
      place += 1
      guard place < bytes.count else { break }
      switch bytes[place] {
      case UInt8(ascii: "!"): skip(past: starts(with: "!--") ? "-->" : ">")
      case UInt8(ascii: "/"): readEnd()
      default: readStart()
      }
    }
    while let last = open.last { close(last.name) }
  }

  private mutating func readEnd() {
    place += 1
    let name = readName()
    skip(past: ">")
    close(name)
  }

  private mutating func readStart() {
    let name = readName()
    var element = Element(
      name: name, figures: [], row: open.last?.row, start: text.count)
    var isClosed = Self.void.contains(name)
    while place < bytes.count, bytes[place] != UInt8(ascii: ">") {
      if Self.isSpace(bytes[place]) || bytes[place] == UInt8(ascii: "/") {
        isClosed = isClosed || bytes[place] == UInt8(ascii: "/")
        place += 1
        continue
      }
      let (attribute, value) = readAttribute()
      switch attribute {
      case "data-figure": element.figures = value.split(separator: " ").map(String.init)
      case "data-row": element.row = RowReference(value)
      default: break
      }
    }
    place += 1
    if name == "style" || name == "script" {
      skip(past: "</\(name)>")
    } else if !isClosed {
      open.append(element)
      if Self.names(element) { naming += 1 }
    }
  }

  private mutating func readAttribute() -> (name: String, value: String) {
    let name = readName()
    guard place < bytes.count, bytes[place] == UInt8(ascii: "=") else {
      if name.isEmpty { place += 1 }
      return (name, "")
    }
    place += 1
    guard place < bytes.count else { return (name, "") }
    let quote = bytes[place]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      return (name, readName())
    }
    place += 1
    let start = place
    while place < bytes.count, bytes[place] != quote { place += 1 }
    let value = HTMLEntities.decoded(bytes[start..<place])
    place += 1
    return (name, value)
  }

  private mutating func readName() -> String {
    let start = place
    while place < bytes.count, !Self.isSpace(bytes[place]), !Self.endsName(bytes[place]) {
      place += 1
    }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  /// Closes an element, and what was left open in it.
  private mutating func close(_ name: String) {
    guard open.contains(where: { $0.name == name }) else { return }
    while let element = open.popLast() {
      if Self.names(element) { naming -= 1 }
      if !element.figures.isEmpty {
        found.append(
          PrintedFigure(
            file: file, element: element.name, figures: element.figures, row: element.row,
            text: HTMLEntities.decoded(text[element.start...])))
      }
      if element.name == name { break }
    }
  }

  private static func names(_ element: Element) -> Bool {
    !element.figures.isEmpty && element.figures != ["caption"]
  }

  private func starts(with text: String) -> Bool { bytes[place...].starts(with: text.utf8) }

  private mutating func skip(past end: String) {
    while place < bytes.count, !starts(with: end) { place += 1 }
    place += end.utf8.count
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "=") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
  }
}
