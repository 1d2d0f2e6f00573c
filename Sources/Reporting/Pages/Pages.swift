import Analysis
import ProvisionModel

/// The pages of a pack. They print what the release has decided on, and choose nothing themselves.
struct Pages: Sendable {
  /// The pack.
  let pack: ReleasedPack

  /// The pages of a pack.
  init(_ pack: ReleasedPack) {
    self.pack = pack
  }

  /// The evaluation.
  var evaluation: Evaluation { pack.facts.evaluation }
  /// The school's data.
  var data: SchoolData { pack.data }
  /// Whether it is the SENCo's.
  var isForSENCo: Bool { pack.pack == .senco }
  /// Whether every figure stands in an element that names it.
  var isMarked: Bool { pack.pack == .governors }

  /// report.html: one page that stands by itself.
  var main: OutputFile {
    file("report") {
      pack.facts.isAnnual
        ? PageTemplates.renderPage("annual", annualView)
        : PageTemplates.renderPage(pack.pack.rawValue, view)
    }
  }

  /// All pages. The SENCo's figures name pupils and are for nobody's portfolio; the year's page is one.
  var files: [OutputFile] {
    [main] + (isForSENCo || pack.facts.isAnnual ? [] : KPI.allCases.map(evidenceFile))
  }

  /// A page of the pack.
  func file(_ name: String, _ html: @escaping @Sendable () -> String) -> OutputFile {
    OutputFile(path: "\(pack.pack.rawValue)/\(name).html") { $0.append(html()) }
  }

  /// A text as HTML, in an element that names the figure where that is asked for.
  func html(_ text: String, is figure: String) -> String {
    Sentence(text, is: figure).html(marked: isMarked)
  }

  /// A number as HTML.
  func html(_ number: Int, is figure: String) -> String { html(String(number), is: figure) }

  /// Sentences as HTML.
  func html(_ sentences: [Sentence]) -> [String] { sentences.map { $0.html(marked: isMarked) } }

  /// What all pages say of themselves.
  var commonView: [String: Any] {
    let evidence = data.settings.evidence
    var view: [String: Any] = [
      "term": html(pack.term.title, is: "term"), "termText": pack.term.title,
      "version": html(pack.facts.version, is: "version"),
      "asOf": html(Wording.date(evaluation.asOf), is: "as_of"), "isMarked": isMarked,
      "minimumPupils": html(pack.rules.minimumPupils, is: "setting"),
      "smallestEffect": html(
        PlainNumber.text(evidence.smallestEffect, decimals: 1), is: "setting"),
      "likely": html(Wording.percent(evidence.likelyBetter), is: "setting"),
      "better": html(Wording.percent(evidence.better), is: "setting"),
      "worse": html(Wording.percent(evidence.worse), is: "setting"),
      "noGain": html(Wording.percent(evidence.noGain), is: "setting"),
      "comparableDays": html(evidence.comparableDays, is: "setting"),
    ]
    view["school"] = schoolNames
    if isForSENCo { view["isSENCo"] = true }
    return view
  }

  private var view: [String: Any] {
    let linking = data.settings.linking
    let previous = data.settings.terms.term(before: pack.term)
    var view = commonView
    view["previousTerm"] = html(previous.title, is: "term")
    view["opening"] = opening.html(marked: isMarked)
    for (name, days) in [
      ("baselineBefore", linking.baselineDaysBefore), ("baselineAfter", linking.baselineDaysAfter),
      ("outcomeBefore", linking.outcomeDaysBefore), ("outcomeAfter", linking.outcomeDaysAfter),
    ] { view[name] = html(days, is: "setting") }
    let strength = strengthSentence
    view["strength"] = strength?.html(marked: isMarked)
    let sheet = SummarySheet(fixed: [opening, strength ?? ""]) { answers($0) }
    view["answers"] = sheet.answers.map { $0.view(marked: isMarked) }
    view["isDense"] = sheet.isDense
    addSpeaking(to: &view)
    addEffectiveness(.term, to: &view)
    view["earlier"] = [Period.year, .all].compactMap { period -> [String: Any]? in
      var part: [String: Any] = ["title": title(of: period).html(marked: isMarked)]
      addEffectiveness(period, to: &part)
      return part["isEmpty"] as? Bool == true ? nil : part
    }
    view["universal"] = universalTable.view()
    addRecommendations(to: &view)
    view["variationPicture"] = variationPictures.map(\.view)
    view["variation"] = variationTable.view()
    addUnits(to: &view)
    view["further"] = furtherSections
    view["glossary"] = glossary
    if isForSENCo {
      view["pupilSteps"] = pupilStepsView
      view["pupils"] = pupilsTable.view()
      addPupilPictures(to: &view)
      view["dataSummary"] = dataSummary
      view["quality"] = qualityTable.view()
      view["firstFindings"] = firstFindingsTable.view()
    }
    return view
  }

