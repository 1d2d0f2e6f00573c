import ProvisionModel

/// A first look at the whole of a file: whether it is text, and how it writes its letters.
///
/// The rule: a byte order mark; else the NUL bytes of UTF-16; else UTF-8, if all of it is valid;
/// else Windows-1252.
struct FileSurvey {
  /// How the file writes its letters.
  private(set) var encoding = TextEncoding.utf8
  /// The number of bytes of its byte order mark.
  private(set) var markLength = 0
  /// What the file is, when it is no text.
  private(set) var signature: FileSignature?
  /// Its first bytes as UTF-8, without a byte order mark: some dozens of lines, where there are so
  /// many.
  private(set) var head: [UInt8] = []
  /// Whether `head` is the whole file.
  private(set) var headIsAll = true
  /// A first look at each piece of the file, where it has several.
  private(set) var pieces: [FilePieces.Look] = []
  /// How many bytes precede the first that another encoding must have written; nil while none does.
  private(set) var strayByte: Int?

  private static let mostLines = 64
  private static let mostHead = 1 << 20

  /// Looks at a file, which is at its first byte before and after.
  ///
  /// - Parameters:
  ///   - pieceSize: The size of the pieces of a large file; one that has a single piece is small.
  ///   - jobs: How many of them may be looked at together.
  init(
    _ file: inout FileBytes, pieceSize: Int = FilePieces.usualSize, jobs: Int = 1
  ) throws {
    if file.size > pieceSize {
      pieces = try FilePieces(file, pieceSize: pieceSize).looks(jobs: jobs)
    }
    let isASCII = !pieces.isEmpty && pieces.allSatisfy(\.isASCII)
    var check = UTF8Check()
    var start: [UInt8] = []
    var isFirst = true
    var lines = 0
    while try file.next({ chunk in
      if isFirst { look(atFirst: chunk) }
      isFirst = false
      if encoding == .utf8, !isASCII { check.update(chunk) }
      if lines < Self.mostLines, start.count < Self.mostHead {
        start.append(contentsOf: chunk)
        lines += chunk.count { $0 == 0x0A || $0 == 0x0D }
      } else {
        headIsAll = false
      }
    }) {
      // Of ASCII the beginning says all.
      if signature != nil || isASCII && !headIsAll { break }
    }
    file.rewind()
    conclude(check)
    var transcoder = Transcoder(from: encoding)
    start.withUnsafeBytes { bytes in
      transcoder.transcode(UnsafeRawBufferPointer(rebasing: bytes.dropFirst(markLength))) {
        head = Array($0)
      }
    }
  }

  private mutating func look(atFirst chunk: UnsafeRawBufferPointer) {
    signature = FileSignature(chunk)
    if chunk.starts(with: [0xEF, 0xBB, 0xBF]) {
      markLength = 3
    } else if chunk.starts(with: [0xFF, 0xFE]) {
      (encoding, markLength) = (.utf16LittleEndian, 2)
    } else if chunk.starts(with: [0xFE, 0xFF]) {
      (encoding, markLength) = (.utf16BigEndian, 2)
    } else if let wide = Self.encoding(byNULs: chunk) {
      encoding = wide
    } else if signature == nil, Self.isBinary(chunk) {
      signature = .bytesWithoutText
    }
  }

  private mutating func conclude(_ check: UTF8Check) {
    guard encoding == .utf8, let firstError = check.firstError else { return }
    if markLength > 0 {
      strayByte = firstError
    } else {
      encoding = .windows1252
      if check.characters > 0 { strayByte = firstError }
    }
  }

  /// UTF-16 without a mark: of letters that are mostly Latin, every second byte is NUL.
  private static func encoding(byNULs chunk: UnsafeRawBufferPointer) -> TextEncoding? {
    let pairs = chunk.count / 2
    guard pairs > 1 else { return nil }
    var even = 0
    var odd = 0
    for pair in 0..<pairs {
      if chunk[2 * pair] == 0 { even += 1 }
      if chunk[2 * pair + 1] == 0 { odd += 1 }
    }
    if odd * 2 > pairs, even * 20 < pairs { return .utf16LittleEndian }
    if even * 2 > pairs, odd * 20 < pairs { return .utf16BigEndian }
    return nil
  }

  /// Whether so many bytes are control characters that no text has them.
  private static func isBinary(_ chunk: UnsafeRawBufferPointer) -> Bool {
    let controls = chunk.count { $0 < 0x20 && !(0x09...0x0D).contains($0) && $0 != 0x1A }
    return controls > 4 && controls * 20 > chunk.count
  }
}
