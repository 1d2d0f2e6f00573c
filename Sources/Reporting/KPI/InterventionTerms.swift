import Analysis
import ProvisionModel

/// Each intervention in each term of the year and in the one before: kpi-5.6-terms.csv, for the
/// SENCo.
extension Report {
  /// A row: an intervention in a term.
  struct CourseRow: Sendable {
    /// The intervention.
    var course: InterventionCourse
    /// What it was in the term.
    var part: InterventionTerm
    /// The measure that its verdicts are of; nil where it has none.
    var measure: Int?

    /// The evidence of the term on that measure.
    var progress: InterventionProgress? { part.progress.first { $0.measure == measure } }
  }

  /// The table.
  var termsTable: OutputTable<CourseRow> {
    OutputTable(
      headings: [
        "school", "intervention", "term", "pupils", "pupils_joined", "pupils_stayed",
        "pupils_left", "sessions_per_week", "minutes_per_session", "weeks", "group_size", "tas",
        "attendance", "measure", "n_paired", "verdict", "range_low", "range_high", "outer_low",
        "outer_high",
      ],
      things: courseRows
    ) { row in
      let delivery = row.part.delivery
      let evidence = row.progress?.evidence
      let dose = evaluation.figures.dose(ofRows: row.part.rows)
      let joined: [TableCell] =
        isFirst(row)
        ? [.absent, .absent, .absent]
        : [.whole(row.part.joined), .whole(row.part.stayed), .whole(row.part.left)]
      return [
        .free(data.schools[row.course.school]),
        .free(data.interventions[row.course.intervention].name), .text(row.part.term.id),
        .whole(delivery.pupils.count),
      ] + joined + [
        .number(delivery.sessionsPerWeek), .number(delivery.minutesPerSession),
        .number(delivery.weeks), .number(delivery.groupSize),
        .free(delivery.teachingAssistants.joined(separator: "; ")), .number(dose.attendance),
        row.measure.map { .free(data.measures[$0].name) } ?? .absent,
        row.progress.map { .whole($0.progress.paired) } ?? .absent,
        .word(evidence?.verdict.rawValue ?? ""), .number(evidence?.range?.lowerBound),
        .number(evidence?.range?.upperBound), .number(evidence?.outerInterval?.lowerBound),
        .number(evidence?.outerInterval?.upperBound),
      ]
    }
  }

  /// The terms of the reported year and the one before them, of the interventions that ran in one of
  /// them.
  var courseRows: [CourseRow] {
    let calendar = data.settings.terms
    let first = calendar.term(before: calendar.term(containing: firstDayOfYear))
    return evaluation.courses.flatMap { course -> [CourseRow] in
      let parts = course.terms.filter { $0.term >= first }
      guard parts.contains(where: \.runs) else { return [] }
      let measure = measure(of: course, parts)
      return parts.map { CourseRow(course: course, part: $0, measure: measure) }
    }
  }

  /// Whether there is no earlier term of the map to compare with.
  private func isFirst(_ row: CourseRow) -> Bool {
    row.course.terms.first?.term == row.part.term
  }

  /// The first day of the academic year of the reported term.
  var firstDayOfYear: Day { data.settings.terms.firstDayOfYear(of: evaluation.term) }

  /// The measure of the recommendation; else the one on which the most pupils have both tests.
  private func measure(of course: InterventionCourse, _ parts: [InterventionTerm]) -> Int? {
    let key = SchoolIntervention(
      school: data.schools[course.school], intervention: course.intervention)
    if let measure = recommendations[key]?.measure { return measure }
    let rows = parts.flatMap(\.progress)
    var best: (measure: Int, pupils: Int)?
    for measure in rows.compactMap(\.measure) {
      let pupils = rows.filter { $0.measure == measure }.reduce(0) { $0 + $1.pupilsPaired }
      if best.map({ pupils > $0.pupils }) ?? true { best = (measure, pupils) }
    }
    return best?.measure
  }
}
