/// Reads a page as a browser's reader does: its texts, those of pictures and of attributes that are read
/// out, each with the figure that its element names.
struct HTMLReading {
  private struct Element {
    var name: String
    var figures: [String]?
    var place: WrittenPlace?
  }

  private let path: String
  private let bytes: [UInt8]
  private var index = 0
  private var open: [Element] = []
  private var figures: [WrittenFigure] = []

  /// The texts of a page.
  static func figures(_ path: String, _ bytes: [UInt8]) -> [WrittenFigure] {
    var reading = HTMLReading(path: path, bytes: bytes)
    reading.read()
    return reading.figures
  }

  private init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  private mutating func read() {
    while index < bytes.count {
      if bytes[index] == 0x3C { readTag() } else { readText() }
    }
  }

  /// A text up to the next tag. It belongs to the element that it stands in directly.
  private mutating func readText() {
    let start = index
    while index < bytes.count, bytes[index] != 0x3C { index += 1 }
    guard bytes[start..<index].contains(where: { $0 > 0x20 }) else { return }
    add(Self.unescaped(bytes[start..<index]), open.last?.figures)
  }

  private mutating func add(_ text: String, _ names: [String]?) {
    let place = open.last { $0.place != nil }?.place ?? .none
    figures.append(WrittenFigure(file: path, names: names ?? [], place: place, text: text))
  }

  private mutating func readTag() {
    let start = index + 1
    var quote: UInt8?
    while index < bytes.count, bytes[index] != 0x3E || quote != nil {
      let byte = bytes[index]
      if byte == quote { quote = nil } else if quote == nil, byte == 0x22 { quote = byte }
      index += 1
    }
    let tag = bytes[start..<min(index, bytes.count)]
    index += 1
    guard let first = tag.first, first != 0x21 else { return }
    if first == 0x2F {
      let name = String(decoding: tag.dropFirst(), as: UTF8.self)
      if let last = open.lastIndex(where: { $0.name == name }) { open.removeSubrange(last...) }
      return
    }
    openElement(tag)
  }

  private mutating func openElement(_ tag: ArraySlice<UInt8>) {
    let name = tag.prefix { $0 != 0x20 && $0 != 0x0A && $0 != 0x2F }
    var element = Element(name: String(decoding: name, as: UTF8.self), figures: nil, place: nil)
    var texts: [String] = []
    Self.forEachAttribute(of: tag.dropFirst(name.count)) { name, value in
      switch name {
      case "data-figure":
        element.figures = Self.unescaped(value).split(separator: " ").map(String.init)
      case "data-row": element.place = WrittenPlace(Self.unescaped(value))
      case "aria-label", "title", "alt", "summary", "content": texts.append(Self.unescaped(value))
      default: break
      }
    }
    open.append(element)
    for text in texts { add(text, element.figures) }
    let isVoid =
      tag.last == 0x2F || Self.voidElements.contains(element.name)
    if isVoid {
      open.removeLast()
    } else if element.name == "style" || element.name == "script" {
      skip(to: "</\(element.name)")
    }
  }

  /// Goes on to the end of a style or a script, in which there are no tags.
  private mutating func skip(to end: String) {
    while index < bytes.count,
      bytes[index] != 0x3C || !bytes[index...].starts(with: end.utf8)
    { index += 1 }
  }

  private static let voidElements: Set = ["meta", "br", "hr", "img", "input", "link"]

  /// Whether an attribute may be one that names figures or is read out, by its length and first letter.
  private static func isRead(_ count: Int, _ first: UInt8) -> Bool {
    switch (count, first) {
    // data-figure, data-row, aria-label, title, alt, summary, content
    case (11, 0x64), (8, 0x64), (10, 0x61), (5, 0x74), (3, 0x61), (7, 0x73), (7, 0x63): true
    default: false
    }
  }

  /// Each attribute of a tag that may be read, with its value between double quotes.
  private static func forEachAttribute(
    of tag: ArraySlice<UInt8>, _ body: (String, ArraySlice<UInt8>) -> Void
  ) {
    var index = tag.startIndex
    while index < tag.endIndex {
      let start = index
      while index < tag.endIndex, tag[index] > 0x20, tag[index] != 0x3D { index += 1 }
      let name = start..<index
      index += 1
      guard index < tag.endIndex, tag[index - 1] == 0x3D, tag[index] == 0x22 else { continue }
      let value = index + 1
      index = value
      while index < tag.endIndex, tag[index] != 0x22 { index += 1 }
      if isRead(name.count, tag[start]) {
        body(String(decoding: tag[name], as: UTF8.self), tag[value..<index])
      }
      index += 1
    }
  }

  private static func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard bytes.contains(0x26) else { return text }
    return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&amp;", with: "&")
  }
}