  private func addRecommendations(to view: inout [String: Any]) {
    view["recommendations"] = recommendationTable.view()
    view["decisions"] = decisionsTable.view()
    view["rules"] = rulesTable.view()
    let pictures = termsPictures
    view["hasTerms"] = !pictures.isEmpty
    view["termsPicture"] = pictures.map(\.view)
    if isForSENCo { view["terms"] = termsTable.view() }
  }

  private func addPupilPictures(to view: inout [String: Any]) {
    let slopes = slopePictures.map(\.view)
    if !slopes.isEmpty { view["slopes"] = ["pictures": slopes] }
    view["dose"] = dosePicture?.view
    let pupils = pupilPictures
    if !pupils.isEmpty { view["pupilPictures"] = ["pupils": pupils] }
  }

  /// What leads: each intervention over the period that speaks for it.
  private func addSpeaking(to view: inout [String: Any]) {
    let rows = speakingRows
    view["speakingRange"] = rangePictures(rows, id: "range-speaking", speakingTitle).map(\.view)
    view["speaking"] = verdictTable(rows, speakingTitle, isSpeaking: true).view()
  }

  private func addEffectiveness(_ period: Period, to view: inout [String: Any]) {
    let tables = effectivenessTables(period)
    let (means, directions) = (tables.means.view(), tables.directions.view())
    view["verdicts"] = verdictTable(period).view()
    view["effectiveness"] = means
    view["directions"] = directions
    view["ratios"] = tables.ratios.view()
    view["isEmpty"] = means == nil && directions == nil
  }

  /// The words that the page explains.
  var glossary: [[String: String]] {
    let evidence = data.settings.evidence
    let values = [
      "{better}": html(Wording.percent(evidence.better), is: "setting"),
      "{likely}": html(Wording.percent(evidence.likelyBetter), is: "setting"),
      "{smallestEffect}": html(
        PlainNumber.text(evidence.smallestEffect, decimals: 1), is: "setting"),
    ]
    return Catalogue.glossary(pack.pack).map { entry in
      var text = entry.text
      for (name, value) in values { text = text.replacing(name, with: value) }
      return ["anchor": entry.anchor, "title": entry.title, "text": text]
    }
  }

  /// What a page calls a period.
  func title(of period: Period) -> Sentence {
    let term = Sentence(pack.term.title, is: "term")
    return switch period {
    case .term: term
    case .year: "The year so far, from \(Wording.date(pack.firstDayOfYear), is: "date")"
    case .all: "All terms up to the end of the \(term)"
    }
  }

  /// The school, or how many there are, as HTML; nil where nobody has named it.
  private var schoolNames: String? {
    guard !pack.isOfSeveralSchools else {
      return Wording.count(data.schools.count, "school", is: "schools").html(marked: isMarked)
    }
    let name = data.schools[0]
    return name == SchoolData.unnamedSchool
      ? nil : html(TextFit.shortened(name, to: 100), is: "school")
  }

  // MARK: The KPIs beside 5.5, 5.6 and 9.5

  /// Their sections, in the order of their numbers.
  private var furtherSections: [[String: Any]] {
    (Catalogue.tables.compactMap { $0.section(self) }
      + [AreaFigures.tooFew(self)].compactMap(\.self))
      .sorted { $0.number < $1.number }.map { $0.view(marked: isMarked) }
  }
}

/// A section of a page about a KPI beside 5.5, 5.6 and 9.5.
struct KPIView {
  /// Its number.
  let number: String
  /// Its title.
  let title: String
  /// The award's words for it.
  let wording: String
  /// What the page says above the table.
  let sentences: [Sentence]
  /// The table; nil: there is none.
  let table: PageTable?

  /// The section, for a template.
  func view(marked: Bool) -> [String: Any] {
    var view: [String: Any] = [
      "id": "kpi-\(number.replacing(".", with: "-"))",
      "number": Sentence(number, is: "").html(marked: marked), "heading": title,
      "wording": wording, "sentences": sentences.map { $0.html(marked: marked) },
    ]
    view["table"] = table?.view()
    return view
  }
}
