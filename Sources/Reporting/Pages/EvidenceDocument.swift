import Analysis
import ProvisionModel

/// The KPIs of the award for which there is evidence.
enum KPI: String, CaseIterable {
  /// Interventions compared with what classmates let expect.
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
extension Pages {
  /// The document of a KPI.
  func evidenceFile(_ kpi: KPI) -> OutputFile {
    file("evidence-\(kpi.rawValue)") {
      var view = commonView
      view["number"] = Sentence(kpi.rawValue, is: "").html(marked: isMarked)
      view["numberText"] = kpi.rawValue
      view["wording"] = kpi.wording
      view["sentences"] = html(evidenceSentences(kpi))
      view["tables"] = evidenceTables(kpi).compactMap { $0.view(.document) }
      view["limits"] = kpi.limits
      return PageTemplates.render("evidence", view)
    }
  }

  private func evidenceTables(_ kpi: KPI) -> [PageTable] {
    switch kpi {
    case .interventions:
      let tables = effectivenessTables(.term)
      return [
        verdictTable(speakingRows, speakingTitle, isSpeaking: true), tables.means,
        tables.directions,
      ]
    case .variation: return [recommendationTable, decisionsTable, variationTable]
    case .teachingAssistants:
      return [UnitKind.teachingAssistant, .group, .roleLevel].map { unitsTable($0) }
    }
  }

  /// What the evidence shows, in one to five sentences.
  func evidenceSentences(_ kpi: KPI) -> [Sentence] {
    switch kpi {
    case .interventions: interventionSentences
    case .variation: variationSentences
    case .teachingAssistants: assistantSentences
    }
  }

  private var interventionSentences: [Sentence] {
    guard !effectivenessRows(.term).isEmpty else { return [opening] }
    // The first sentence of each answer says the most; what is missing is told of the tables.
    let answers = answers().prefix(3).compactMap(\.sentences.first)
    return [opening] + answers + [strengthSentence].compactMap(\.self)
  }

  private var variationSentences: [Sentence] {
    let rows = evaluation.variations
    let previous = data.settings.terms.term(before: pack.term).title
    guard let first = rows.first else {
      return ["The provision map has no targeted intervention in either term."]
    }
    guard first.kind != .firstTerm else {
      return ["The provision map has nothing before this term to compare with."]
    }
    func names(_ wanted: (ChangeKind) -> Bool) -> [Sentence] {
      var names: [Sentence] = []
      for row in rows where wanted(row.kind) {
        let name = Sentence(
          TextFit.shortened(pack.name(ofIntervention: row.intervention), to: 60),
          is: "intervention")
        if !names.contains(name) { names.append(name) }
      }
      return names
    }
    func sentence(_ names: [Sentence], _ one: Sentence, _ several: Sentence) -> Sentence? {
      names.isEmpty ? nil : "\(Wording.shortList(names)) \(names.count == 1 ? one : several)."
    }
    let same = names { $0 == .unchanged }
    let changed = names { ![.started, .stopped, .notBegun, .unchanged, .firstTerm].contains($0) }
    let decided = Set(rows.filter { $0.decision != nil }.map(\.intervention)).count
    let counted = Wording.count(
      names { _ in true }.count, "targeted intervention", is: "interventions")
    return [
      """
      From the \(previous, is: "term") to the \(pack.term.title, is: "term") the provision map has \
      \(counted); the school's decision is on record for \(decided, is: "interventions") of them.
      """,
      sentence(names { $0 == .started }, "was started", "were started"),
      sentence(names { $0 == .stopped }, "was stopped", "were stopped"),
      sentence(
        names { $0 == .notBegun }, "has not begun yet in this term",
        "have not begun yet in this term"),
      sentence(
        changed, "was varied in its pupils, sessions, length, groups or TAs",
        "were varied in their pupils, sessions, length, groups or TAs"),
      sentence(same, "went on as it was", "went on as they were"),
    ].compactMap(\.self) + stories
  }

  /// What was decided, whether it was done and what came of it, a paragraph a decision.
  var stories: [Sentence] { pack.notableDecisions.map { DecisionStory(pack).text($0) } }

  private var assistantSentences: [Sentence] {
    let rows = pack.units.filter { $0.period == .term && $0.kind != .roleLevel }
    guard !rows.isEmpty else { return ["No episode that ended in this term names a TA."] }
    let shown = rows.filter { $0.pooled != nil && pack.shows(.pooled, of: $0) }
    let (above, below) = (units(shown, .above), units(shown, .below))
    let assistants = rows.count { $0.kind == .teachingAssistant }
    let groups = rows.count { $0.kind == .group }
    var sentences: [Sentence] = [
      """
      In the \(pack.term.title, is: "term") interventions ended that \
      \(Wording.count(assistants, "TA", is: "units")) and \
      \(Wording.count(groups, "group", is: "units")) had part in; their pupils' progress is set beside \
      that of all, with luck allowed for.
      """
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
      sentences.append(
        "\(rows.count - shown.count, is: "units") of these have too few pupils to be shown.")
    }
    return sentences
  }

  /// The units of which a finding is made; nil: of none.
  func units(_ rows: [UnitProgress], _ finding: UnitFinding) -> Sentence? {
    let names = rows.filter { $0.pooled?.finding == finding }.map {
      Sentence(pack.name(of: $0), is: "unit")
    }
    return names.isEmpty ? nil : Wording.shortList(names)
  }
}
