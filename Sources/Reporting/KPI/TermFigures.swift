import Analysis
import ProvisionModel

/// An intervention in a term.
struct CourseRow: Sendable {
  /// The intervention.
  var course: InterventionCourse
  /// What it was in the term.
  var part: InterventionTerm
  /// The measure that its verdicts are of; nil where it has none.
  var measure: Int?

  /// The evidence of the term on that measure.
  var progress: InterventionProgress? { part.progress.first { $0.measure == measure } }
  /// Whether there is no earlier term of the map to compare with.
  var isFirst: Bool { course.terms.first?.term == part.term }
}

/// How an intervention was given to few pupils tells of these.
extension CourseRow: GovernedRow {
  func footings(in release: Release) -> Footings {
    Footings(release.isEnough(part.delivery.pupils.count) ? [.nobody, .now] : [.nobody])
  }

  func place(in numbers: RowNumbers) -> String? { nil }
}

/// Each intervention in each term of the year and in the one before: the columns of
/// kpi-5.6-terms.csv, for the SENCo.
enum TermFigures {
  typealias Column = Figure<CourseRow>

  static let table = ReportTable(
    file: "kpi-5.6-terms",
    sheet: TableSheet(
      "KPI 5.6 terms", "KPI 5.6 Term by term", repeating: 3, [.symbols, .comparisons, .verdicts]),
    summary: "Each intervention in each term of the year and in the one before",
    rows: \.courseRows,
    figures: [
      .school { $0.course.school },
      .intervention { row, pack in pack.name(ofIntervention: row.course.intervention) },
      term, pupils, joined, stayed, left, sessions, minutes, weeks, groupSize, assistants,
      Column("attendance", "Attendance", "Sessions attended, of those planned.", .percent) {
        row, pack in .number(pack.figures.dose(ofRows: row.part.rows).attendance)
      },
      Column("measure", "Measure", "The test or scale that the verdict is of.") { row, pack in
        row.measure.map { .free(pack.data.measures[$0].name) } ?? .absent
      },
      Column(
        "n_paired", "Both tests", "Episodes that ended in the term, with both.", .whole
      ) { row, _ in .whole(row.progress?.progress.paired) },
      verdict,
      effect("range_low", "Smaller effect size", "In SD of the test.") { $0.range?.lowerBound },
      effect("range_high", "Larger effect size", "In SD of the test.") { $0.range?.upperBound },
      effect("outer_low", "Outer 95% range, from", "The lower end around both effects.") {
        $0.outerInterval?.lowerBound
      },
      effect("outer_high", "Outer 95% range, to", "The upper end around both effects.") {
        $0.outerInterval?.upperBound
      },
    ])

  /// The columns of the page.
  static let columns: [PageColumn<CourseRow>] =
    [
      PageColumn("Intervention", figures: ["intervention"]) { released in
        let course = released.row.course
        return released.pack.named(course.intervention, course.school)
      },
      PageColumn(term) { row, _ in row.part.term.title }, PageColumn(pupils), PageColumn(joined),
      PageColumn(stayed), PageColumn(left),
    ]
    + [sessions, minutes, weeks, groupSize].map { figure in
      PageColumn(figure) { row, pack in figure.cell(row, pack).number.map(Wording.plain) ?? "" }
    } + [
      PageColumn(assistants),
      PageColumn(verdict) { row, _ in row.progress?.evidence.verdict.title ?? "" },
    ]

  static let term = Column("term", "Term", "The term.") { row, _ in .text(row.part.term.id) }
  static let pupils = Column(
    "pupils", "Pupils", "Pupils who were in it in the term.", .whole,
    page: PageWords("Pupils", .pupils)
  ) { row, _ in .whole(row.part.delivery.pupils.count) }
  static let joined = moved("joined", "Not in it in the term before.", "Joined") { $0.joined }
  static let stayed = moved("stayed", "In it in the term before, too.", "Stayed") { $0.stayed }
  static let left = moved("left", "In it in the term before and no longer.", "Left") { $0.left }
  static let sessions = form(
    "sessions_per_week", "Sessions a week", "Mean of the map's rows.", "Sessions a week"
  ) { $0.sessionsPerWeek }
  static let minutes = form(
    "minutes_per_session", "Minutes a session", "Mean of the map's rows.", "Minutes"
  ) { $0.minutesPerSession }
  static let weeks = form("weeks", "Weeks", "Mean from start to end.", "Weeks") { $0.weeks }
  static let groupSize = form(
    "group_size", "Pupils in a group", "Mean of the named groups.", "Pupils a group"
  ) { $0.groupSize }
  static let assistants = Column("tas", "TAs", "Who gives it.") { row, _ in
    .list(row.part.delivery.teachingAssistants)
  }
  static let verdict = Column(
    "verdict", "Verdict", "What is said of them.", page: PageWords("Verdict", .verdict)
  ) {
    row, _ in .word(row.progress?.evidence.verdict.rawValue ?? "")
  }

  private static func moved(
    _ name: String, _ meaning: String, _ words: String,
    _ count: @escaping @Sendable (InterventionTerm) -> Int
  ) -> Column {
    Column(
      "pupils_\(name)", "Pupils who \(name)", meaning, .whole,
      page: PageWords(words, .joinedAndLeft)
    ) { row, _ in row.isFirst ? .absent : .whole(count(row.part)) }
  }

  private static func form(
    _ name: String, _ heading: String, _ meaning: String, _ words: String,
    _ value: @escaping @Sendable (Delivery) -> Double?
  ) -> Column {
    Column(
      name, heading, meaning, .decimals(1), on: Ground(.now) { $0.part.delivery.pupils.count },
      page: PageWords(words, .form)
    ) { row, _ in .number(value(row.part.delivery)) }
  }

  private static func effect(
    _ name: String, _ heading: String, _ meaning: String,
    _ value: @escaping @Sendable (Evidence) -> Double?
  ) -> Column {
    Column(name, heading, meaning, .decimals(2)) { row, _ in
      .number(row.progress.flatMap { value($0.evidence) })
    }
  }
}

extension ReleasedPack {
  /// The terms of the reported year and the one before them, of the interventions that ran in one of
  /// them.
  var courseRows: [CourseRow] {
    let calendar = data.settings.terms
    let first = calendar.term(before: calendar.term(containing: firstDayOfYear))
    return facts.evaluation.courses.flatMap { course -> [CourseRow] in
      let parts = course.terms.filter { $0.term >= first }
      guard parts.contains(where: \.runs) else { return [] }
      let measure = measure(of: course, parts)
      return parts.map { CourseRow(course: course, part: $0, measure: measure) }
    }
  }

  /// The first day of the academic year of the reported term.
  var firstDayOfYear: Day { data.settings.terms.firstDayOfYear(of: term) }

  /// The measure of the recommendation; else the one on which the most pupils have both tests.
  private func measure(of course: InterventionCourse, _ parts: [InterventionTerm]) -> Int? {
    let key = SchoolIntervention(school: course.school, intervention: course.intervention)
    if let measure = facts.recommendations[key]?.measure { return measure }
    let rows = parts.flatMap(\.progress)
    var best: (measure: Int, pupils: Int)?
    for measure in rows.compactMap(\.measure) {
      let pupils = rows.filter { $0.measure == measure }.reduce(0) { $0 + $1.pupilsPaired }
      if best.map({ pupils > $0.pupils }) ?? true { best = (measure, pupils) }
    }
    return best?.measure
  }
}
