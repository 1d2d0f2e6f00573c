import Analysis
import ProvisionModel

/// The KPIs of the award for which there is evidence.
enum KPI: String, CaseIterable {
  /// Interventions beside what similar pupils did.
  case interventions = "5.5"
  /// What was varied.
  case variation = "5.6"
  /// TAs, groups and role levels.
  case teachingAssistants = "9.5"

  /// The award's words for it.
  var wording: String {
    switch self {
    case .interventions: "The progress of pupils in interventions is monitored and evaluated."
    case .variation:
      "Participants or interventions are varied according to how effective they are."
    case .teachingAssistants:
      "The progress of individuals and groups supported by TAs is monitored and reviewed."
    }
  }

  /// What its figures cannot say.
  fileprivate var limits: String {
    switch self {
    case .interventions:
      "Pupils are set against classmates who took the same tests without support. Nobody was chosen "
        + "by lot, so nothing here is proof, and unclear is no finding that an intervention does "
        + "nothing."
    case .variation:
      "The provision map tells what changed, not why, nor whether it was for the better."
    case .teachingAssistants:
      "TAs teach few pupils, and not the same kind of pupils: the figures are about deployment, "
        + "not about anybody's pay or worth."
    }
  }
}

/// `evidence-5.5.html` and its like: what the governors' page has of one KPI, as a document that can
/// be pasted into Word or a portfolio: headings, sentences and tables, narrow enough for a sheet of
/// A4, and nothing that is drawn, linked or run.
extension Report {
  /// The document of a KPI.
  func evidenceFile(_ kpi: KPI) -> OutputFile {
    OutputFile(path: "\(Pack.governors.rawValue)/evidence-\(kpi.rawValue).html") { sink in
      var view: [String: Any] = [
        "number": kpi.rawValue, "wording": kpi.wording, "term": evaluation.term.title,
        "asOf": Wording.date(evaluation.asOf), "sentences": evidenceSentences(kpi),
        "tables": evidenceTables(kpi).compactMap { $0.view(.evidence) }, "limits": kpi.limits,
        "minimumPupils": rules.minimumPupils, "version": version,
      ]
      view["school"] = schoolNames
      sink.append(PageTemplates.renderEvidence(view))
    }
  }

  private func evidenceTables(_ kpi: KPI) -> [PageTable] {
    switch kpi {
    case .interventions:
      let tables = effectivenessTables(.term, .governors)
      return [
        verdictTable(.term, .governors).without(["In a sentence"]),
        tables.means.without(["Episodes", "95% range", "Met target"]),
        tables.directions.without(["Episodes"]),
      ]
    case .variation:
      return [
        recommendationPageTable(.governors), decisionsPageTable(.governors),
        variationPageTable(.governors),
      ]
    case .teachingAssistants:
      return [UnitKind.teachingAssistant, .group, .roleLevel].map {
        unitsPageTable($0, .governors).without(["Episodes", "Own mean (SD)"])
      }
    }
  }

  /// What the evidence shows, in one to five sentences.
  func evidenceSentences(_ kpi: KPI) -> [String] {
    switch kpi {
    case .interventions: interventionSentences
    case .variation: variationSentences
    case .teachingAssistants: assistantSentences
    }
  }

  private var interventionSentences: [String] {
    guard !effectivenessRows(.term, .governors).isEmpty else { return [opening(.governors)] }
    // The first sentence of each answer says the most; what is missing is told of the tables.
    let answers = answers(.governors).prefix(3).compactMap(\.sentences.first)
    return [opening(.governors)] + answers + [strengthSentence(.governors)].compactMap(\.self)
  }

  private var variationSentences: [String] {
    let rows = evaluation.variations
    let previous = data.settings.terms.term(before: evaluation.term).title
    guard let first = rows.first else {
      return ["The provision map has no targeted intervention in either term."]
    }
    guard first.kind != .firstTerm else {
      return ["The provision map has nothing before this term to compare with."]
    }
    func names(_ wanted: (ChangeKind) -> Bool) -> [String] {
      var names: [String] = []
      for row in rows where wanted(row.kind) {
        let name = TextFit.shortened(data.interventions[row.intervention].name, to: 60)
        if !names.contains(name) { names.append(name) }
      }
      return names
    }
    func sentence(_ names: [String], _ one: String, _ several: String) -> String? {
      names.isEmpty ? nil : "\(Wording.shortList(names)) \(names.count == 1 ? one : several)."
    }
    let same = names { $0 == .unchanged }
    let changed = names { ![.started, .stopped, .notBegun, .unchanged, .firstTerm].contains($0) }
    let decided = Set(rows.filter { $0.decision != nil }.map(\.intervention)).count
    let counted = Wording.count(names { _ in true }.count, "targeted intervention")
    return [
      "From the \(previous) to the \(evaluation.term.title) the provision map has \(counted); the "
        + "school's decision is on record for \(decided) of them.",
      sentence(names { $0 == .started }, "was started", "were started"),
      sentence(names { $0 == .stopped }, "was stopped", "were stopped"),
      sentence(
        names { $0 == .notBegun }, "has not begun yet in this term",
        "have not begun yet in this term"),
      sentence(
        changed, "was varied in its pupils, sessions, length, groups or TAs",
        "were varied in their pupils, sessions, length, groups or TAs"),
      sentence(same, "went on as it was", "went on as they were"),
    ].compactMap(\.self) + notableDecisions.map { DecisionStory(self, .governors).text($0) }
  }

  private var assistantSentences: [String] {
    let rows = units(.governors).filter { $0.period == .term && $0.kind != .roleLevel }
    guard !rows.isEmpty else { return ["No episode that ended in this term names a TA."] }
    let shown = rows.filter { $0.pooled != nil && isShown($0, .pooled, .governors) }
    func names(_ finding: UnitFinding) -> String? {
      let names = shown.filter { $0.pooled?.finding == finding }.map { unitName($0, .governors) }
      return names.isEmpty ? nil : Wording.shortList(names)
    }
    let assistants = rows.count { $0.kind == .teachingAssistant }
    let groups = rows.count { $0.kind == .group }
    let (above, below) = (names(.above), names(.below))
    var sentences = [
      "In the \(evaluation.term.title) interventions ended that "
        + "\(Wording.count(assistants, "TA")) and \(Wording.count(groups, "group")) had part in; "
        + "their pupils' progress is set beside that of all, with luck allowed for."
    ]
    if let above {
      sentences.append("By more than luck would explain, pupils came further with: \(above).")
    }
    if let below {
      sentences.append("By more than luck would explain, pupils came less far with: \(below).")
    }
    if above == nil, below == nil, !shown.isEmpty {
      sentences.append("The progress of nobody's pupils can be told from that of the others.")
    }
    if shown.count < rows.count {
      sentences.append("\(rows.count - shown.count) of these have too few pupils to be shown.")
    }
    return sentences
  }
}
