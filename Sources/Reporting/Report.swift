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
  /// The codes of TAs and groups.
  let codes: StaffCodes
  /// The rules by which small numbers are kept from the governors.
  let rules: DisclosureRules
  /// What the governors may see.
  let release: Release
  /// The rows of KPI 9.5 in order of code.
  let codedUnits: [UnitProgress]
  /// The episodes of KPI 9.5 pupil by pupil, in the order of the table.
  let supportedEpisodes: [Int]

  /// The report of an evaluation.
  ///
  /// - Parameters:
  ///   - findings: What was found while reading; that of the evaluation is added.
  ///   - packs: The packs that will be written; what the governors may see takes some time to find.
  package init(
    evaluation: Evaluation, findings: [Finding], version: String,
    packs: Set<Pack> = Set(Pack.allCases)
  ) {
    self.init(
      evaluation: evaluation, findings: findings, version: version, packs: packs,
      codes: StaffCodes(data: evaluation.figures.data),
      supportedEpisodes: Self.supportedEpisodes(evaluation))
  }

  /// The report of an evaluation, its parts made at the same time where `jobs` allows; the result
  /// does not depend on it.
  package init(
    evaluation: Evaluation, findings: [Finding], version: String, packs: Set<Pack>, jobs: Int
  ) async {
    guard jobs > 1 else {
      self.init(evaluation: evaluation, findings: findings, version: version, packs: packs)
      return
    }
    async let supportedEpisodes = Self.supportedEpisodes(evaluation)
    let codes = StaffCodes(data: evaluation.figures.data)
    await self.init(
      evaluation: evaluation, findings: findings, version: version, packs: packs, codes: codes,
      supportedEpisodes: supportedEpisodes)
  }

  private init(
    evaluation: Evaluation, findings: [Finding], version: String, packs: Set<Pack>,
    codes: StaffCodes, supportedEpisodes: [Int]
  ) {
    let data = evaluation.figures.data
    self.evaluation = evaluation
    self.data = data
    self.findings = FindingOrder.sorted(findings + evaluation.findings, inputs: data.inputs)
    self.version = version
    self.codes = codes
    self.supportedEpisodes = supportedEpisodes
    self.codedUnits = codes.ordered(evaluation.units, data: data)
    self.rules = DisclosureRules(data.settings.disclosure)
    self.release =
      packs.contains(.governors) ? Release(evaluation, rules: rules) : Release.nothing
  }

  /// Everything that was found, in the order of the files.
  package var allFindings: [Finding] { findings }

  /// The files to be written.
  ///
  /// - Parameter printer: What prints the PDF; without it there is none.
  package func files(
    packs: Set<Pack>, formats: Set<ReportFormat>, printer: PagePrinter? = nil
  ) -> [OutputFile] {
    var files: [OutputFile] = []
    if formats.contains(.csv), packs.contains(.senco) {
      files += [
        episodesTable.file("episodes", in: .senco),
        subgroupsTable.file("kpi-5.5-subgroups", in: .senco),
        pupilsTable.file("kpi-9.5-pupils", in: .senco),
        dataQualityTable.file("data-quality", in: .senco),
        codesTable.file("codes", in: .senco),
      ]
    }
    for pack in Pack.allCases where packs.contains(pack) {
      if formats.contains(.csv) {
        files += [
          interventionsTable(pack).file("kpi-5.5-interventions", in: pack),
          variationTable(pack).file("kpi-5.6-variation", in: pack),
          unitsTable(pack).file("kpi-9.5-ta-groups", in: pack),
        ]
      }
      if formats.contains(.html) {
        files.append(page(pack))
        // The SENCo's figures name pupils and are for nobody's portfolio.
        if pack == .governors { files += KPI.allCases.map(evidenceFile) }
      }
      if formats.contains(.xlsx) { files.append(workbookFile(pack)) }
      if formats.contains(.pdf), let printer {
        let day = evaluation.asOf
        files.append(PrintedPage(page: page(pack), day: day, printer: printer).file)
      }
    }
    files.append(runRecord)
    return files
  }
}
