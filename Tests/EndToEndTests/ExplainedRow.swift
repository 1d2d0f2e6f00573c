import TestSupport
import Testing

/// What `impact explain` prints of a row, read as a person would who adds it up.
struct ExplainedRow {
  /// The values of one end.
  struct Ends: Equatable {
    var score: Double
    var need: Double

    init(_ score: Double, _ need: Double) {
      self.score = score
      self.need = need
    }

    /// Both in this order.
    var both: [Double] { [score, need] }
  }

  /// A prediction.
  struct Prediction {
    var pairs = 0.0
    var degreesOfFreedom = 0.0
    var coefficients: [[Double]] = []
    var predictionSD = 0.0
    var lambda: [Double] = []
    var kappa: [[Double]] = []
    /// G: below, both, above.
    var covariance: [Double] = []
    var variance: [Double] = []
    var slope: [Double] = []
    /// S⁻¹ and S₀⁻¹.
    var inverse: [[[Double]]] = []
    /// Of the courses: the pairs as far out, and the sum over the classmates.
    var farOut = 0.0
    var shared = 0.0

    /// G between two vectors.
    func form(_ bends: [Double]) -> Double {
      covariance[0] * bends[0] * bends[0] + 2 * covariance[1] * bends[0] * bends[1]
        + covariance[2] * bends[1] * bends[1]
    }
  }

  /// Classmates.
  struct Classmates {
    var prediction: Substring
    var count = 0.0
    var means: [Double] = []
    var outcome = 0.0
    var range: [Double] = []
    var bends: [Double] = []
    /// Where they are printed each: x_1 …, o, y, f.
    var pupils: [[Double]] = []
  }

  /// A line of the table of contrasts; nothing but the pupil where there is no contrast.
  struct Contrast {
    var pupil: Substring
    var contrast: Ends?
    var distance = 0.0
    var beyond = 0.0
    var variance = Ends(0, 0)
    var group: Substring = ""
    var prediction: Substring = ""
    var classmates: Substring = ""
  }

  /// A course, as far as it has a contrast.
  struct Course {
    var pupil: Substring
    var own: [Double] = []
    var outcome = 0.0
    var distances: [Double] = []
    var bends: [Double] = []
    /// Its lines, for what is looked up in them.
    var lines: ArraySlice<Substring>
  }

  private(set) var predictions: [Substring: Prediction] = [:]
  private(set) var classmates: [Substring: Classmates] = [:]
  private(set) var contrasts: [Contrast] = []
  /// By the number of the course.
  private(set) var courses: [Int: Course] = [:]
  let lines: [Substring]
  /// s and J.
  private(set) var sd = 0.0
  private(set) var correction = 0.0

  init(_ output: String) throws {
    lines = output.split(separator: "\n", omittingEmptySubsequences: false)
    if let line = lines.first(where: { $0.hasPrefix("reference SD") }) {
      let numbers = Self.numbers(line)
      sd = numbers[0]
      correction = try #require(numbers.last)
    }
    for block in lines.split(separator: "") where block.first != nil {
      let first = block[block.startIndex]
      if first.hasPrefix("prediction F") {
        predictions[first.split(separator: ":")[0].dropFirst(11)] = Self.prediction(block)
      } else if first.hasPrefix("course ") {
        let (number, course) = try Self.course(block)
        courses[number] = course
      } else if first.hasPrefix("classmates C") {
        let words = first.split(whereSeparator: { " :".contains($0) })
        classmates[words[1]] = Self.classmates(block, prediction: words[4])
      } else if first.hasPrefix("contrasts of") {
        contrasts = block.dropFirst().map(Self.contrast)
      }
    }
    for line in lines {
      guard let match = line.firstMatch(of: /^(F\d+): .* (\d+) pairs? as far out; .* = ([0-9.]+)$/)
      else { continue }
      predictions[match.1]?.farOut = Double(match.2) ?? 0
      predictions[match.1]?.shared = Double(match.3) ?? 0
    }
  }

  /// The line that begins so, and the lines that are set in behind it.
  func block(_ prefix: String) throws -> ArraySlice<Substring> {
    let first = try #require(lines.firstIndex { $0.hasPrefix(prefix) }, "\(prefix)")
    let rest = lines[(first + 1)...].prefix { $0.hasPrefix("  ") }
    return lines[first..<rest.endIndex]
  }

