import Analysis
import ProvisionModel

/// What the school decided, and what came of it: the columns of kpi-5.6-decisions.csv, for the SENCo.
enum DecisionFigures {
  typealias Column = Figure<DecisionOutcome>

  static let table = ReportTable(
    file: "kpi-5.6-decisions",
    sheet: TableSheet(
      "KPI 5.6 decisions", "KPI 5.6 What was decided", repeating: 3, [.symbols, .verdicts]),
    summary: "What was decided in the year, and what came of it", rows: \.recentDecisions,
    figures: [
      .school { $0.school },
      Column("term", "Decided in", "The term of the decision.") { row, _ in
        .text(row.decision.term.id)
      },
      .intervention { row, pack in
        row.decision.intervention.map(pack.name(ofIntervention:)) ?? ""
      },
      Column("group", "Group", "The TA group that it is about; empty: all.") { row, _ in
        .free(row.decision.group)
      },
      Column("decision", "Decision", "Continue, vary, stop or start.") { row, _ in
        .text(row.decision.kind.rawValue)
      },
      Column("change", "What was to change", "In the school’s words.", .prose) { row, _ in
        .free(row.decision.change)
      },
      Column("decided_by", "Decided by", "In the school’s words.") { row, _ in
        .free(row.decision.decidedBy)
      },
      Column("date", "Date", "When it was decided.", .day) { row, _ in .date(row.decision.day) },
      followed,
      Column(
        "what_the_map_shows", "What the map shows", "Of what the decision is about.", .prose
      ) { row, pack in .free(pack.shownByMap(row)) },
      Column(
        "verdict_before", "Verdict before",
        "What is said of the episodes that ended in the term of the decision."
      ) { row, _ in .word(row.comparison.before?.evidence.verdict.rawValue ?? "") },
      Column(
        "verdict_after", "Verdict after", "The same of those that ended in the term after."
      ) { row, _ in .word(row.comparison.after?.evidence.verdict.rawValue ?? "") },
      Column("verdicts_on", "Verdicts on", "The test or scale of both verdicts.") { row, pack in
        row.comparison.measure.map { .free(pack.data.measures[$0].name) } ?? .absent
      },
      Column(
        "difference", "Difference",
        "Higher or lower, where the outer 95% ranges lie apart; not-shown where they touch."
      ) { row, _ in .word(row.comparison.difference?.rawValue ?? "") },
    ])

  static let followed = Column(
    "followed_through", "Followed through",
    "Whether the map of the term after shows it: yes, partly, no; cannot-tell; not-yet.",
    on: Ground(.followed), page: PageWords("Followed through", .followedThrough)
  ) { row, _ in .text(row.followThrough.rawValue) }
}

extension ReleasedPack {
  /// The decisions of the reported year's terms and of the term before them.
  var recentDecisions: [DecisionOutcome] {
    let calendar = data.settings.terms
    let first = calendar.term(before: calendar.term(containing: firstDayOfYear))
    return facts.evaluation.decisions.filter { $0.decision.term >= first }
  }

  /// What the provision map shows of a decision, in a few words.
  func shownByMap(_ outcome: DecisionOutcome) -> String {
    guard let after = outcome.after else {
      return switch outcome.followThrough {
      case .notYet: ""
      case .cannotTell: "it is universal provision, which is not followed"
      case .yes, .partly, .no: "it does not run in the term after"
      }
    }
    let term = after.term.title
    guard after.runs else {
      return outcome.followThrough == .cannotTell
        ? "the map has no group of this name" : "it does not run in the \(term)\(restart(outcome))"
    }
    let before = outcome.before?.delivery
    let pupils = Wording.count(after.delivery.pupils.count, "pupil")
    switch outcome.decision.kind {
    case .start, .stop:
      return
        "\(pupils) in the \(term)"
        + (outcome.followThrough == .partly ? ", all of whom had begun before" : "")
    case .continue:
      // There may be nothing before it to go on with.
      guard outcome.before?.runs == true else { return "\(pupils) in the \(term)" }
      return figures(before, after.delivery, [.sessionsPerWeek, .minutesPerSession])
        ?? "as before, with \(pupils)"
    case .vary:
      if !outcome.checks.isEmpty {
        return outcome.checks.map(words).joined(separator: "; ")
      }
      return figures(before, after.delivery, DeliveryFigure.allCases)
        ?? "no change of its sessions, length or groups"
    }
  }

  /// That what was stopped runs again in the reported term, where nobody has decided so.
  private func restart(_ outcome: DecisionOutcome) -> String {
    let decision = outcome.decision
    guard decision.kind == .stop, decision.group.isEmpty, let intervention = decision.intervention,
      let now = facts.evaluation.courses.first(where: {
        $0.school == outcome.school && $0.intervention == intervention
      })?.terms.last, now.runs
    else { return "" }
    let isDecided = facts.evaluation.decisions.contains {
      $0.school == outcome.school && $0.decision.intervention == intervention
        && $0.decision.term > decision.term
    }
    return isDecided
      ? "" : ", and runs again in the \(now.term.title) without a decision on record"
  }

  /// The figures that differ, `3 to 5 sessions a week`; nil where none does.
  private func figures(
    _ before: Delivery?, _ after: Delivery, _ kinds: [DeliveryFigure]
  ) -> String? {
    guard let before else { return nil }
    let changes = kinds.filter { $0.differs(before, after) }.map { kind in
      words(kind.value(before), kind.value(after), kind.unit)
    }
    return changes.isEmpty ? nil : changes.joined(separator: "; ")
  }

  private func words(_ check: TargetCheck) -> String {
    switch check.target.kind {
    case .sessionsPerWeek:
      words(check.before, check.after, DeliveryFigure.sessionsPerWeek.unit)
    case .minutesPerSession:
      words(check.before, check.after, DeliveryFigure.minutesPerSession.unit)
    case .weeks: words(check.before, check.after, DeliveryFigure.weeks.unit)
    case .groupSize: words(check.before, check.after, DeliveryFigure.groupSize.unit)
    case .attendance:
      "attendance \([check.before, check.after].map { $0 == nil ? "unknown" : Wording.percent($0) }.joined(separator: " to "))"
    case .pupils: "\(Wording.count(Int(check.after ?? 0), "other pupil"))"
    case .teachingAssistants:
      check.result == .yes ? "other TAs" : "the same TAs"
    }
  }

  private func words(_ before: Double?, _ after: Double?, _ unit: String) -> String {
    guard let after else { return "\(unit) unknown" }
    guard let before else { return "\(Wording.plain(after)) \(unit)" }
    return Wording.plain(before) == Wording.plain(after)
      ? "\(Wording.plain(after)) \(unit), as before"
      : "\(Wording.plain(before)) to \(Wording.plain(after)) \(unit)"
  }
}

extension DeliveryFigure {
  /// What stands behind its number.
  var unit: String {
    switch self {
    case .sessionsPerWeek: "sessions a week"
    case .minutesPerSession: "minutes a session"
    case .weeks: "weeks"
    case .groupSize: "pupils in a group"
    }
  }
}
