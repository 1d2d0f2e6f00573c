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
  let facts: Facts

  /// The report of an evaluation.
  ///
  /// - Parameters:
  ///   - findings: What was found while reading; that of the evaluation is added.
  ///   - isAnnual: Whether it is about the academic year up to the term.
  package init(
    evaluation: Evaluation, findings: [Finding], version: String, isAnnual: Bool = false
  ) {
    self.init(
      Facts(
        evaluation, findings: findings, version: version, isAnnual: isAnnual,
        codes: StaffCodes(data: evaluation.figures.data),
        supportedEpisodes: Facts.supportedEpisodes(evaluation)))
  }

  private init(_ facts: Facts) {
    self.facts = facts
  }

  /// The same, what it needs made at the same time where `jobs` allows; the result does not depend on it.
  package init(
    evaluation: Evaluation, findings: [Finding], version: String, isAnnual: Bool, jobs: Int
  ) async {
    guard jobs > 1 else {
      self.init(evaluation: evaluation, findings: findings, version: version, isAnnual: isAnnual)
      return
    }
    async let supportedEpisodes = Facts.supportedEpisodes(evaluation)
    let codes = StaffCodes(data: evaluation.figures.data)
    await self.init(
      Facts(
        evaluation, findings: findings, version: version, isAnnual: isAnnual, codes: codes,
        supportedEpisodes: supportedEpisodes))
  }

  /// The id of what is reported, which names its folder: the term's, or that of its academic year,
  /// e.g. `2025-26-year`.
  package var id: String { facts.id }

  /// Everything that was found, in the order of the files.
  package var allFindings: [Finding] { facts.findings }

  /// The files to be written, in parts: while it is found out what the governors may see, the SENCo's
  /// pack is written. The governors' pack is read by the audit before it is handed over; its part throws
  /// `DisclosureFailure`.
  ///
  /// - Parameters:
  ///   - printer: What prints the PDF; without it there is none.
  ///   - jobs: How much of a part is done at the same time.
  package func parts(
    packs: Set<Pack>, formats: Set<ReportFormat>, printer: PagePrinter? = nil, jobs: Int = 1
  ) -> [OutputPart] {
    // What takes longest comes first.
    let wanted = [Pack.governors, .senco].filter(packs.contains)
    return wanted.map { pack in
      OutputPart {
        try PackFiles(
          ReleasedPack(pack, of: facts), formats: formats, printer: printer, jobs: jobs
        ).audited()
      }
    } + [OutputPart { [RunRecord.file(of: facts)] }]
  }

  /// The files to be written, whatever the audit would say of them.
  package func files(packs: Set<Pack>, formats: Set<ReportFormat>) -> [OutputFile] {
    Pack.allCases.filter(packs.contains).flatMap { pack in
      PackFiles(ReleasedPack(pack, of: facts), formats: formats, printer: nil).files
    } + [RunRecord.file(of: facts)]
  }
}

extension Facts {
  /// The id of what is reported.
  var id: String {
    isAnnual ? "\(evaluation.term.academicYear)-year" : evaluation.term.id
  }
}
