import Analysis
import ProvisionModel

/// A line for each intervention that runs, with what is recommended filled in: the columns of
/// next-decisions.csv. The SENCo edits it and puts it back as a decisions file, and the next term's run
/// says what came of it.
enum NextDecisionFigures {
  typealias Column = Figure<InterventionRecommendation>

  static let table = ReportTable(
    file: "next-decisions", sheet: nil,
    summary: "A decisions file for the next term, with what is recommended filled in",
    rows: { $0.facts.evaluation.recommendations },
    figures: [
      Column("term", "Decided in", "The reported term.") { _, pack in .text(pack.term.id) },
      Column("school", "School", "The school; empty where the files name none.") { row, pack in
        .free(
          pack.data.schools == [SchoolData.unnamedSchool] ? "" : pack.data.schools[row.school])
      },
      .intervention { row, pack in pack.name(ofIntervention: row.intervention) },
      Column("group", "Group", "To be filled in for a decision about one TA group.") { _, _ in
        .absent
      },
      Column("decision", "Decision", "continue, vary, stop or start: what is recommended.") {
        row, pack in .text(draft(row, pack).kind.rawValue)
      },
      Column("change", "What is to change", "What is recommended, in words.") { row, pack in
        .free(draft(row, pack).change)
      },
      Column("decided_by", "Decided by", "To be filled in.") { _, _ in .absent },
      Column("date", "Date", "To be filled in.") { _, _ in .absent },
      Column("recommendation", "Recommendation", "What the rules recommend.") { row, _ in
        .text(row.recommend.rawValue)
      },
      Column("reason", "Reason", "Why, in a sentence made of the figures.", .prose) { row, pack in
        .free(pack.reason(row).plain)
      },
    ])

  private static func draft(
    _ row: InterventionRecommendation, _ pack: ReleasedPack
  ) -> DecisionDraft {
    DecisionDraft(row, thresholds: pack.data.settings.thresholds)
  }
}

/// The decision that follows from a recommendation, in words that the next run can set against the
/// provision map.
struct DecisionDraft: Equatable {
  /// What would be decided.
  let kind: DecisionKind
  /// What would change; empty for nothing that a map shows.
  let change: String

  /// The draft of a recommendation.
  init(_ recommendation: InterventionRecommendation, thresholds: ThresholdSettings) {
    let facts = recommendation.facts
    func nearest(_ value: Double, _ usual: [Double]) -> Double? {
      guard let low = usual.first, let high = usual.last else { return nil }
      if value < low { return low }
      return value > high ? high : nil
    }
    func change(_ value: Double?, _ usual: [Double], _ unit: String) -> String? {
      guard let value, let new = nearest(value, usual) else { return nil }
      return "From \(Wording.plain(value, beside: new)) to \(Wording.plain(new)) \(unit)"
    }
    switch recommendation.recommend {
    case .continue, .assess: (kind, self.change) = (.continue, "")
    case .stopOrReplace: (kind, self.change) = (.stop, "")
    case .varyFrequency:
      kind = .vary
      self.change =
        change(facts.sessionsPerWeek, thresholds.usualSessionsPerWeek, "sessions a week") ?? ""
    case .varyDuration:
      kind = .vary
      self.change =
        change(facts.minutesPerSession, thresholds.usualMinutes, "minutes a session")
        ?? change(facts.weeks, thresholds.usualWeeks, "weeks") ?? ""
    case .varyGroupSize:
      kind = .vary
      let usual = [
        facts.groupSize.map { min($0 + 1, thresholds.smallestGroup + 1) } ?? 0,
        thresholds.largestGroup,
      ]
      self.change = change(facts.groupSize, usual, "pupils in a group") ?? ""
    case .varyPupils: (kind, self.change) = (.vary, "Other pupils")
    case .checkDelivery:
      // Attendance is what a map shows of how an intervention is given.
      let isLow = facts.meets(.lowAttendance, thresholds)
      kind = isLow ? .vary : .continue
      self.change =
        isLow
        ? "Attendance from "
          + Wording.percent(facts.attendance ?? 0, beside: thresholds.lowAttendance)
          + " to at least "
          + Wording.percent(thresholds.lowAttendance)
        : ""
    }
  }
}
