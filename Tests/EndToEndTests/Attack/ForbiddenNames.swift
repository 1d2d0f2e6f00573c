import TestSupport

/// The names and ids that no governor may read, looked for word by word.
struct ForbiddenNames: Sendable {
  private var names: [String: [[String]]] = [:]
  /// How many there are.
  private(set) var count = 0

  /// Those of a school's files: pupils' ids and names, TAs, TA groups and teachers.
  init(of school: FolderContents) {
    func rows(_ file: String) -> [[String: String]] { CSVTable(school[file]).rows }
    var texts: Set<String> = []
    for pupil in rows("pupils.csv") {
      texts.formUnion([pupil["pupil_id"] ?? "", pupil["name"] ?? ""])
      let parts = (pupil["name"] ?? "").split(separator: ",")
      if parts.count == 2 { texts.insert("\(parts[1]) \(parts[0])") }
    }
    for row in rows("provision-map.csv") {
      texts.formUnion([row["pupil_id"] ?? "", row["group"] ?? "", row["teacher"] ?? ""])
      texts.formUnion((row["ta"] ?? "").split(separator: ";").map(String.init))
    }
    for row in rows("staff.csv") { texts.formUnion([row["ta"] ?? "", row["name"] ?? ""]) }
    for text in texts { add(text) }
  }

  /// Adds a name.
  mutating func add(_ text: String) {
    let words = Self.words(text)
    guard let first = words.first else { return }
    names[first, default: []].append(words)
    count += 1
  }

  /// The names that a text holds as whole words.
  func found(in text: String) -> Set<String> {
    let words = Self.words(text)
    var found: Set<String> = []
    for (place, word) in words.enumerated() {
      for name in names[word] ?? [] where words[place...].starts(with: name) {
        found.insert(name.joined(separator: " "))
      }
    }
    return found
  }

  /// Runs of letters and digits, small; letters beyond ASCII count, and so do spelt-out
  /// apostrophes.
  private static func words(_ text: String) -> [String] {
    let plain = text.replacing("&#39;", with: "'").replacing("&apos;", with: "'")
      .replacing("&amp;", with: "&").replacing("&quot;", with: "\"")
    var words: [String] = []
    var word: [UInt8] = []
    for byte in plain.utf8 {
      switch byte {
      case 0x41...0x5A: word.append(byte + 0x20)
      case 0x30...0x39, 0x61...0x7A, 0x80...: word.append(byte)
      default:
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
        word.removeAll(keepingCapacity: true)
      }
    }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    return words
  }
}
