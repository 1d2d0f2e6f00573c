import Analysis
import ProvisionModel

/// The columns of episodes.csv about the comparison with classmates (METHOD §5): first those that always
/// stood there, then what else the two predictions give.
extension EpisodesTable {
  static let contrast = predictions + distances + pupil + ownScores + fits

  private static let predictions = [
    compared("n_scores", "Scores used", "How many scores the prediction rests on, k.") {
      .whole($0.fit.key.scores)
    },
    compared("level", "Score started from", "The score from which the comparison starts.") {
      $0.score(0)
    },
    compared("n_classmates", "Classmates", "How many took comparable tests without support.") {
      .whole($0.set.count)
    },
    compared("n_similar", "Similar pupils", "Empty: all classmates are compared with.") { _ in
      .absent
    },
    compared(
      "expected_outcome", "Expected outcome, score end",
      "The end score to be expected without support of pupils chosen by their scores."
    ) { .number($0.sign * $0.own.expectedOutcome(.score)) },
    compared(
      "matched", "Beyond the prediction, score end",
      "The end score beyond the one that the pupil's scores predict among classmates, in points of the "
        + "test."
    ) { .number($0.own.contrast.score) },
    compared(
      "growth", "Beyond the prediction, need end",
      "The same where pupils were chosen for a need that a test does not show."
    ) { .number($0.own.contrast.need) },
    compared(
      "baseline_difference", "Distance from the classmates",
      "How far below or above their classmates the pupil stood, in SD of the predictions; the same as "
        + "f."
    ) { .number($0.own.distance) },
    ofEpisode("d", "Progress (SD)", "The middle of the two, in standard deviations of the test.") {
      .number($1.figures.progressInSD($0))
    },
  ]

  private static let distances = [
    compared("f", "Distance f", "How far below or above the classmates the pupil stood, in SD.") {
      .number($0.own.distance)
    },
    compared("beyond", "Outside the range", "How far outside the classmates' range, in SD.") {
      .number($0.own.beyond)
    },
    compared(
      "n_far", "As far out", "How many pupils without support started as far out in the same way."
    ) { .whole($0.fit.pairs(asFarOutAs: $0.own.distance)) },
  ]

  private static let pupil = [
    compared(
      "expected_outcome_need", "Expected outcome, need end",
      "The end score to be expected without support of pupils chosen for a need."
    ) { .number($0.sign * $0.own.expectedOutcome(.need)) },
    compared("spread_score", "Spread, score end", "How far single pupils lie from such a score.") {
      .number($0.own.spread.score)
    },
    compared("spread_need", "Spread, need end", "The same at the need end.") {
      .number($0.own.spread.need)
    },
    compared(
      "percentile_score", "Percentile, score end",
      "Of 100 classmates without support, how many would have gained less."
    ) { .number($0.own.percentile.score) },
    compared("percentile_need", "Percentile, need end", "The same at the need end.") {
      .number($0.own.percentile.need)
    },
    compared(
      "finding", "Finding",
      "How unusual the progress is among classmates without support; not that support was the cause."
    ) { .text($0.own.finding.rawValue) },
    ofEpisode(
      "contrast_warning", "Of the comparison",
      "What has to be known of the comparison, or why there is none."
    ) { .word($1.figures.comparison.contrasts[$0].warning?.rawValue ?? "") },
    ofEpisode("chosen_by", "Chosen by", "How the school says that the pupil was chosen.") {
      .word($1.data.chosenBy($1.figures.episodes[$0])?.rawValue ?? "")
    },
  ]

  private static let ownScores =
    [
      compared("level_date", "Date of the score started from", "The day of that test.") {
        $0.date(0)
      },
      compared("earlier_1", "Score before", "The score before it that is used.") { $0.score(1) },
      compared("earlier_1_date", "Date of that score", "The day of that test.") { $0.date(1) },
      compared("earlier_2", "Score before that", "The score before that.") { $0.score(2) },
      compared("earlier_2_date", "Date of that score", "The day of that test.") { $0.date(2) },
      compared("uses_other", "Other subjects used", "Whether other subjects are in it.") {
        .answer($0.fit.key.usesOther)
      },
      compared(
        "other_subjects", "Other subjects (SD)",
        "Where the pupil stood in other subjects beside the year group."
      ) { $0.fit.key.usesOther ? .number($0.own.scores[3]) : .absent },
      compared("contrast_outcome", "End score compared", "The end score that is compared.") {
        .number($0.sign * $0.own.outcome)
      },
      compared("contrast_outcome_date", "Date of that score", "The day of that test.") {
        .day($0.own.outcomeDay)
      },
    ]

  private static let fits = [
    compared("bend_low", "Bend below", "How much further down than the line says, in SD.") {
      .number($0.own.bends.x)
    },
    compared("bend_high", "Bend above", "How much further up than the line says, in SD.") {
      .number($0.own.bends.y)
    },
    compared("variance_score", "Variance, score end", "Of classmates at that distance.") {
      .number($0.own.variance.score)
    },
    compared("variance_need", "Variance, need end", "The same at the need end.") {
      .number($0.own.variance.need)
    },
    compared("fit_pairs", "Pairs of the prediction", "What the prediction was learnt from, N.") {
      .whole($0.fit.pairs)
    },
    compared("fit_df", "Degrees of freedom", "Those of the prediction, N less its strata.") {
      .whole($0.fit.degreesOfFreedom)
    },
  ]

  /// A figure of a course that has a contrast.
  private static func compared(
    _ name: String, _ heading: String, _ meaning: String,
    _ cell: @escaping @Sendable (ComparedCourse) -> TableCell
  ) -> Column {
    ofEpisode(name, heading, meaning) { episode, pack in
      ComparedCourse(episode, in: pack.figures).map(cell) ?? .absent
    }
  }
}

/// A course with its contrast, its classmates and the prediction.
struct ComparedCourse {
  /// The course's own side of the contrast.
  let own: Compared
  /// +1, or −1 where lower is better.
  let sign: Double
  private let figures: EpisodeFigures

  /// The course at a position; nil where it has no contrast.
  init?(_ position: Int, in figures: EpisodeFigures) {
    guard let own = figures.comparison.contrasts[position].compared else { return nil }
    self.own = own
    self.figures = figures
    sign = figures.data.measures[figures.episodes[position].measure].sign
  }

  /// The classmates.
  var set: ComparisonSet { figures.comparison.sets[own.set] }
  /// The prediction.
  var fit: Fit { figures.comparison.fits[own.fit] }

  /// A score as the files have it; absent where the prediction has fewer.
  fileprivate func score(_ place: Int) -> TableCell {
    place < fit.key.scores ? .number(sign * own.scores[place]) : .absent
  }

  /// The day of that score.
  fileprivate func date(_ place: Int) -> TableCell {
    place < fit.key.scores ? .day(Day(number: own.days[place])) : .absent
  }
}
