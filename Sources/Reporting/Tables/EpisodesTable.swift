import Analysis
import ProvisionModel

/// One row a course, or an episode that is none, with the lines of the files that it rests on, in the
/// order of the provision map; rows of universal provision have no measure: the columns of episodes.csv.
enum EpisodesTable {
  typealias Column = Figure<EpisodeRow>

  static let table = ReportTable(
    file: "episodes", sheet: nil,
    summary: "Every episode with the file and line of its scores", rows: \.episodeRows,
    figures: labels + scores + gains + dose + contrast)

  private static let labels: [Column] = [
    Column("school", "School", "The school.") { row, pack in
      .free(pack.data.schools[pack.data.pupils[row.pupil(pack)].school])
    },
    Column("pupil_id", "Pupil", "The pupil's number.") { row, pack in
      .text(pack.data.pupils[row.pupil(pack)].id)
    },
    .intervention { row, pack in
      pack.data.interventions[pack.data.provision[row.row].intervention].name
    },
    Column("measure", "Measure", "The test or assessment whose scores are used.") { row, pack in
      row.episode.map { .free(pack.data.measures[pack.figures.episodes[$0].measure].name) }
        ?? .absent
    },
    Column("kind", "Kind of score", "Age, standardised, points or ordinal.") { row, pack in
      row.episode.map {
        .text(pack.data.measures[pack.figures.episodes[$0].measure].kind.rawValue)
      } ?? .absent
    },
    Column("provision", "Provision", "targeted or universal.") { row, _ in
      .text(row.episode == nil ? "universal" : "targeted")
    },
    Column("status", "Status", "planned, in-progress or ended, on the as-of date.") { row, _ in
      .text(row.status.rawValue)
    },
    Column("start_date", "Start", "The first day of the episode.", .day) { row, pack in
      .day(
        row.episode.map { pack.figures.episodes[$0].start } ?? pack.data.provision[row.row].start)
    },
    Column("end_date", "End", "Its last day.", .day) { row, pack in
      .date(row.episode.map { pack.figures.episodes[$0].end } ?? pack.data.provision[row.row].end)
    },
    Column("group", "Group", "The group in which the pupil was taught.") { row, pack in
      .free(pack.data.provision[row.row].group)
    },
    Column("ta", "TA", "The TAs who taught.") { row, pack in
      .free(
        row.episode.map { pack.assistants(of: pack.figures.episodes[$0]) }
          ?? pack.assistants(ofRow: row.row))
    },
    Column(
      "provision_file", "Map",
      "The file of the provision map; of rows in several files the file of each line."
    ) { row, pack in
      let files = row.rows(pack).map { pack.data.inputs[pack.data.provision[$0].file].name }
      return .text(Set(files).count > 1 ? files.joined(separator: ";") : files[0])
    },
    Column(
      "provision_line", "Line of the map",
      "The line of that file; the lines of all rows that rest on one pair of tests.", .whole
    ) { row, pack in
      let lines = row.rows(pack).map { pack.data.provision[$0].line }
      return lines.count > 1
        ? .text(lines.map(String.init).joined(separator: ";")) : .whole(lines[0])
    },
  ]

  private static let scores =
    score("baseline", "start", "nearest to the start") { $0.baseline }
    + score("outcome", "end", "nearest to the end") { $0.outcome }

  /// A score, its date, whether it is censored, and the file and line that it comes from.
  private static func score(
    _ name: String, _ heading: String, _ meaning: String,
    _ linked: @escaping @Sendable (LinkedEpisode) -> LinkedScore?
  ) -> [Column] {
    [
      score(name, "Score at the \(heading)", "The score \(meaning); ages are in months.", linked) {
        score, episode, pack in pack.score(score, pack.figures.episodes[episode].measure)
      },
      score("\(name)_date", "Date of that score", "The day of that test.", linked) {
        score, _, _ in .day(score.day)
      },
      score(
        "\(name)_censored", "Off the scale",
        "Whether the score is printed as lower or higher than the scale goes: no, below, above.",
        linked
      ) { score, _, _ in
        switch score.censoring {
        case .none: .text("no")
        case .below: .text("below")
        case .above: .text("above")
        }
      },
      score("\(name)_file", "File of that score", "The file that it comes from.", linked) {
        score, episode, pack in
        let file = score.row.map { pack.data.assessments.source(ofRow: $0).file }
        return .text(
          pack.data.inputs[file ?? pack.data.provision[pack.figures.episodes[episode].row].file]
            .name)
      },
      score("\(name)_line", "Line of that score", "The line of that file.", linked) {
        score, episode, pack in
        .whole(
          score.row.map { pack.data.assessments.source(ofRow: $0).line }
            ?? pack.data.provision[pack.figures.episodes[episode].row].line)
      },
    ]
  }

  private static func score(
    _ name: String, _ heading: String, _ meaning: String,
    _ linked: @escaping @Sendable (LinkedEpisode) -> LinkedScore?,
    _ cell: @escaping @Sendable (LinkedScore, Int, ReleasedPack) -> TableCell
  ) -> Column {
    ofEpisode(name, heading, meaning) { episode, pack in
      linked(pack.figures.links[episode]).map { cell($0, episode, pack) } ?? .absent
    }
  }

