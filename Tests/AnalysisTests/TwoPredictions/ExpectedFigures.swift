import Foundation
import Testing

/// The lines of the fixture's expected.txt.
enum ExpectedFigures {
  /// A line with the part of the file that it stands in.
  struct Line: CustomTestStringConvertible, Sendable {
    var part: FixtureSchool.Part
    var text: String
    var testDescription: String { "\(part.rawValue): \(text.prefix(24))" }

    /// The texts after some labels, which stand in this order; the first text is what comes before.
    func fields(_ labels: [String]) throws -> [String] {
      var fields: [String] = []
      var rest = text[...]
      for label in labels {
        let found = try #require(rest.firstRange(of: label), "no \(label) in \(text)")
        fields.append(String(rest[..<found.lowerBound]))
        rest = rest[found.upperBound...]
      }
      return fields + [String(rest)]
    }
  }

  /// The lines of both parts that begin with a text.
  static func lines(_ prefix: String) -> [Line] {
    FixtureSchool.Part.allCases.flatMap { part in
      lines(under: part.rawValue).filter { $0.hasPrefix(prefix) }.map { Line(part: part, text: $0) }
    }
  }

  /// The lines below the heading that begins with a text.
  static func lines(under heading: String) -> [String] {
    let all = (try? FixtureSchool.text("expected.txt")) ?? ""
    let lines = all.split(separator: "\n").map(String.init)
    guard let first = lines.firstIndex(where: { $0.hasPrefix("== " + heading) }) else { return [] }
    return Array(lines[(first + 1)...].prefix { !$0.hasPrefix("==") })
  }

  /// The numbers of a list in brackets.
  static func numbers(_ list: String) throws -> [Double] {
    try JSONDecoder().decode([Double].self, from: Data(list.utf8))
  }

  /// The numbers of a text with spaces between them.
  static func words(_ text: String) throws -> [Double] {
    try text.split(separator: " ").map { try #require(Double($0)) }
  }
}

/// A row of expected.txt in JSON: numbers and words by name.
struct ExpectedRow {
  private var values: [String: Value]
  /// The names that were asked for.
  private(set) var asked: Set<String> = []

  private enum Value: Decodable {
    case number(Double)
    case word(String)

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if let number = try? value.decode(Double.self) {
        self = .number(number)
      } else {
        self = .word(try value.decode(String.self))
      }
    }
  }

  /// The row from the first brace of a line on.
  init(_ line: String) throws {
    let json = line[try #require(line.firstIndex(of: "{"))...]
    values = try JSONDecoder().decode([String: Value].self, from: Data(json.utf8))
  }

  /// All names of the row.
  var names: Set<String> { Set(values.keys) }

  mutating func number(_ name: String) throws -> Double {
    asked.insert(name)
    guard case .number(let number) = values[name] else {
      throw Missing(name: name)
    }
    return number
  }

  mutating func word(_ name: String) throws -> String {
    asked.insert(name)
    guard case .word(let word) = values[name] else { throw Missing(name: name) }
    return word
  }

  struct Missing: Error {
    var name: String
  }
}

/// Whether a figure is the one that was printed with so many decimals.
func isPrinted(_ figure: Double?, as printed: Double, _ decimals: Int) -> Bool {
  guard let figure else { return false }
  let unit = (0..<decimals).reduce(1.0) { unit, _ in unit / 10 }
  return abs(figure - printed) <= 0.5 * unit * (1 + 1e-6)
}

/// Whether figures are those that were printed.
func arePrinted(_ figures: [Double], as printed: [Double], _ decimals: Int) -> Bool {
  figures.count == printed.count
    && zip(figures, printed).allSatisfy { isPrinted($0, as: $1, decimals) }
}
