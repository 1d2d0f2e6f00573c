package import Analysis
package import Diagnostics
import ProvisionModel

/// The kinds of file that a pack may hold.
package enum ReportFormat: String, Sendable, CaseIterable {
  /// report.html.
  case html
  /// The tables.
  case csv
  /// workbook.xlsx: the tables, explained, with charts.
  case xlsx
  /// report.pdf: report.html as it prints.
  case pdf

  /// What is written unless something else is asked for; a PDF needs another program.
  package static let standard: Set<ReportFormat> = [.html, .csv, .xlsx]
}

/// The packs of a term: everything that is written of an evaluation.
package struct Report: Sendable {
  /// The evaluation.
  let evaluation: Evaluation
  /// The school's data.
  let data: SchoolData
  /// Everything that was found while reading and evaluating.
  let findings: [Finding]
  /// The program's version.
  let version: String
  /// Whether it is about the term's whole academic year.
  let isAnnual: Bool
  /// The codes of TAs and groups.
  let codes: StaffCodes
  /// The rules by which small numbers are kept from the governors.
  let rules: DisclosureRules
  /// What the governors may see; nothing until it has been found out.
  private(set) var release: Release
  /// The rows of KPI 9.5 in order of code.
  let codedUnits: [UnitProgress]
  /// What is recommended of each intervention that runs in the term.
  let recommendations: [SchoolIntervention: InterventionRecommendation]
  /// The first row of KPI 5.6 of each intervention, which all say the same of its pupils and verdicts.
  let variations: [SchoolIntervention: Variation]
  /// The rows of KPI 5.5 of each intervention on a measure, of all periods.
  let progress: [SchoolIntervention: [InterventionProgress]]
  /// The episodes of KPI 9.5 pupil by pupil, in the order of the table.
  let supportedEpisodes: [Int]

  /// The report of an evaluation.
  ///
  /// - Parameters:
  ///   - findings: What was found while reading; that of the evaluation is added.
  ///   - packs: The packs that will be written; what the governors may see takes some time to find.
  ///   - isAnnual: Whether it is about the academic year up to the term.
  package init(
    evaluation: Evaluation, findings: [Finding], version: String,
    packs: Set<Pack> = Set(Pack.allCases), isAnnual: Bool = false
  ) {
    self.init(
      evaluation: evaluation, findings: findings, version: version, packs: packs,
      isAnnual: isAnnual,
      codes: StaffCodes(data: evaluation.figures.data),
      supportedEpisodes: Self.supportedEpisodes(evaluation))
  }

  /// The report of an evaluation, what it needs made at the same time where `jobs` allows; the result
  /// does not depend on it. What the governors may see is left to `parts`.
  package init(
    evaluation: Evaluation, findings: [Finding], version: String, isAnnual: Bool, jobs: Int
  ) async {
    guard jobs > 1 else {
      self.init(
        evaluation: evaluation, findings: findings, version: version, packs: [],
        isAnnual: isAnnual)
      return
    }
    async let supportedEpisodes = Self.supportedEpisodes(evaluation)
    let codes = StaffCodes(data: evaluation.figures.data)
    await self.init(
      evaluation: evaluation, findings: findings, version: version, packs: [],
      isAnnual: isAnnual, codes: codes, supportedEpisodes: supportedEpisodes)
  }

  private init(
    evaluation: Evaluation, findings: [Finding], version: String, packs: Set<Pack>,
    isAnnual: Bool, codes: StaffCodes, supportedEpisodes: [Int]
  ) {
    let data = evaluation.figures.data
    self.evaluation = evaluation
    self.data = data
    self.findings = FindingOrder.sorted(findings + evaluation.findings, inputs: data.inputs)
    self.version = version
    self.isAnnual = isAnnual
    self.codes = codes
    self.supportedEpisodes = supportedEpisodes
    self.recommendations = Dictionary(
      evaluation.recommendations.map {
        (SchoolIntervention($0), $0)
      }
    ) { first, _ in first }
    self.variations = Dictionary(
      evaluation.variations.map {
        (SchoolIntervention(school: $0.school, intervention: $0.intervention), $0)
      }
    ) { first, _ in first }
    self.progress = Dictionary(grouping: evaluation.interventions.filter { $0.measure != nil }) {
      SchoolIntervention(school: $0.school, intervention: $0.intervention ?? -1)
    }
    self.codedUnits = codes.ordered(evaluation.units, data: data)
    self.rules = DisclosureRules(data.settings.disclosure)
    self.release =
      packs.contains(.governors) ? Release(evaluation, rules: rules) : Release.nothing
  }

  /// The id of what is reported, which names its folder: the term's, or that of its academic year,
  /// e.g. `2025-26-year`.
  package var id: String {
    isAnnual ? "\(evaluation.term.academicYear)-year" : evaluation.term.id
  }

  /// Everything that was found, in the order of the files.
  package var allFindings: [Finding] { findings }

  /// The files to be written, in parts: while it is found out what the governors may see, the SENCo's
  /// pack is written.
  ///
  /// - Parameter printer: What prints the PDF; without it there is none.
  package func parts(
    packs: Set<Pack>, formats: Set<ReportFormat>, printer: PagePrinter? = nil
  ) -> [OutputPart] {
    var parts: [OutputPart] = []
    if packs.contains(.governors) {
      parts.append(
        OutputPart {
          var report = self
          report.release = Release(evaluation, rules: rules)
          try report.checkDisclosure()
          return report.files(.governors, formats, printer)
        })
    }
    if packs.contains(.senco) { parts.append(OutputPart { files(.senco, formats, printer) }) }
    return parts + [OutputPart { [runRecord] }]
  }

  /// The files to be written, of a report that has found out what the governors may see.
  package func files(packs: Set<Pack>, formats: Set<ReportFormat>) -> [OutputFile] {
    Pack.allCases.filter(packs.contains).flatMap { files($0, formats, nil) } + [runRecord]
  }

  /// The files of a pack, those first that take longest to write.
  private func files(
    _ pack: Pack, _ formats: Set<ReportFormat>, _ printer: PagePrinter?
  ) -> [OutputFile] {
    var files: [OutputFile] = []
    if formats.contains(.pdf), let printer {
      let day = evaluation.asOf
      files.append(PrintedPage(page: mainPage(pack), day: day, printer: printer).file)
    }
    if formats.contains(.xlsx) { files.append(workbookFile(pack)) }
    if formats.contains(.html) {
      files.append(mainPage(pack))
      // The SENCo's figures name pupils and are for nobody's portfolio; the year's page is one.
      if pack == .governors, !isAnnual { files += KPI.allCases.map(evidenceFile) }
    }
    if formats.contains(.csv) { files += tableFiles(pack) }
    return files
  }

  private func tableFiles(_ pack: Pack) -> [OutputFile] {
    let files =
      [
        interventionsTable(pack).file("kpi-5.5-interventions", in: pack),
        variationTable(pack).file("kpi-5.6-variation", in: pack),
        unitsTable(pack).file("kpi-9.5-ta-groups", in: pack),
      ] + furtherFiles(pack)
    guard pack == .senco else { return files }
    return [
      episodesTable.file("episodes", in: .senco),
      subgroupsTable.file("kpi-5.5-subgroups", in: .senco),
      recommendationsTable.file("kpi-5.6-recommendations", in: .senco),
      termsTable.file("kpi-5.6-terms", in: .senco),
      decisionsTable.file("kpi-5.6-decisions", in: .senco),
      nextDecisionsTable.file("next-decisions", in: .senco),
      pupilSupportTable.file("kpi-5.6-pupils", in: .senco),
      pupilsTable.file("kpi-9.5-pupils", in: .senco),
      dataQualityTable.file("data-quality", in: .senco),
      codesTable.file("codes", in: .senco),
    ] + files
  }

  /// report.html of a pack.
  private func mainPage(_ pack: Pack) -> OutputFile {
    isAnnual ? annualPage(pack) : page(pack)
  }
}
