import Analysis
import Threading

/// The files of a pack: its tables, its pages and its workbook.
struct PackFiles {
  private let pack: ReleasedPack
  private let formats: Set<ReportFormat>
  private let printer: PagePrinter?
  private let jobs: Int

  /// The files of some formats.
  ///
  /// - Parameter jobs: How much of them is made at the same time.
  init(_ pack: ReleasedPack, formats: Set<ReportFormat>, printer: PagePrinter?, jobs: Int = 1) {
    self.jobs = jobs
    self.pack = pack
    self.formats = formats
    self.printer = printer
  }

  /// The files, those first that take longest to write.
  var files: [OutputFile] {
    var files: [OutputFile] = []
    let pages = formats.contains(.html) || formats.contains(.pdf) ? Pages(pack) : nil
    if formats.contains(.pdf), let printer, let pages {
      files.append(
        PrintedPage(page: pages.main, day: pack.facts.evaluation.asOf, printer: printer).file)
    }
    if formats.contains(.xlsx) {
      let builder = WorkbookBuilder(pack)
      files.append(builder.file(builder.workbook))
    }
    if formats.contains(.html), let pages { files += pages.files }
    if formats.contains(.csv) { files += Catalogue.tables.compactMap { $0.csv(pack) } }
    return files
  }

  /// The files. Those for the governors are made and read by the audit before anything is handed over.
  ///
  /// - Throws: `DisclosureFailure` where they tell of few pupils.
  func audited() throws -> [OutputFile] {
    guard pack.pack == .governors else { return files }
    let builder = WorkbookBuilder(pack)
    let workbook = formats.contains(.xlsx) ? builder.workbook.made : nil
    let pages = formats.contains(.html) || formats.contains(.pdf) ? Pages(pack).files : []
    let tables = formats.contains(.csv) ? Catalogue.tables.compactMap { $0.csv(pack) } : []
    // While the audit reads, the workbook gets its bytes.
    let halves = try Concurrently.map(count: 2, jobs: jobs) { half throws(DisclosureFailure) in
      half == 0
        ? try audited(pages + tables, workbook)
        : workbook.map { [builder.file($0).made] } ?? []
    }
    let written = halves[0]
    var files: [OutputFile] = []
    if formats.contains(.pdf), let printer, let page = written.first {
      files.append(
        PrintedPage(page: page, day: pack.facts.evaluation.asOf, printer: printer).file)
    }
    files += halves[1]
    return files + (formats.contains(.html) ? written : Array(written.dropFirst(pages.count)))
  }

  /// Files with their bytes, which the audit has read.
  private func audited(
    _ files: [OutputFile], _ workbook: Workbook?
  ) throws(DisclosureFailure) -> [OutputFile] {
    let made = files.map { file in (path: file.path, bytes: file.bytes) }
    let leaks = DisclosureAudit.leaks(
      WrittenPack(files: made, workbook: workbook), of: pack, minimum: pack.rules.minimumPupils)
    guard leaks.isEmpty else { throw DisclosureFailure(leaks: leaks) }
    return made.map { OutputFile(path: $0.path, bytes: $0.bytes) }
  }
}
