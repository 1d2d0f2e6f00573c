import Analysis
import ProvisionModel

/// next-decisions.csv, for the SENCo: a line for each intervention that runs, with what is
/// recommended filled in. She edits it and puts it back as a decisions file, and the next term's run
/// says what came of it.
extension Report {
  /// The table.
  var nextDecisionsTable: OutputTable<InterventionRecommendation> {
    let isNamed = data.schools != [SchoolData.unnamedSchool]
    return OutputTable(
      headings: [
        "term", "school", "intervention", "group", "decision", "change", "decided_by", "date",
        "recommendation", "reason",
      ],
      things: evaluation.recommendations
    ) { recommendation in
      let draft = DecisionDraft(recommendation, thresholds: data.settings.thresholds)
      return [
        .text(evaluation.term.id), isNamed ? .free(recommendation.school) : .absent,
        .free(data.interventions[recommendation.intervention].name), .absent,
        .text(draft.kind.rawValue), .free(draft.change), .absent, .absent,
        .text(recommendation.recommend.rawValue), .free(reason(recommendation, .senco)),
      ]
    }
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
