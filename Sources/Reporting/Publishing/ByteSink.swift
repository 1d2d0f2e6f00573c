#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Takes the bytes of an output file: keeps them, or writes them to a file piece by piece.
package struct ByteSink: ~Copyable {
  private var buffer: [UInt8] = []
  private let descriptor: Int32?
  private var failure: (reason: String, hint: String?)?

  private static let pieceSize = 1 << 18

  /// A sink that keeps everything in memory.
  package init() {
    descriptor = nil
  }

  /// A sink that writes to an open file, which stays open.
  init(descriptor: Int32) {
    self.descriptor = descriptor
    buffer.reserveCapacity(Self.pieceSize + 4096)
  }

  /// Takes one byte.
  package mutating func append(_ byte: UInt8) {
    buffer.append(byte)
  }

  /// Takes a text as UTF-8.
  package mutating func append(_ text: String) {
    // In one piece where the text lies in one, as nearly all do.
    let taken: Void? = text.utf8.withContiguousStorageIfAvailable { buffer.append(contentsOf: $0) }
    if taken == nil { buffer.append(contentsOf: text.utf8) }
    if buffer.count >= Self.pieceSize, descriptor != nil { flush() }
  }

  /// Takes a whole number that is not negative, with zeros in front up to a width.
  package mutating func append(_ number: Int, width: Int) {
    var digits = 1
    var rest = number / 10
    while rest > 0 {
      digits += 1
      rest /= 10
    }
    for _ in 0..<max(width, digits) { buffer.append(0x30) }
    rest = number
    var place = buffer.count
    while rest > 0 {
      place -= 1
      buffer[place] = UInt8(0x30 + rest % 10)
      rest /= 10
    }
  }

  /// Takes bytes.
  mutating func append(contentsOf bytes: some Sequence<UInt8>) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.pieceSize, descriptor != nil { flush() }
  }

  /// Tells that the bytes cannot be had, for the reason given, and what to do.
  mutating func fail(_ reason: String, hint: String) {
    if failure == nil { failure = (reason, hint) }
  }

  /// All bytes so far, of a sink that keeps them.
  package consuming func bytes() -> [UInt8] {
    buffer
  }

  /// Writes what is left.
  ///
  /// - Throws: `PublishingFailure` when some of the bytes could not be written.
  mutating func finish(name: String) throws(PublishingFailure) {
    if descriptor != nil { flush() }
    guard let failure else { return }
    throw PublishingFailure(.writing, file: name, reason: failure.reason, hint: failure.hint)
  }

  private mutating func flush() {
    guard let descriptor, failure == nil else { return }
    buffer.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        // SAFETY: `rest` is a part of the buffer, which nobody changes meanwhile.
        let part = UnsafeRawBufferPointer(rebasing: rest)
        let written = write(descriptor, part.baseAddress, part.count)
        if written < 0 {
          if errno == EINTR { continue }
          failure = (String(cString: strerror(errno)), nil)
          return
        }
        rest = rest.dropFirst(written)
      }
    }
    buffer.removeAll(keepingCapacity: true)
  }
}
