import Analysis
import Ingestion
import ProvisionModel
import Reporting
import Simulation
import TestSupport
import Testing

/// A made-up school with the packs of its last term, made without a program of its own.
struct AttackedSchool: Sendable {
  /// What was asked for.
  let plan: SimulationPlan
  /// The school's own files.
  let inputs: FolderContents
  /// The files of the packs, by their path below the term.
  let files: [String: [UInt8]]

  /// For a message.
  var name: String {
    "school of seed \(plan.seed): \(plan.pupils) pupils, \(plan.schools) schools, "
      + "\(plan.terms) terms to \(plan.lastTerm.id)"
  }

  /// The school with that number: small and large ones, alone and several, over one to four terms.
  static func plan(_ number: Int) throws -> SimulationPlan {
    var chance = Simulation.SeededGenerator(seed: UInt64(number), stream: 99)
    let terms = ["2025-26-autumn", "2025-26-spring", "2025-26-summer"]
    let schools = number % 4 == 3 ? 2 + chance.below(3) : 1
    return SimulationPlan(
      lastTerm: try #require(TermCalendar.standard.term(id: terms[chance.below(3)])),
      pupils: schools == 1 ? 20 + chance.below(181) : 20 + chance.below(61), schools: schools,
      terms: 1 + number % 4 / 2 + chance.below(3), seed: UInt64(number),
      selection: try #require(SelectionPlan(name: SelectionPlan.names[chance.below(4)])),
      mess: number % 10 == 9)
  }

  /// Makes the school, evaluates it and writes the governors' pack and the SENCo's tables into
  /// memory.
  init(_ plan: SimulationPlan) async throws {
    self.plan = plan
    let folder = try TemporaryFolder()
    _ = try SchoolFolder(path: folder.path(of: "School")).write(plan)
    inputs = FolderContents(of: folder.path(of: "School"))
    let reading = try await SchoolReader(folder: folder.path(of: "School")).read()
    let evaluation = Evaluation(data: reading.data, term: plan.lastTerm)
    let report = Report(evaluation: evaluation, findings: reading.findings, version: "test")
    let outputs =
      report.files(packs: [.governors], formats: Set(ReportFormat.allCases))
      + report.files(packs: [.senco], formats: [.csv])
    var files: [String: [UInt8]] = [:]
    for file in outputs {
      var sink = ByteSink()
      file.write(&sink)
      files[file.path] = sink.bytes()
    }
    self.files = files
  }

  /// The tables and pages of the packs.
  var packs: Packs { packs(of: files) }

  /// Those of other files in their place.
  func packs(of files: [String: [UInt8]]) -> Packs {
    Packs(files: files, days: Self.days(of: plan.lastTerm))
  }

  /// The days of the periods that are reported at the end of a term.
  static func days(of term: Term) -> ReportedDays {
    ReportedDays(
      yearFirst: TermCalendar.standard.firstDayOfYear(of: term).description,
      termFirst: term.first.description, termLast: term.last.description,
      beforeFirst: TermCalendar.standard.term(before: term).first.description)
  }

  /// What the governors' files should not print.
  ///
  /// - Parameter packs: The school's packs.
  func breaches(_ packs: Packs) throws -> [Breach] {
    let workbook = try WorkbookContents(files["governors/workbook.xlsx"] ?? [])
    return PageCheck(packs).breaches + WorkbookCheck(workbook, packs).breaches
      + GroundCheck(packs).breaches
  }
}

extension AttackedSchool {
  /// All texts of the governors' files, those within a workbook each by itself.
  var governorsTexts: [(file: String, text: String)] {
    get throws {
      try files.filter { $0.key.hasPrefix("governors/") }.sorted { $0.key < $1.key }
        .flatMap { file, bytes -> [(String, String)] in
          guard file.hasSuffix(".xlsx") else {
            return [(file, String(decoding: bytes, as: UTF8.self))]
          }
          let archive = try ZipArchive(bytes)
          return try archive.names.map { ("\(file)/\($0)", try archive.text($0)) }
        }
    }
  }
}
