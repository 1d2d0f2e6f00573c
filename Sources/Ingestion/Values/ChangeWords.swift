/// A word, number or sign of a text about changes.
enum ChangeWord: Equatable {
  /// A word in small letters.
  case word(String)
  /// A number, in figures or as one of the words one to twelve.
  case number(Double)
  /// A hyphen or slash between words, a per cent sign, or a colon between figures.
  case sign(Character)
}

/// A part of such a text, up to a comma, semicolon, full stop, colon, bracket, dash, line break or
/// the word "and".
struct ChangeClause: Equatable {
  /// Its words.
  var words: [ChangeWord] = []
  /// Whether only "and" stands between it and the clause before.
  var followsAnd = false

  /// The clauses of a text.
  static func clauses(of text: String) -> [ChangeClause] {
    var scanner = ChangeScanner(text)
    return scanner.clauses()
  }
}

/// Cuts a text into clauses of words.
private struct ChangeScanner {
  private let characters: [Character]
  private var place = 0
  private var done: [ChangeClause] = []
  private var clause = ChangeClause()

  init(_ text: String) {
    characters = Array(text.lowercased())
  }

  mutating func clauses() -> [ChangeClause] {
    while place < characters.count {
      let character = characters[place]
      if Self.isDigit(character) {
        takeNumber()
      } else if Self.isLetter(character) {
        takeWord()
      } else {
        takeSign(character)
        place += 1
      }
    }
    endClause()
    return done
  }

  private mutating func endClause(byAnd: Bool = false) {
    guard !clause.words.isEmpty else { return clause.followsAnd = clause.followsAnd && byAnd }
    done.append(clause)
    clause = ChangeClause(followsAnd: byAnd)
  }

  /// Figures with at most one point; `1,5` may be anything, and is no number.
  private mutating func takeNumber() {
    let start = place
    while isDigit(place) || isPoint(place) { place += 1 }
    let text = String(characters[start..<place])
    clause.words.append(Double(text).map { .number($0) } ?? .word(text))
  }

  /// Letters, with apostrophes between them.
  private mutating func takeWord() {
    let start = place
    while let character = character(place),
      Self.isLetter(character) || "'’".contains(character) && isLetter(place + 1)
    {
      place += 1
    }
    let word = String(characters[start..<place]).replacing("’", with: "'")
    guard word != "and" else { return endClause(byAnd: true) }
    clause.words.append(Self.numbers[word].map { .number($0) } ?? .word(word))
  }

  private mutating func takeSign(_ sign: Character) {
    switch sign {
    case "%": clause.words.append(.sign("%"))
    case "×": clause.words.append(.word("x"))
    case ":" where isDigit(place - 1) && isDigit(place + 1): clause.words.append(.sign(":"))
    case "&": endClause(byAnd: true)
    case "/": clause.words.append(.sign("/"))
    case "-", "‐", "‑", "‒", "–", "—":
      if isFree(place - 1), isFree(place + 1), !isBetweenFigures {
        endClause()
      } else {
        clause.words.append(.sign("-"))
      }
    case "'", "’", "‘", "\"", "“", "”": break
    default: if !sign.isWhitespace || sign.isNewline { endClause() }
    }
  }

  /// Whether figures stand on both sides of a dash, with spaces or without: `3 - 4` is a range.
  private var isBetweenFigures: Bool {
    let before = characters[..<place].last { !$0.isWhitespace }
    let after = characters[(place + 1)...].first { !$0.isWhitespace }
    return before.map(Self.isDigit) == true && after.map(Self.isDigit) == true
  }

  private func character(_ place: Int) -> Character? {
    characters.indices.contains(place) ? characters[place] : nil
  }

  private func isDigit(_ place: Int) -> Bool {
    character(place).map(Self.isDigit) ?? false
  }

  private func isLetter(_ place: Int) -> Bool {
    character(place).map(Self.isLetter) ?? false
  }

  private func isPoint(_ place: Int) -> Bool {
    (character(place) == "." || character(place) == ",") && isDigit(place - 1) && isDigit(place + 1)
  }

  private func isFree(_ place: Int) -> Bool {
    character(place)?.isWhitespace ?? true
  }

  private static func isDigit(_ character: Character) -> Bool {
    ("0"..."9").contains(character)
  }

  /// Numerals that are not 0–9, such as ½, count as letters, so that none is passed over.
  private static func isLetter(_ character: Character) -> Bool {
    character.isLetter || character.isNumber && !isDigit(character)
  }

  private static let numbers: [String: Double] = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
  ]
}
