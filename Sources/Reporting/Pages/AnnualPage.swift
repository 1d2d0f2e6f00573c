import Analysis
import ProvisionModel

/// The evidence of a school year for the award's portfolio: the three KPIs over its terms, what was
/// decided, done and came of it, and the findings and next steps that KPI 10.2 asks for, as a draft.
extension Report {
  /// The title of the year.
  var yearTitle: String {
    "school year \(evaluation.term.academicYear.replacing("-", with: "–"))"
  }

  /// report.html of a pack of the year.
  func annualPage(_ pack: Pack) -> OutputFile {
    OutputFile(path: "\(pack.rawValue)/report.html") { sink in
      sink.append(PageTemplates.renderAnnual(annualView(pack)))
    }
  }

  private func annualView(_ pack: Pack) -> [String: Any] {
    let thresholds = data.settings.thresholds
    var view: [String: Any] = [
      "year": yearTitle, "term": evaluation.term.title, "version": version,
      "terms": Wording.list(termsOfYear.map(\.title)),
      "asOf": Wording.date(evaluation.asOf), "minimumPupils": rules.minimumPupils,
      "smallestEffect": PlainNumber.text(thresholds.smallestEffect, decimals: 1),
      "probability": Wording.percent(thresholds.probability),
      "findings": annualFindings(pack).map(\.view),
      "nextSteps": annualNextSteps(pack).map(\.view),
      "range": rangePictures(.year, pack).map(\.view),
      "stories": notableDecisions.map { DecisionStory(self, pack).text($0) },
      "termsPicture": termsPictures(pack).map(\.view),
    ]
    view["school"] = schoolNames
    view["verdicts"] = verdictTable(.year, pack).view
    let tables = effectivenessTables(.year, pack)
    view["effectiveness"] = tables.means.view
    view["directions"] = tables.directions.view
    view["recommendations"] = recommendationPageTable(pack).view
    view["decisions"] = decisionsPageTable(pack).view
    view["units"] = [UnitKind.teachingAssistant, .group, .roleLevel].compactMap {
      unitsPageTable($0, pack, period: .year).view
    }
    if pack == .senco {
      view["isSENCo"] = true
      view["courses"] = termsPageTable.view
    }
    return view
  }

  /// The terms of the reported year, up to the reported one.
  var termsOfYear: [Term] {
    data.settings.terms.terms(startYear: evaluation.term.startYear)
      .filter { $0 <= evaluation.term }
  }

  /// The key findings, a paragraph a KPI.
  func annualFindings(_ pack: Pack) -> [Answer] {
    [
      Answer(
        question: "KPI 5.5, progress in interventions", sentences: effectFindings(pack)),
      Answer(question: "KPI 5.6, what was varied", sentences: variationFindings(pack)),
      Answer(question: "KPI 9.5, pupils supported by TAs", sentences: unitFindings(pack)),
    ]
  }

  private func effectFindings(_ pack: Pack) -> [String] {
    let rows = effectivenessRows(.year, pack).filter {
      isShown($0, .effects, pack) && $0.progress.steps == nil
    }
    guard !rows.isEmpty else { return ["No intervention that ended could be compared."] }
    let said = [Verdict.better, .same, .worse, .unclear, .tooFew].compactMap { verdict -> String? in
      let names = rows.filter { $0.evidence.verdict == verdict }.map { row in
        row.evidence.basis == .expectedProgress
          ? "\(label(row, .ample)) (beside the expected progress only)" : label(row, .ample)
      }
      return names.isEmpty ? nil : "\(verdict.title): \(Wording.shortList(names))."
    }
    return ["Over the \(yearTitle), set against pupils of the same year group:"] + said
  }

  private func variationFindings(_ pack: Pack) -> [String] {
    let year = recentDecisions.filter {
      $0.decision.kind != .continue && $0.followThrough != .notYet && isShown($0, pack)
    }
    guard !year.isEmpty else {
      return ["No decision to vary, stop or start an intervention is on record and due."]
    }
    func count(_ answers: Set<FollowThrough>) -> Int {
      year.count { answers.contains($0.followThrough) }
    }
    return [
      "Of \(Wording.count(year.count, "decision")) to vary, stop or start an intervention, "
        + "\(count([.yes])) \(count([.yes]) == 1 ? "was" : "were") followed through, "
        + "\(count([.partly])) in part, \(count([.no])) not; of \(count([.cannotTell])) the "
        + "provision map cannot tell."
    ]
  }

  private func unitFindings(_ pack: Pack) -> [String] {
    let rows = units(pack).filter {
      $0.period == .year && $0.kind != .roleLevel && $0.pooled != nil && isShown($0, .pooled, pack)
    }
    guard !rows.isEmpty else { return ["No TA or group has enough pupils to be told apart."] }
    let sentences = [UnitFinding.above, .below].compactMap { finding -> String? in
      let names = rows.filter { $0.pooled?.finding == finding }.map { unitName($0, pack) }
      guard !names.isEmpty else { return nil }
      let side = finding == .above ? "further" : "less far"
      return
        "By more than luck would explain, pupils came \(side) with: \(Wording.shortList(names))."
    }
    return sentences.isEmpty
      ? ["The progress of nobody’s pupils can be told from that of the others."] : sentences
  }

  /// The next steps: what is recommended, and what was decided last and is not due yet.
  func annualNextSteps(_ pack: Pack) -> [Answer] {
    let shown = evaluation.recommendations.filter { isShown($0, pack) }
    let steps = Recommendation.allCases.compactMap { kind -> String? in
      let names = shown.filter { $0.recommend == kind }.map {
        named($0.intervention, $0.school)
      }
      // The title may have a colon of its own.
      let title = kind.title.replacing(": ", with: ", ")
      return names.isEmpty ? nil : "\(title): \(Wording.shortList(names))."
    }
    let open = recentDecisions.filter { $0.followThrough == .notYet }.compactMap { outcome in
      outcome.decision.intervention.map {
        "\(named($0, outcome.school)) (\(outcome.decision.kind.title))"
      }
    }
    return [
      Answer(
        question: "Recommended by the figures",
        sentences: steps.isEmpty ? ["No intervention runs in the \(evaluation.term.title)."] : steps
      ),
      Answer(
        question: "Decided for the term after",
        sentences: open.isEmpty
          ? ["No decision of this term is on record yet."]
          : ["\(Wording.shortList(open))."]),
    ]
  }
}
