import Diagnostics
package import ProvisionModel

/// Which files of a folder hold what, as their names or headings tell.
package struct RecognisedFolder: Sendable {
  /// The CSV files, by name.
  package private(set) var files: [RecognisedFile] = []

  private let folder: InputFolder
  private let terms = TermCalendar.standard

  /// Looks at the headings of all CSV files of a folder.
  ///
  /// - Throws: `UnusableInput` (missing) when there is no such folder.
  package init(path: String) throws(UnusableInput) {
    folder = try InputFolder(path: path)
    files = folder.csvFiles.map(recognise)
  }

  /// The files of a kind.
  package func files(of kind: InputKind) -> [RecognisedFile] {
    files.filter { $0.kind == kind }
  }

  private func recognise(_ name: String) -> RecognisedFile {
    let named = InputKind.allCases.first { folder.isNamed(name, as: $0) }
    var file = RecognisedFile(name: name, kind: named, isFoundByName: named != nil)
    let path = folder.path(of: name)
    let tracking = TrackingBuilder(settings: LayoutSettings(), terms: terms)
    let provision = ProvisionBuilder(settings: LayoutSettings(), terms: terms)
    guard let asTracking = try? HeadingSounding(path: path, name: name, builder: tracking),
      let asProvision = try? HeadingSounding(path: path, name: name, builder: provision),
      let asPupils = try? HeadingSounding(path: path, name: name, builder: PupilsBuilder()),
      let asStaff = try? HeadingSounding(path: path, name: name, builder: StaffBuilder()),
      let asDecisions = try? HeadingSounding(
        path: path, name: name, builder: DecisionsBuilder(terms: terms))
    else { return file }
    let complete: [(kind: InputKind, found: Int)] = [
      (.decisions, asDecisions.lacking.isEmpty ? asDecisions.found : 0),
      (.provisionMap, asProvision.lacking.isEmpty ? asProvision.found : 0),
      (.tracking, asTracking.lacking.isEmpty ? asTracking.found : 0),
      // Every file with pupils has an id: only names and year groups tell that it lists them.
      (.pupils, asPupils.lacking.isEmpty && asPupils.found > 3 ? asPupils.found : 0),
      (.staff, asStaff.lacking.isEmpty && asStaff.found > 1 ? asStaff.found : 0),
    ]
    file.kind = named ?? complete.first { $0.found > 0 }?.kind
    switch file.kind {
    case .tracking:
      asTracking.describe(&file)
      describeLayout(asTracking, &file)
    case .provisionMap: asProvision.describe(&file)
    case .pupils: asPupils.describe(&file)
    case .staff: asStaff.describe(&file)
    case .decisions: asDecisions.describe(&file)
    case nil: asPupils.describe(&file)
    }
    return file
  }

  private func describeLayout(
    _ sounding: HeadingSounding<TrackingBuilder>, _ file: inout RecognisedFile
  ) {
    guard let columns = sounding.columns else { return }
    if sounding.missing.contains(.score) || sounding.missing.contains(.measure) {
      let taken = Set(columns.match.positions.values)
      file.scoreCandidates = columns.headings.indices.filter { !taken.contains($0) }
        .map { columns.headings[$0] }
        .filter {
          !$0.isEmpty && !TrackingColumn.isAboutThePupil($0) && !WideHeading.isNoScore($0)
        }
    }
    file.hasMeasureColumn = columns.has(.measure) || columns.has(.subject)
    let layout = TrackingLayout(
      columns, file: file.name, settings: LayoutSettings(), terms: terms)
    file.lacksAcademicYear = layout.lacksAcademicYear
  }
}
