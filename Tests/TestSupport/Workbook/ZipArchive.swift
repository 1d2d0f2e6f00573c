/// The files in the bytes of a zip archive.
package struct ZipArchive: Sendable {
  /// The bytes are no zip archive.
  package struct Broken: Error {}

  /// A file of the archive.
  private struct Entry: Sendable {
    var name: String
    var isPacked: Bool
    var bytes: ArraySlice<UInt8>
    var date: Int
  }

  private let entries: [Entry]

  /// The archive of those bytes.
  package init(_ bytes: [UInt8]) throws {
    func number(_ place: Int, _ count: Int) -> Int {
      (0..<count).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
    }
    // The list of files is at the end, and the end has a fixed length without a comment.
    let end = bytes.count - 22
    guard end >= 0, number(end, 4) == 0x0605_4B50 else { throw Broken() }
    var place = number(end + 16, 4)
    var entries: [Entry] = []
    for _ in 0..<number(end + 10, 2) {
      guard number(place, 4) == 0x0201_4B50 else { throw Broken() }
      let (nameLength, size) = (number(place + 28, 2), number(place + 20, 4))
      let name = String(decoding: bytes[(place + 46)..<(place + 46 + nameLength)], as: UTF8.self)
      let local = number(place + 42, 4)
      let start = local + 30 + number(local + 26, 2) + number(local + 28, 2)
      entries.append(
        Entry(
          name: name, isPacked: number(place + 10, 2) == 8, bytes: bytes[start..<(start + size)],
          date: number(place + 14, 2)))
      place += 46 + nameLength + number(place + 30, 2) + number(place + 32, 2)
    }
    self.entries = entries
  }

  /// The names of the files, in order of the archive.
  package var names: [String] { entries.map(\.name) }

  /// The dates of the files, as the format packs them.
  package var dates: Set<Int> { Set(entries.map(\.date)) }

  /// The text of a file; empty where there is none of that name.
  package func text(_ name: String) throws -> String {
    guard let entry = entries.first(where: { $0.name == name }) else { return "" }
    let bytes = entry.isPacked ? try Inflate.unpack(entry.bytes) : Array(entry.bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
