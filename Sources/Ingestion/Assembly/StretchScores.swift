import ProvisionModel

/// A score of a pupil on a measure on a day, in 16 bytes.
struct DatedScore: Sendable {
  /// The pupil's number.
  var pupil: UInt32
  /// The day.
  var day: Int32
  /// The digits of the score, or its position among those that are kept apart.
  var digits: Int32
  /// The measure's number.
  var measure: UInt16
  /// The decimals of the score.
  var decimals: UInt8
  /// Whether the score is censored.
  var censoring: Censoring
}

/// The scores of a stretch of a tracking file, in the order of its rows.
struct StretchScores: Sendable {
  /// The position of the file among the data's inputs.
  let file: UInt8
  /// The scores.
  private(set) var scores: [DatedScore] = []
  /// The lines.
  private(set) var lines = LineRuns()
  /// Scores that are kept apart.
  var others: [Double] = []
  /// The columns of the scores, from 0; empty where a row has one score.
  var positions: [UInt16] = []

  /// No scores of a file.
  init(file: UInt8) {
    self.file = file
  }

  /// The number of scores.
  var count: Int { scores.count }

  /// Makes room for so many scores in all.
  mutating func reserve(_ count: Int) {
    scores.reserveCapacity(count)
  }

  /// Adds a score.
  @inline(__always)
  mutating func append(_ score: DatedScore, line: Int) {
    lines.append(line, row: scores.count)
    scores.append(score)
  }
}