  /// All numbers of a line that stand by themselves, in order: of `x1 3.5` only 3.5.
  static func numbers(_ text: some StringProtocol) -> [Double] {
    Substring(text).matches(of: /(?:^|[ (=\/\[])([+-]?\d+(?:\.\d+)?(?:e-\d+)?)(?=$|[ ,;:)\/])/)
      .compactMap { Double($0.1) }
  }

  private static func prediction(_ block: ArraySlice<Substring>) -> Prediction {
    var made = Prediction()
    for line in block {
      let numbers = numbers(line)
      let text = line.drop { $0 == " " }
      if text.hasPrefix("N = ") {
        made.pairs = numbers[0]
        made.degreesOfFreedom = numbers.last ?? 0
      } else if text.hasPrefix("coefficients ") {
        made.coefficients.append(numbers)
      } else if text.hasPrefix("error variance") {
        made.predictionSD = numbers.last ?? 0
      } else if text.hasPrefix("bends over") {
        // Behind where the bends are.
        let values = Array(numbers.dropFirst())
        made.lambda = Array(values[0..<2])
        made.kappa = [Array(values[2..<4]), Array(values[4..<6])]
      } else if text.hasPrefix("their covariance") {
        made.covariance = numbers
      } else if text.hasPrefix("left over") {
        made.variance = numbers
      } else if text.hasPrefix("which changes") {
        made.slope = numbers
      } else if text.hasPrefix("inverse of") {
        let values = text.split(separator: "row by row:").last ?? ""
        made.inverse = values.split(separator: ";").map { end in
          end.split(separator: "|").map(Self.numbers)
        }
      }
    }
    return made
  }

  private static func classmates(
    _ block: ArraySlice<Substring>, prediction: Substring
  ) -> Classmates {
    var made = Classmates(prediction: prediction)
    made.count = numbers(block.first ?? "").last ?? 0
    for line in block.dropFirst() {
      let numbers = numbers(line)
      if line.hasPrefix("  means:") {
        made.means = numbers.dropLast()
        made.outcome = numbers.last ?? 0
      } else if line.hasPrefix("  third lowest") {
        made.range = Array(numbers[0..<2])
        made.bends = Array(numbers[2..<4])
      } else {
        made.pupils.append(numbers)
      }
    }
    return made
  }

  private static func contrast(_ line: Substring) -> Contrast {
    let words = line.split(separator: " ")
    var made = Contrast(pupil: words[1].dropLast())
    guard !line.contains("need end -,"), let last = words.last, last.hasPrefix("C") else {
      return made
    }
    func number(_ pattern: Regex<(Substring, Substring)>) -> Double {
      line.firstMatch(of: pattern).flatMap { Double($0.1) } ?? .nan
    }
    made.contrast = Ends(
      number(/score end ([+-][0-9.]+)/), number(/need end ([+-][0-9.]+)/))
    made.distance = number(#/ f ([+-]?[0-9.]+)/#)
    made.beyond = number(/outside ([0-9.]+)/)
    made.variance = Ends(number(/variance ([0-9.]+)/), number(/variance [0-9.]+ and ([0-9.]+)/))
    made.group = words[words.count - 3].dropLast()
    made.prediction = words[words.count - 2].dropLast()
    made.classmates = last
    return made
  }

  private static func course(_ block: ArraySlice<Substring>) throws -> (Int, Course) {
    let first = block[block.startIndex]
    let words = first.split(whereSeparator: { " :,".contains($0) })
    var course = Course(pupil: words[2], lines: block)
    for line in block {
      let numbers = numbers(line)
      let text = line.drop { $0 == " " }
      if text.firstMatch(of: #/^(x\d|o) = /#) != nil { course.own.append(numbers[0]) }
      if text.hasPrefix("y = ") { course.outcome = numbers[0] }
      if text.hasPrefix("from the means") { course.distances = numbers }
      if text.hasPrefix("bends q") { course.bends = numbers }
    }
    return (try #require(Int(words[1])), course)
  }
}
