/// Unpacks DEFLATE (RFC 1951), bit by bit: to look into the workbooks that the program wrote
/// without the library that it wrote them with.
package enum Inflate {
  /// The bytes are no DEFLATE.
  package struct Broken: Error {}

  /// The unpacked bytes.
  package static func unpack(_ bytes: ArraySlice<UInt8>) throws -> [UInt8] {
    var input = Bits(bytes)
    var output: [UInt8] = []
    var isLast = false
    while !isLast {
      isLast = try input.next(1) == 1
      switch try input.next(2) {
      case 0: try stored(&input, &output)
      case 1:
        let lengths = (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 }
        try block(Code(lengths), Code(Array(repeating: 5, count: 30)), &input, &output)
      case 2:
        let (letters, distances) = try codes(&input)
        try block(letters, distances, &input, &output)
      default: throw Broken()
      }
    }
    return output
  }

  /// Bits, the lowest of a byte first.
  private struct Bits {
    let bytes: [UInt8]
    var place = 0

    init(_ bytes: ArraySlice<UInt8>) { self.bytes = Array(bytes) }

    mutating func next(_ count: Int) throws -> Int {
      var (value, bit) = (0, 0)
      guard place + count <= bytes.count * 8 else { throw Broken() }
      while bit < count {
        value |= (Int(bytes[place >> 3]) >> (place & 7) & 1) << bit
        place += 1
        bit += 1
      }
      return value
    }

    /// Bytes from the next whole one on.
    mutating func bytes(_ count: Int) throws -> ArraySlice<UInt8> {
      let start = (place + 7) / 8
      guard start + count <= bytes.count else { throw Broken() }
      place = (start + count) * 8
      return bytes[start..<(start + count)]
    }
  }

  /// A Huffman code: how many symbols each length has, and the symbols in order.
  private struct Code {
    var counts = [Int](repeating: 0, count: 16)
    var symbols: [Int] = []

    init(_ lengths: [Int]) {
      for length in lengths { counts[length] += 1 }
      counts[0] = 0
      for wanted in 1...15 {
        symbols += lengths.indices.filter { lengths[$0] == wanted }
      }
    }

    func next(_ input: inout Bits) throws -> Int {
      var (code, first, index) = (0, 0, 0)
      var length = 0
      while length < 15 {
        length += 1
        code |= try input.next(1)
        let count = counts[length]
        if code - count < first { return symbols[index + code - first] }
        index += count
        first = (first + count) << 1
        code <<= 1
      }
      throw Broken()
    }
  }

  private static func stored(_ input: inout Bits, _ output: inout [UInt8]) throws {
    let count = try input.bytes(4)
    output += try input.bytes(Int(count[count.startIndex]) | Int(count[count.startIndex + 1]) << 8)
  }

  private static func codes(_ input: inout Bits) throws -> (Code, Code) {
    let (letters, distances) = (try input.next(5) + 257, try input.next(5) + 1)
    let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    var ofLengths = [Int](repeating: 0, count: 19)
    for place in order.prefix(try input.next(4) + 4) { ofLengths[place] = try input.next(3) }
    let code = Code(ofLengths)
    var lengths: [Int] = []
    while lengths.count < letters + distances {
      switch try code.next(&input) {
      case 16:
        guard let last = lengths.last else { throw Broken() }
        lengths += Array(repeating: last, count: try input.next(2) + 3)
      case 17: lengths += Array(repeating: 0, count: try input.next(3) + 3)
      case 18: lengths += Array(repeating: 0, count: try input.next(7) + 11)
      case let length: lengths.append(length)
      }
    }
    return (Code(Array(lengths[..<letters])), Code(Array(lengths[letters...])))
  }

  private static let lengthBases = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
    163, 195, 227, 258,
  ]
  private static let distanceBases = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049,
    3073, 4097, 6145, 8193, 12289, 16385, 24577,
  ]

  private static func block(
    _ letters: Code, _ distances: Code, _ input: inout Bits, _ output: inout [UInt8]
  ) throws {
    while true {
      let symbol = try letters.next(&input)
      if symbol == 256 { return }
      guard symbol > 256 else {
        output.append(UInt8(symbol))
        continue
      }
      let kind = symbol - 257
      let moreBits = kind < 8 || kind == 28 ? 0 : kind / 4 - 1
      let length = lengthBases[kind] + (try input.next(moreBits))
      let far = try distances.next(&input)
      let distance = distanceBases[far] + (try input.next(far < 4 ? 0 : far / 2 - 1))
      guard distance <= output.count else { throw Broken() }
      var rest = length
      while rest > 0 {
        output.append(output[output.count - distance])
        rest -= 1
      }
    }
  }
}
