package import ProvisionModel

/// What the headings of an export tell of it.
package struct RecognisedFile: Sendable {
  /// A column that one of several headings may be.
  package struct Doubt: Sendable {
    /// The canonical name.
    package var column: String
    /// The headings, in the order of the file.
    package var headings: [String]
  }

  /// The file's name.
  package var name: String
  /// What it holds; nil when nobody can tell.
  package var kind: InputKind?
  /// Whether its name tells what it holds.
  package var isFoundByName: Bool
  /// The headings.
  package var headings: [String] = []
  /// Required columns that are not there, by canonical name.
  package var missing: [String] = []
  /// Columns that several headings may be.
  package var doubts: [Doubt] = []
  /// Headings that may be of scores, where the file has none that is known.
  package var scoreCandidates: [String] = []
  /// Whether it has a column for the name of the test.
  package var hasMeasureColumn = false
  /// Whether its headings give year groups, and nothing tells the academic year.
  package var lacksAcademicYear = false
}

/// Looks at the headings of one file as one kind of file.
struct HeadingSounding<Builder: TableBuilder> {
  /// The columns; nil when the file has no headings.
  private(set) var columns: ColumnMap<Builder.Column>?
  /// Required columns that are not there.
  private(set) var missing: [Builder.Column] = []

  /// - Throws: `FileBytes.Failure` when the file cannot be read.
  init(path: String, name: String, builder: Builder) throws {
    var bytes = try FileBytes(path: path)
    let survey = try FileSurvey(&bytes)
    guard survey.signature == nil else { return }
    let dictionary = HeadingDictionary<Builder.Column>(named: [:])
    let header = HeaderSearch(
      head: survey.head, isAll: survey.headIsAll, delimiter: nil, file: name, builder: builder,
      dictionary: dictionary)
    guard let line = header.line else { return }
    let columns = ColumnMap(headings: header.headings, line: line, dictionary: dictionary)
    self.columns = columns
    missing = builder.missingColumns(columns, file: name)
  }

  /// Required columns that are neither there nor in doubt.
  var lacking: [Builder.Column] {
    missing.filter { column in
      !([column] + column.substitutes).contains { columns?.match.doubt($0) != nil }
    }
  }

  /// How many columns are known.
  var found: Int {
    columns.map { $0.match.positions.count + $0.match.doubts.count } ?? 0
  }

  /// Adds what is known to a file's record.
  func describe(_ file: inout RecognisedFile) {
    guard let columns else { return }
    file.headings = columns.headings.filter { !$0.isEmpty }
    file.missing = lacking.map(\.rawValue)
    file.doubts = columns.match.doubts.filter { !$0.isSameHeading }.map { doubt in
      RecognisedFile.Doubt(
        column: doubt.column.rawValue, headings: doubt.positions.map { columns.headings[$0] })
    }
  }
}
