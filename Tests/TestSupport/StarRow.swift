/// A row of METHOD §11's table of the STAR experiment, computed independently.
package struct StarRow: Sendable, CustomStringConvertible {
  package var term: String
  package var intervention: String
  package var measure: String
  package var started: Int
  package var paired: Int
  package var used: Int
  /// The effect, √V and g at the score end.
  package var score: [Double]
  /// The same at the need end.
  package var need: [Double]
  package var verdict: String

  package var description: String { "\(term) \(intervention) \(measure)" }

  private init(
    _ term: String, _ intervention: String, _ subject: String, _ counts: [Int], _ score: [Double],
    _ need: [Double], _ verdict: String
  ) {
    self.term = term
    self.intervention = intervention
    measure = "SAT \(subject) scaled score"
    (started, paired, used) = (counts[0], counts[1], counts[2])
    self.score = score
    self.need = need
    self.verdict = verdict
  }

  /// Figures may differ by so much.
  package static let tolerance = 1e-3

  /// s of maths and of reading.
  package static let referenceSDs = [39.8841, 39.3743]

  /// The terms of the table.
  package static let terms = ["1986-87-summer", "1987-88-summer"]

  /// The table.
  package static let all = [
    StarRow(
      "1986-87-summer", "Class with aide", "maths", [2275, 1252, 1252], [1.5168, 1.7501, 0.0385],
      [1.2785, 1.8678, 0.0325], "same"),
    StarRow(
      "1986-87-summer", "Class with aide", "reading", [2247, 1199, 1199], [4.4642, 1.7859, 0.1119],
      [4.6330, 1.8227, 0.1162], "unclear"),
    StarRow(
      "1986-87-summer", "Small class", "maths", [1894, 1368, 1368], [6.7874, 2.0402, 0.1724],
      [4.3622, 2.1388, 0.1108], "unclear"),
    StarRow(
      "1986-87-summer", "Small class", "reading", [1887, 1326, 1326], [8.1713, 1.9954, 0.2049],
      [7.9857, 2.0190, 0.2002], "better"),
    StarRow(
      "1987-88-summer", "Class with aide", "maths", [2370, 1618, 1587], [1.7983, 1.4690, 0.0457],
      [3.1592, 1.5300, 0.0802], "unclear"),
    StarRow(
      "1987-88-summer", "Class with aide", "reading", [2351, 1587, 1556], [2.8520, 1.5357, 0.0715],
      [1.8245, 1.6260, 0.0457], "same"),
    StarRow(
      "1987-88-summer", "Small class", "maths", [1922, 1477, 1437], [1.9682, 1.8980, 0.0500],
      [0.6472, 1.9729, 0.0164], "same"),
    StarRow(
      "1987-88-summer", "Small class", "reading", [1915, 1469, 1431], [1.2112, 1.9394, 0.0304],
      [-0.6227, 2.0293, -0.0156], "same"),
  ]
}
