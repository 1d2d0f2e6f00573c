import Analysis
import ProvisionModel

extension Report {
  /// report.html of a pack: one page that stands by itself.
  func page(_ pack: Pack) -> OutputFile {
    OutputFile(path: "\(pack.rawValue)/report.html") { sink in
      sink.append(PageTemplates.render(pack, view(pack)))
    }
  }

  private func view(_ pack: Pack) -> [String: Any] {
    let linking = data.settings.linking
    let previous = data.settings.terms.term(before: evaluation.term)
    var view: [String: Any] = [
      "term": evaluation.term.title, "previousTerm": previous.title, "version": version,
      "asOf": Wording.date(evaluation.asOf), "minimumPupils": rules.minimumPupils,
      "opening": opening(pack),
      "baselineBefore": linking.baselineDaysBefore, "baselineAfter": linking.baselineDaysAfter,
      "similarWithin": PlainNumber.text(data.settings.thresholds.similarWithin, decimals: 2),
      "smallestEffect": PlainNumber.text(data.settings.thresholds.smallestEffect, decimals: 1),
      "probability": Wording.percent(data.settings.thresholds.probability),
      "outcomeBefore": linking.outcomeDaysBefore, "outcomeAfter": linking.outcomeDaysAfter,
    ]
    let strength = strengthSentence(pack)
    view["strength"] = strength
    let sheet = SummarySheet(fixed: [opening(pack), strength ?? ""]) { answers(pack, $0) }
    view["answers"] = sheet.answers.map(\.view)
    view["isDense"] = sheet.isDense
    view["school"] = schoolNames
    addEffectiveness(.term, pack, to: &view)
    view["earlier"] = [Period.year, .all].compactMap { period -> [String: Any]? in
      var part: [String: Any] = ["title": title(of: period)]
      addEffectiveness(period, pack, to: &part)
      return part["isEmpty"] as? Bool == true ? nil : part
    }
    view["universal"] = universalTable(pack).view
    addRecommendations(pack, to: &view)
    view["variationPicture"] = variationPictures(pack).map(\.view)
    view["variation"] = variationPageTable(pack).view
    view["assistants"] = unitsPageTable(.teachingAssistant, pack).view
    view["groups"] = unitsPageTable(.group, pack).view
    view["assistantsPicture"] = unitsPictures(.teachingAssistant, pack).map(\.view)
    view["groupsPicture"] = unitsPictures(.group, pack).map(\.view)
    view["roleLevels"] = unitsPageTable(.roleLevel, pack).view
    view["further"] = furtherSections(pack)
    if pack == .senco {
      view["isSENCo"] = true
      view["pupilSteps"] = pupilStepsView
      view["pupils"] = pupilsPageTable.view
      addPupilPictures(to: &view)
      view["dataSummary"] = dataSummary
      view["quality"] = qualityTable.view
      view["firstFindings"] = firstFindingsTable.view
    }
    return view
  }

  private func addRecommendations(_ pack: Pack, to view: inout [String: Any]) {
    view["recommendations"] = recommendationPageTable(pack).view
    view["decisions"] = decisionsPageTable(pack).view
    view["rules"] = rulesPageTable.view
    let pictures = termsPictures(pack)
    view["hasTerms"] = !pictures.isEmpty
    view["termsPicture"] = pictures.map(\.view)
    if pack == .senco { view["terms"] = termsPageTable.view }
  }

  private func addPupilPictures(to view: inout [String: Any]) {
    let slopes = slopePictures.map(\.view)
    if !slopes.isEmpty { view["slopes"] = ["pictures": slopes] }
    view["dose"] = dosePicture?.view
    let pupils = pupilPictures
    if !pupils.isEmpty { view["pupilPictures"] = ["pupils": pupils] }
  }

  private func addEffectiveness(_ period: Period, _ pack: Pack, to view: inout [String: Any]) {
    let tables = effectivenessTables(period, pack)
    view["range"] = rangePictures(period, pack).map(\.view)
    view["verdicts"] = verdictTable(period, pack).view
    view["effectiveness"] = tables.means.view
    view["directions"] = tables.directions.view
    view["ratios"] = tables.ratios.view
    view["isEmpty"] = tables.means.view == nil && tables.directions.view == nil
  }

  /// What a page calls a period.
  func title(of period: Period) -> String {
    switch period {
    case .term: evaluation.term.title
    case .year: "The year so far, from \(Wording.date(yearStart))"
    case .all: "All terms up to the end of the \(evaluation.term.title)"
    }
  }

  private var yearStart: Day {
    data.settings.terms.firstDayOfYear(of: evaluation.term)
  }

  /// The school, or how many there are; nil where nobody has named it.
  var schoolNames: String? {
    guard data.schools.count == 1 else { return Wording.count(data.schools.count, "school") }
    let name = data.schools[0]
    return name == SchoolData.unnamedSchool ? nil : TextFit.shortened(name, to: 100)
  }
}
