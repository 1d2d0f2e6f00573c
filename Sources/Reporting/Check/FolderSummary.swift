import Analysis
package import Diagnostics
package import ProvisionModel

/// What was understood of a school's folder: data that is shown as text or as JSON.
package struct FolderSummary: Encodable, Sendable {
  /// A file.
  package struct File: Encodable, Sendable {
    package var name: String
    package var kind: String
    package var encoding: String
    package var byteOrderMark: Bool
    package var delimiter: String
    package var headingsOnLine: Int
    package var rows: Int
    package var columns: [Column]
    package var scoreColumns: [ScoreColumn]
  }

  /// A column and what it holds.
  package struct Column: Encodable, Sendable {
    package var position: Int
    package var heading: String
    package var meaning: String
  }

  /// A column of scores of a file with several in a row.
  package struct ScoreColumn: Encodable, Sendable {
    package var position: Int
    package var heading: String
    package var measure: String
    package var date: String
  }

  /// A measure.
  package struct MeasureSummary: Encodable, Sendable {
    package var name: String
    package var kind: String
    package var scores: Int
    package var censored: Int
    package var pupils: Int
    package var lowest: String?
    package var highest: String?
    package var firstDate: String?
    package var lastDate: String?
    package var lowerIsBetter: Bool
    package var codes: [String]
  }

  /// An intervention.
  package struct InterventionSummary: Encodable, Sendable {
    package var name: String
    package var rows: Int
    package var pupils: Int
    package var firstStart: String?
    package var lastEnd: String?
    package var rowsWithoutEnd: Int
    package var universal: Bool
    package var measures: [String]
  }

  /// Pupils, counted by the files that name them.
  package struct Pupils: Encodable, Sendable {
    package var listed: Int
    package var withScores: Int
    package var inProvisionMap: Int
    package var inProvisionMapWithScores: Int
    package var inAllThree: Int
  }

  /// A finding.
  package struct FindingRecord: Encodable, Sendable {
    package var severity: String
    package var code: String
    package var file: String
    package var line: Int?
    package var lastLine: Int?
    package var column: Int?
    package var heading: String?
    package var value: String
    package var message: String
    package var hint: String

    init(_ finding: Finding) {
      severity = finding.severity.rawValue
      code = finding.code.rawValue
      file = finding.file
      line = finding.line
      lastLine = finding.lastLine
      column = finding.column
      heading = finding.heading
      value = finding.value
      message = finding.message
      hint = finding.hint
    }
  }

  package var schools: [String] = []
  package var files: [File] = []
  package var measures: [MeasureSummary] = []
  package var interventions: [InterventionSummary] = []
  package var pupils = Pupils(
    listed: 0, withScores: 0, inProvisionMap: 0, inProvisionMapWithScores: 0, inAllThree: 0)
  package var teachingAssistants = 0
  package var rowsWithoutScore = 0
  package var firstDate: String?
  package var lastDate: String?
  package var lastTerm: String?

  /// The findings themselves, in the order of the files.
  package let sortedFindings: [Finding]

  private enum CodingKeys: String, CodingKey {
    case schools, files, measures, interventions, pupils, teachingAssistants, rowsWithoutScore
    case firstDate, lastDate, lastTerm, findings
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(schools, forKey: .schools)
    try container.encode(files, forKey: .files)
    try container.encode(measures, forKey: .measures)
    try container.encode(interventions, forKey: .interventions)
    try container.encode(pupils, forKey: .pupils)
    try container.encode(teachingAssistants, forKey: .teachingAssistants)
    try container.encode(rowsWithoutScore, forKey: .rowsWithoutScore)
    try container.encodeIfPresent(firstDate, forKey: .firstDate)
    try container.encodeIfPresent(lastDate, forKey: .lastDate)
    try container.encodeIfPresent(lastTerm, forKey: .lastTerm)
    try container.encode(sortedFindings.map(FindingRecord.init), forKey: .findings)
  }

  /// What was found in a folder that cannot be used.
  package init(unusable findings: [Finding]) {
    sortedFindings = findings
  }

  /// What was understood of a folder.
  package init(_ data: SchoolData, findings: [Finding]) {
    let evaluation = Evaluation(data: data)
    let all = findings + evaluation.findings + ChosenByQuestions(evaluation).findings
    sortedFindings = FindingOrder.sorted(all, inputs: data.inputs)
    schools = data.schools
    files = data.inputs.map(File.init)
    measures = FolderCounts.measures(data)
    interventions = FolderCounts.interventions(data)
    pupils = FolderCounts.pupils(data)
    teachingAssistants = data.teachingAssistants.count
    rowsWithoutScore = data.notAssessedRows
    firstDate = FolderCounts.firstDate(data)?.description
    lastDate = data.lastDate.description
    lastTerm = data.settings.terms.term(containing: data.lastDate).id
  }

  /// Whether rows are set aside.
  package var hasErrors: Bool {
    sortedFindings.contains { $0.severity == .error }
  }
}

extension FolderSummary.File {
  fileprivate init(_ input: InputFile) {
    name = input.name
    kind = input.kind.rawValue
    encoding = input.format.encoding.rawValue
    byteOrderMark = input.format.hasByteOrderMark
    delimiter = input.format.delimiterName
    headingsOnLine = input.format.headerLine
    rows = input.rows
    columns = input.columns.map { name, column in
      FolderSummary.Column(position: column.position, heading: column.heading, meaning: name)
    }
    .sorted { ($0.position, $0.meaning) < ($1.position, $1.meaning) }
    scoreColumns = input.scoreColumns.map {
      FolderSummary.ScoreColumn(
        position: $0.position, heading: $0.heading, measure: $0.measure, date: $0.date)
    }
  }
}
