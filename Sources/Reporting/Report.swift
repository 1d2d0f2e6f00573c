package import Analysis
package import Diagnostics
import ProvisionModel

/// The kinds of file that a pack may hold.
package enum ReportFormat: String, Sendable, CaseIterable {
  /// report.html.
  case html
  /// The tables.
  case csv
}

/// The packs of a term: everything that is written of an evaluation.
package struct Report: Sendable {
  /// The evaluation.
  let evaluation: Evaluation
  /// Everything that was found while reading and evaluating.
  let findings: [Finding]
  /// The program's version.
  let version: String
  /// The codes of TAs and groups.
  let codes: StaffCodes
  /// What the governors may see.
  let suppression: Suppression
  /// The rows of KPI 9.5 in order of code.
  let codedUnits: [UnitProgress]
  /// The episodes of KPI 9.5 pupil by pupil, in the order of the table.
  let supportedEpisodes: [Int]

  /// The report of an evaluation.
  ///
  /// - Parameter findings: What was found while reading; that of the evaluation is added.
  package init(evaluation: Evaluation, findings: [Finding], version: String) {
    self.evaluation = evaluation
    self.findings = FindingOrder.sorted(
      findings + evaluation.findings, inputs: evaluation.figures.data.inputs)
    self.version = version
    let codes = StaffCodes(data: evaluation.figures.data)
    self.codes = codes
    self.supportedEpisodes = Self.supportedEpisodes(evaluation)
    self.codedUnits = codes.ordered(evaluation.units, data: evaluation.figures.data)
    self.suppression = Suppression(evaluation.figures.data.settings.disclosure)
  }

  /// Everything that was found, in the order of the files.
  package var allFindings: [Finding] { findings }

  /// The school's data.
  var data: SchoolData { evaluation.figures.data }

  /// The files to be written.
  package func files(packs: Set<Pack>, formats: Set<ReportFormat>) -> [OutputFile] {
    var files: [OutputFile] = []
    if formats.contains(.csv), packs.contains(.senco) {
      files += [
        episodesTable.file("episodes", in: .senco),
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
      if formats.contains(.html) { files.append(page(pack)) }
    }
    files.append(runRecord)
    return files
  }
}
