import Analysis
import ProvisionModel

/// The evidence of a school year for the award's portfolio: the three KPIs over its terms, what was
/// decided, done and came of it, and the findings and next steps that KPI 10.2 asks for, as a draft.
extension Pages {
  /// The title of the year.
  var yearTitle: Sentence { "school year \(yearName, is: "year")" }

  private var yearName: String { pack.term.academicYear.replacing("-", with: "–") }

  /// What the page of the year shows.
  var annualView: [String: Any] {
    var view = commonView
    view["year"] = yearTitle.html(marked: isMarked)
    view["yearText"] = yearTitle.plain
    let terms = termsOfYear.map { Sentence($0.title, is: "term") }
    view["terms"] = Wording.list(terms).html(marked: isMarked)
    view["findings"] = annualFindings.map { $0.view(marked: isMarked) }
    view["nextSteps"] = annualNextSteps.map { $0.view(marked: isMarked) }
    view["range"] = rangePictures(
      effectivenessRows(.year), id: "range-year", title(of: .year)
    ).map(\.view)
    view["stories"] = html(stories)
    view["termsPicture"] = termsPictures.map(\.view)
    view["verdicts"] = verdictTable(.year).view()
    let tables = effectivenessTables(.year)
    view["effectiveness"] = tables.means.view()
    view["directions"] = tables.directions.view()
    view["recommendations"] = recommendationTable.view()
    view["decisions"] = decisionsTable.view()
    addUnitsOfYear(to: &view)
    view["glossary"] = glossary
    if isForSENCo { view["courses"] = termsTable.view() }
    return view
  }

  /// The terms of the reported year, up to the reported one.
  private var termsOfYear: [Term] {
    data.settings.terms.terms(startYear: pack.term.startYear).filter { $0 <= pack.term }
  }

  /// The key findings, a paragraph a KPI.
  var annualFindings: [Answer] {
    [
      Answer(question: "KPI 5.5, progress in interventions", sentences: effectFindings),
      Answer(question: "KPI 5.6, what was varied", sentences: variationFindings),
      Answer(question: "KPI 9.5, pupils supported by TAs", sentences: unitFindings),
    ]
  }

  private var effectFindings: [Sentence] {
    let rows = effectivenessRows(.year).filter {
      pack.shows(.effects, of: $0) && $0.progress.steps == nil
    }
    guard !rows.isEmpty else { return ["No intervention that ended could be compared."] }
    let said = Verdict.allCases.compactMap { verdict -> Sentence? in
      let names = rows.filter { $0.evidence.verdict == verdict }.map { label($0, .ample) }
      return names.isEmpty
        ? nil : "\(verdict.title, is: "verdict"): \(Wording.shortList(names))."
    }
    return ["Over the \(yearTitle), set against pupils of the same year group:"] + said
  }

  private var variationFindings: [Sentence] {
    let year = pack.recentDecisions.filter {
      $0.decision.kind != .continue && $0.followThrough != .notYet && pack.shows(.followed, of: $0)
    }
    guard !year.isEmpty else {
      return ["No decision to vary, stop or start an intervention is on record and due."]
    }
    func count(_ answer: FollowThrough) -> Int { year.count { $0.followThrough == answer } }
    let were: Sentence = count(.yes) == 1 ? "was" : "were"
    return [
      """
      Of \(Wording.count(year.count, "decision", is: "decisions")) to vary, stop or start an \
      intervention, \(count(.yes), is: "decisions") \(were) followed through, \
      \(count(.partly), is: "decisions") in part, \(count(.no), is: "decisions") not; of \
      \(count(.cannotTell), is: "decisions") the provision map cannot tell.
      """
    ]
  }

  private var unitFindings: [Sentence] {
    let rows = pack.units.filter {
      $0.period == .year && $0.kind != .roleLevel && $0.pooled != nil
        && pack.shows(.pooled, of: $0)
    }
    guard !rows.isEmpty else { return ["No TA or group has enough pupils to be told apart."] }
    let sentences = [UnitFinding.above, .below].compactMap { finding -> Sentence? in
      let side: Sentence = finding == .above ? "further" : "less far"
      return units(rows, finding).map {
        "By more than luck would explain, pupils came \(side) with: \($0)."
      }
    }
    return sentences.isEmpty
      ? ["The progress of nobody’s pupils can be told from that of the others."] : sentences
  }

  /// The next steps: what is recommended, and what was decided last and is not due yet.
  var annualNextSteps: [Answer] {
    let shown = pack.recommended.filter {
      $0.group == nil && pack.row($0)[RecommendationFigures.recommendation].isValue
    }.map(\.recommendation)
    func named(_ intervention: Int, _ school: Int) -> Sentence {
      Sentence(pack.named(intervention, school), is: "intervention")
    }
    let steps = Recommendation.allCases.compactMap { kind -> Sentence? in
      let names = shown.filter { $0.recommend == kind }.map { named($0.intervention, $0.school) }
      return names.isEmpty
        ? nil : "\(kind.title, is: Sentence.word): \(Wording.shortList(names))."
    }
    let open = pack.recentDecisions.filter { $0.followThrough == .notYet }.compactMap {
      outcome -> Sentence? in
      outcome.decision.intervention.map {
        "\(named($0, outcome.school)) (\(outcome.decision.kind.title, is: Sentence.word))"
      }
    }
    return [
      Answer(
        question: "Recommended by the figures",
        sentences: steps.isEmpty
          ? ["No intervention runs in the \(pack.term.title, is: "term")."] : steps),
      Answer(
        question: "Decided for the term after",
        sentences: open.isEmpty
          ? ["No decision of this term is on record yet."] : ["\(Wording.shortList(open))."]),
    ]
  }
}
