/// Words with figures in them. Only literals of the program are fixed text; whatever comes from the data
/// names the figure that it is, so that the audit can read it on the written page.
struct Sentence: Sendable, Equatable, ExpressibleByStringInterpolation {
  /// A stretch of it.
  struct Piece: Sendable, Equatable {
    /// The text.
    var text: String
    /// The figure that it is; empty: fixed text.
    var figure: String
  }

  /// The stretches, in order.
  private(set) var pieces: [Piece] = []

  /// Nothing.
  init() {}

  /// A figure alone.
  init(_ text: String, is figure: String) {
    if !text.isEmpty { pieces = [Piece(text: text, figure: figure)] }
  }

  init(stringLiteral value: String) {
    if !value.isEmpty { pieces = [Piece(text: value, figure: "")] }
  }

  init(stringInterpolation: StringInterpolation) {
    pieces = stringInterpolation.sentence.pieces
  }

  /// Collects literals and figures.
  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var sentence = Sentence()

    init(literalCapacity: Int, interpolationCount: Int) {}

    mutating func appendLiteral(_ literal: String) { sentence.add(literal, "") }

    mutating func appendInterpolation(_ other: Sentence) { sentence += other }

    mutating func appendInterpolation(_ text: String, is figure: String) {
      sentence.add(text, figure)
    }

    mutating func appendInterpolation(_ number: Int, is figure: String) {
      sentence.add(String(number), figure)
    }
  }

  private mutating func add(_ text: String, _ figure: String) {
    guard !text.isEmpty else { return }
    if let last = pieces.indices.last, figure.isEmpty, pieces[last].figure.isEmpty {
      pieces[last].text += text
    } else {
      pieces.append(Piece(text: text, figure: figure))
    }
  }

  /// Whether it says nothing.
  var isEmpty: Bool { pieces.isEmpty }

  /// The text alone.
  var plain: String {
    pieces.count == 1 ? pieces[0].text : pieces.reduce(into: "") { $0 += $1.text }
  }

  /// The sentence as HTML, each figure in an element that names it where it is `marked`.
  func html(marked: Bool) -> String {
    var html = HTMLText()
    append(to: &html, marked: marked)
    return html.string
  }

  /// Adds the sentence to HTML.
  func append(to html: inout HTMLText, marked: Bool) {
    for piece in pieces {
      // A number of the program's own words, such as 95%.
      let isFixed = piece.figure.isEmpty
      guard marked, piece.text.utf8.contains(where: HTMLText.isDigit) else {
        html.append(text: piece.text)
        continue
      }
      html.append(markup: "<span data-figure=\"\(isFixed ? Self.fixed : piece.figure)\">")
      html.append(text: piece.text)
      html.append(markup: "</span>")
    }
  }

  /// What names numbers of the program's own words.
  static let fixed = "fixed"

  static func + (one: Sentence, other: Sentence) -> Sentence {
    var sum = one
    sum += other
    return sum
  }

  static func += (one: inout Sentence, other: Sentence) {
    for piece in other.pieces { one.add(piece.text, piece.figure) }
  }

  /// The sentence with another first letter.
  func lowercasedFirst() -> Sentence {
    var copy = self
    if let first = copy.pieces.first {
      copy.pieces[0].text = first.text.prefix(1).lowercased() + first.text.dropFirst()
    }
    return copy
  }
}

extension [Sentence] {
  /// The sentences with something between them.
  func joined(_ separator: Sentence) -> Sentence {
    var sum = Sentence()
    for (index, sentence) in enumerated() { sum += index == 0 ? sentence : separator + sentence }
    return sum
  }
}

extension Wording {
  /// Names with commas and a last `and`, or another word.
  static func list(_ names: [Sentence], _ word: Sentence = "and") -> Sentence {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return "\(names.dropLast().joined(", ")) \(word) \(last)"
  }

  /// The same, cut off after the first `most`: eighty names are too many for a sentence.
  static func shortList(_ names: [Sentence], most: Int = 12) -> Sentence {
    list(short(names, most: most))
  }

  /// The first `most` of some names, and how many more there are.
  static func short(_ names: [Sentence], most: Int) -> [Sentence] {
    guard names.count > most + 1 else { return names }
    return names.prefix(most) + ["\(names.count - most, is: "more_names") more"]
  }

  /// A number with the thing counted: `1 pupil`, `2 pupils`.
  static func count(_ number: Int, _ thing: String, is figure: String) -> Sentence {
    "\(number, is: figure) \(thing, is: Sentence.word)\(number == 1 ? "" : "s")"
  }
}

extension Sentence {
  /// What names words that come from a value of the program, such as a verdict.
  static let word = "word"
}

extension ArraySlice<Sentence> {
  fileprivate func joined(_ separator: Sentence) -> Sentence { Array(self).joined(separator) }
}
