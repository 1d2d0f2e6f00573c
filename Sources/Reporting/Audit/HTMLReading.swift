/// Reads a page as a browser's reader does: its texts, those of pictures and of attributes that are read
/// out, each with the figure that its element names.
struct HTMLReading {
  private struct Element {
    var name: String
    var figures: [String]?
    var place: String
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
    let text = Self.unescaped(bytes[start..<index])
    guard text.contains(where: { !$0.isWhitespace }) else { return }
    add(text, open.last?.figures)
  }

  private mutating func add(_ text: String, _ names: [String]?) {
    let place = open.last { !$0.place.isEmpty }?.place ?? ""
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
    let attributes = Self.attributes(tag.dropFirst(name.count))
    let element = Element(
      name: String(decoding: name, as: UTF8.self),
      figures: attributes["data-figure"].map { $0.split(separator: " ").map(String.init) },
      place: attributes["data-row"] ?? "")
    open.append(element)
    for read in ["aria-label", "title", "alt", "summary", "content"] {
      if let text = attributes[read] { add(text, element.figures) }
    }
    let isVoid =
      tag.last == 0x2F || ["meta", "br", "hr", "img", "input", "link"].contains(element.name)
    if isVoid {
      open.removeLast()
    } else if ["style", "script"].contains(element.name) {
      skip(to: "</\(element.name)")
    }
  }

  /// Goes on to the end of a style or a script, in which there are no tags.
  private mutating func skip(to end: String) {
    while index < bytes.count, !bytes[index...].starts(with: end.utf8) { index += 1 }
  }

  private static func attributes(_ bytes: ArraySlice<UInt8>) -> [String: String] {
    var attributes: [String: String] = [:]
    var rest = bytes
    while let start = rest.firstIndex(where: { $0 > 0x20 && $0 != 0x2F && $0 != 0x3D }) {
      rest = rest[start...]
      let name = rest.prefix { $0 > 0x20 && $0 != 0x3D && $0 != 0x2F }
      rest = rest.dropFirst(name.count)
      var value: ArraySlice<UInt8> = []
      if rest.first == 0x3D, rest.dropFirst().first == 0x22 {
        value = rest.dropFirst(2).prefix { $0 != 0x22 }
        rest = rest.dropFirst(value.count + 3)
      }
      attributes[String(decoding: name, as: UTF8.self)] = unescaped(value)
    }
    return attributes
  }

  private static func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard bytes.contains(0x26) else { return text }
    return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&amp;", with: "&")
  }
}
