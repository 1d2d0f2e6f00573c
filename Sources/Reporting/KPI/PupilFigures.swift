import Analysis
import ProvisionModel

/// KPI 9.5 pupil by pupil, for the SENCo only: the columns of kpi-9.5-pupils.csv. A row is a course, or
/// an episode under way, by its position.
enum PupilFigures {
  typealias Column = Figure<Int>

  static let table = ReportTable(
    file: "kpi-9.5-pupils",
    sheet: TableSheet(
      "KPI 9.5 pupils", "KPI 9.5 Progress pupil by pupil", repeating: 3,
      [.symbols, .gains, .comparisons]),
    summary: "Every episode that ended in the school year or is under way",
    rows: { $0.facts.supportedEpisodes },
    figures: [
      Column("school", "School", "The school.") { row, pack in
        .free(pack.data.schools[pack.data.pupils[pack.figures.episodes[row].pupil].school])
      }
    ] + Column.pupil { row, pack in pack.figures.episodes[row].pupil } + [
      .intervention { row, pack in
        pack.data.interventions[pack.figures.episodes[row].intervention].name
      },
      Column("measure", "Measure", "The test or assessment whose scores are used.") { row, pack in
        .free(pack.data.measures[pack.figures.episodes[row].measure].name)
      },
      assistants,
      Column("group", "Group", "The group in which the pupil was taught.") { row, pack in
        .free(pack.data.provision[pack.figures.episodes[row].row].group)
      },
      Column("start_date", "Start", "The first day of the episode.", .day) { row, pack in
        .day(pack.figures.episodes[row].start)
      },
      Column("end_date", "End", "Its last day.", .day) { row, pack in
        .date(pack.figures.episodes[row].end)
      },
      baseline,
      Column("baseline_date", "Date of start score", "The day of that test.", .day) { row, pack in
        .date(pack.figures.links[row].baseline?.day)
      },
      outcome,
      Column("outcome_date", "Date of end score", "The day of that test.", .day) { row, pack in
        .date(pack.figures.links[row].outcome?.day)
      },
      gain, expected,
      compared(
        "matched", "Beyond the prediction, score end",
        "The end score beyond the one that the pupil's scores predict among classmates.",
        .decimals(1)
      ) { .number($0.own.contrast.score) },
      compared(
        "growth", "Beyond the prediction, need end",
        "The same where pupils were chosen for a need that a test does not show.", .decimals(1)
      ) { .number($0.own.contrast.need) },
      compared("n_similar", "Similar pupils", "Empty: all classmates are compared with.", .whole) {
        _ in .absent
      },
      compared(
        "n_classmates", "Classmates", "How many took comparable tests without support.", .whole
      ) { .whole($0.set.count) },
      Column(
        "d", "Progress (SD)", "The middle of the two, in standard deviations of the test.",
        .decimals(2)
      ) { row, pack in .number(pack.figures.progressInSD(row)) },
      onTrack, targetMet, attendance,
      Column("outcome_rating", "Teacher's rating", "The outcome that the map gives.") {
        row, pack in .word(pack.data.provision[pack.figures.episodes[row].row].outcomeRating)
      },
      flag, percentileLow, percentileHigh, finding,
    ])

