import Analysis
import ProvisionModel

/// What is recommended, decided and done, on a page (KPI 5.6).
extension Pages {
  /// What is recommended of each intervention that runs in the term, and why.
  var recommendationTable: PageTable {
    let how: Sentence =
      isForSENCo
      ? " To decide, edit next-decisions.csv, beside this page, and put it into the school’s folder."
      : ""
    return PageTable(
      "What is recommended, and why", RecommendationFigures.columns, pack.recommended, in: pack,
      note: """
        Before: of the term before; now: of this term, on the same test. The two are set beside each \
        other only where both have a verdict; a change from one small group to another is mostly \
        noise. The rules are below; the school decides.\(how)
        """)
  }

  /// What was decided in the year's terms and in the one before, and what came of it.
  var decisionsTable: PageTable {
    let rest: Sentence = isForSENCo ? "; kpi-5.6-decisions.csv has them." : "."
    return PageTable(
      "What was decided, and what came of it", DecisionFigures.columns(pack.pack),
      pack.notableDecisions, in: pack,
      note: pack.notableDecisions.count < pack.recentDecisions.count
        ? "Decisions to go on that were followed, or are not due yet, are left out\(rest)" : "")
  }

  /// The rules, in the order in which they are tried.
  var rulesTable: PageTable {
    typealias Rule = (offset: Int, element: RecommendationRule)
    let thresholds = data.settings.thresholds
    return PageTable(
      "The rules: of these lines the first that holds",
      [
        PageColumn<Rule>("Line", figures: ["rule"]) { String($0.row.offset + 1) },
        PageColumn("Recommended", .words, .recommended, figures: ["rule"]) {
          $0.row.element.recommend.title
        },
        PageColumn("Verdict", .words, .verdict, figures: ["rule"]) { released in
          let verdicts = released.row.element.verdicts
          return verdicts.count == Verdict.allCases.count
            ? "any" : Wording.list(verdicts.map { $0.title.lowercased() }, "or")
        },
        PageColumn("Evidence at least", .number, .evidence, figures: ["rule"]) { released in
          released.row.element.evidence > 0 ? String(released.row.element.evidence) : ""
        },
        PageColumn("And", .words, figures: ["rule"]) { released in
          Wording.list(released.row.element.when.map { $0.title(thresholds) })
        },
      ],
      Array(data.settings.recommendations.enumerated()), in: pack, isInOrder: true)
  }
}

extension DecisionFigures {
  /// The columns of a page.
  static func columns(_ pack: Pack) -> [PageColumn<DecisionOutcome>] {
    [
      PageColumn("Intervention", figures: ["intervention"]) { released in
        let (row, decision) = (released.row, released.row.decision)
        let name = decision.intervention.map { released.pack.named($0, row.school) } ?? ""
        let isOfGroup = released.pack.pack == .senco && !decision.group.isEmpty
        return isOfGroup ? "\(name): \(decision.group)" : name
      },
      PageColumn("Decision", .words, figures: ["decision", "term"]) { released in
        "\(released.row.decision.kind.title) (\(released.row.decision.term.title))"
      },
    ]
      + (pack == .senco
        ? [
          PageColumn("What was to change", .prose, figures: ["change"]) { $0.row.decision.change },
          followedColumn,
          PageColumn("What the map shows", .words, figures: ["what_the_map_shows"]) {
            $0.pack.shownByMap($0.row)
          },
          PageColumn(
            "Result, then and after", .words, .besideEachOther, figures: ["difference"],
            words: result),
        ] : [followedColumn])
  }

  private static let followedColumn = PageColumn(followed, .words) { row, _ in
    row.followThrough.title
  }

  /// `unclear, then better: no difference shown`; with the measure where there are several.
  private static func result(_ released: ReleasedRow<DecisionOutcome>) -> String {
    let outcome = released.row
    let comparison = outcome.comparison
    guard let difference = comparison.difference, let measure = comparison.measure else {
      return ""
    }
    let verdicts = [comparison.before, comparison.after].compactMap { $0?.evidence.verdict.title }
    let rows = (outcome.before?.progress ?? []) + (outcome.after?.progress ?? [])
    let isOneOfSeveral = rows.contains { $0.measure != measure }
    let on = isOneOfSeveral ? "\(released.pack.data.measures[measure].name): " : ""
    return on
      + "\(verdicts.joined(separator: ", then ").lowercased()): \(difference.title)"
  }
}

extension ReleasedPack {
  /// Recent decisions but those to go on, where it did.
  var notableDecisions: [DecisionOutcome] {
    recentDecisions.filter {
      $0.decision.kind != .continue || ![.yes, .notYet].contains($0.followThrough)
    }
  }
}