  private static let gains = [
    ofEpisode("paired", "Both tests", "Whether it has both scores, neither off the scale.") {
      .text($1.figures.links[$0].isPaired ? "yes" : "no")
    },
    ofEpisode("gain", "Gain", "The end score less the start score, with the measure's sign.") {
      .number($1.figures.links[$0].gain)
    },
    ofEpisode("elapsed_months", "Months between", "The time between the two scores.") {
      .number($1.figures.links[$0].elapsed)
    },
    ofEpisode("expected_gain", "Expected gain", "The ordinary gain in the same time.") {
      .number($1.figures.links[$0].expectedGain)
    },
    ofEpisode("on_track", "On track", "Whether the gain is at least the expected one.") {
      .answer($1.figures.links[$0].isOnTrack)
    },
    ofEpisode("target", "Target", "The target of the provision map.") { episode, pack in
      let own = pack.figures.episodes[episode]
      return pack.score(own.target.map { LinkedScore($0, on: own.start) }, own.measure)
    },
    ofEpisode("target_met", "Target met", "Whether the target was reached.") {
      .answer($1.figures.links[$0].hasMetTarget)
    },
  ]

  private static let dose = [
    dose("sessions_planned", "Sessions planned", "As the map has them.") { rows, pack in
      sum(rows, pack) { $0.planned }
    },
    dose("sessions_attended", "Sessions attended", "As the map has them.") { rows, pack in
      sum(rows, pack) { $0.attended }
    },
    dose("attendance", "Attendance", "Sessions attended, as a share of those planned.") {
      rows, pack in pack.figures.dose(ofRows: rows).attendance
    },
    dose("hours", "Hours", "Sessions attended times their length.") { rows, pack in
      sum(rows, pack) { $0.hours }
    },
    Column("weeks", "Weeks", "From start to end.") { row, pack in .number(row.weeks(pack)) },
    dose("cost", "Cost", "For the pupil, in pounds.") { rows, pack in
      sum(rows, pack) { $0.cost }
    },
  ]

  // MARK: Kinds of columns

  /// A column of episodes, which universal provision does not have.
  static func ofEpisode(
    _ name: String, _ heading: String, _ meaning: String,
    _ cell: @escaping @Sendable (Int, ReleasedPack) -> TableCell
  ) -> Column {
    Column(name, heading, meaning) { row, pack in
      row.episode.map { cell($0, pack) } ?? .notApplicable
    }
  }

  /// What the rows of the provision map gave and cost together.
  private static func dose(
    _ name: String, _ heading: String, _ meaning: String,
    _ value: @escaping @Sendable ([Int], ReleasedPack) -> Double?
  ) -> Column {
    Column(name, heading, meaning) { row, pack in .number(value(row.rows(pack), pack)) }
  }

  /// The sum over the rows of which an amount is known; nil where it is of none.
  private static func sum(
    _ rows: [Int], _ pack: ReleasedPack, _ amount: (Dose) -> Double?
  ) -> Double? {
    let known = rows.compactMap { amount(pack.figures.doses[$0]) }
    return known.isEmpty ? nil : known.reduce(0, +)
  }
}

/// A course, another episode, or a row of universal provision.
struct EpisodeRow: Sendable {
  /// The row of the provision map; of a course the one that labels it.
  let row: Int
  /// The episode's position; nil: universal provision.
  let episode: Int?
  /// Where it stands on the as-of date.
  let status: EpisodeStatus

  fileprivate func pupil(_ pack: ReleasedPack) -> Int { pack.data.provision[row].pupil }

  /// All its rows of the provision map, ascending.
  fileprivate func rows(_ pack: ReleasedPack) -> [Int] {
    episode.map { pack.figures.episodes[$0].rows } ?? [row]
  }

  /// From start to end [weeks of 7 days]; nil while it goes on.
  fileprivate func weeks(_ pack: ReleasedPack) -> Double? {
    guard let episode else { return pack.figures.doses[row].weeks }
    let course = pack.figures.episodes[episode]
    return course.end.map { Double(course.start.days(to: $0)) / 7 }
  }
}

extension ReleasedPack {
  /// All episodes and rows of universal provision, in the order of the provision map.
  fileprivate var episodeRows: [EpisodeRow] {
    let episodes = figures.episodes
    var rows: [EpisodeRow] = []
    var next = 0
    func append(upTo end: Int) {
      for position in next..<end {
        rows.append(
          EpisodeRow(
            row: episodes[position].row, episode: position, status: episodes[position].status))
      }
      next = end
    }
    for universal in figures.universal {
      var end = next
      while end < episodes.count, episodes[end].firstRow < universal.row { end += 1 }
      append(upTo: end)
      rows.append(EpisodeRow(row: universal.row, episode: nil, status: universal.status))
    }
    append(upTo: episodes.count)
    return rows
  }
}

extension Episode {
  /// The first of its rows in the provision map.
  fileprivate var firstRow: Int { min(row, otherRows.first ?? row) }
}