  static let assistants = Column("ta", "TA", "The TAs who taught.") { row, pack in
    .free(pack.assistants(of: pack.figures.episodes[row]))
  }
  static let baseline = Column(
    "baseline", "Start score", "The score nearest to the start; ages are in months.", .decimals(1),
    page: PageWords("Start", .startToEnd)
  ) { row, pack in
    pack.score(pack.figures.links[row].baseline, pack.figures.episodes[row].measure)
  }
  static let outcome = Column(
    "outcome", "End score", "The score nearest to the end; ages are in months.", .decimals(1),
    page: PageWords("End", .startToEnd)
  ) { row, pack in
    pack.score(pack.figures.links[row].outcome, pack.figures.episodes[row].measure)
  }
  static let gain = Column(
    "gain", "Gain", "The end score less the start score, turned round where lower is better.",
    .decimals(1), page: PageWords("Gain", .gain, isSigned: true)
  ) { row, pack in .number(pack.figures.links[row].gain) }
  static let expected = Column(
    "expected", "Expected gain", "The ordinary gain in the same time.", .decimals(1),
    page: PageWords("Expected", .expected)
  ) { row, pack in .number(pack.figures.links[row].expectedGain) }
  static let onTrack = Column(
    "on_track", "On track", "Whether the gain is at least the expected one.",
    page: PageWords("On track", .onTrack)
  ) { row, pack in .answer(pack.figures.links[row].isOnTrack) }
  static let targetMet = Column(
    "target_met", "Target met", "Whether the target was reached.",
    page: PageWords("Target met", .metTarget)
  ) { row, pack in .answer(pack.figures.links[row].hasMetTarget) }
  /// Of an episode under way the planned sessions are still to come.
  static let attendance = Column(
    "attendance", "Attendance", "Sessions attended, as a share of those planned.", .percent,
    page: PageWords("Attend\u{AD}ance", .attendance)
  ) { row, pack in
    pack.figures.episodes[row].status == .ended
      ? .number(pack.figures.dose([row]).attendance) : .absent
  }
  static let flag = Column(
    "flag", "To look at",
    "What is to be said of an episode that is not a plain pair of scores on track.",
    page: PageWords("Note")
  ) { row, pack in .word(flag(pack.figures.episodes[row], pack.figures.links[row])) }

  static let percentileLow = compared(
    "percentile_low", "Percentile from",
    "Of 100 classmates without support, how many would have gained less: the lower of the two "
      + "predictions.", .decimals(0)
  ) { .number($0.own.percentile.least) }
  static let percentileHigh = compared(
    "percentile_high", "Percentile to", "The same: the higher of the two predictions.",
    .decimals(0)
  ) { .number($0.own.percentile.most) }
  static let finding = compared(
    "finding", "Progress among classmates",
    "How unusual the progress is among classmates without support; not that support was the cause. "
      + "end-of-scale: a score lies at an end of what the test can show."
  ) { .text($0.own.finding.rawValue) }

  /// A figure of a course that has a contrast.
  private static func compared(
    _ name: String, _ heading: String, _ meaning: String, _ kind: FigureKind = .word,
    _ cell: @escaping @Sendable (ComparedCourse) -> TableCell
  ) -> Column {
    Column(name, heading, meaning, kind) { row, pack in
      ComparedCourse(row, in: pack.figures).map(cell) ?? .absent
    }
  }

  private static func flag(_ episode: Episode, _ link: LinkedEpisode) -> String {
    if episode.status == .inProgress {
      return link.baseline == nil ? "in-progress, no-baseline" : "in-progress"
    }
    if link.isCensored { return "censored" }
    switch (link.baseline, link.outcome) {
    case (nil, nil): return "no-scores"
    case (nil, _): return "no-baseline"
    case (_, nil): return "no-outcome"
    default: return link.isOnTrack == false ? "not-on-track" : ""
    }
  }
}

extension Facts {
  /// The episodes of the reported year that have ended, and those under way, in order of school,
  /// pupil, intervention, measure and start.
  static func supportedEpisodes(_ evaluation: Evaluation) -> [Int] {
    let figures = evaluation.figures
    let data = figures.data
    let days = Period.year.days(term: evaluation.term, calendar: data.settings.terms)
    let wanted = figures.episodes.indices.filter { position in
      let episode = figures.episodes[position]
      if episode.status == .inProgress { return true }
      guard episode.status == .ended, let end = episode.end else { return false }
      return days.contains(end)
    }
    let schools = ScalarOrder.ranks(data.schools)
    let interventions = ScalarOrder.ranks(data.interventions.map(\.name))
    let measures = ScalarOrder.ranks(data.measures.map(\.name))
    return wanted.sorted { left, right in
      let (one, other) = (figures.episodes[left].pupil, figures.episodes[right].pupil)
      if one != other {
        let ranks = (schools[data.pupils[one].school], schools[data.pupils[other].school])
        if ranks.0 != ranks.1 { return ranks.0 < ranks.1 }
        if ScalarOrder.precedes(data.pupils[one].id, data.pupils[other].id) { return true }
        if ScalarOrder.precedes(data.pupils[other].id, data.pupils[one].id) { return false }
      }
      func place(_ position: Int) -> (Int, Int, Day, Int) {
        (
          interventions[figures.episodes[position].intervention],
          measures[figures.episodes[position].measure], figures.episodes[position].start, position
        )
      }
      return place(left) < place(right)
    }
  }
}
