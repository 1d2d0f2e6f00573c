import Analysis

/// The files of a pack: its tables, its pages and its workbook.
struct PackFiles {
  private let pack: ReleasedPack
  private let formats: Set<ReportFormat>
  private let printer: PagePrinter?

  /// The files of some formats.
  init(_ pack: ReleasedPack, formats: Set<ReportFormat>, printer: PagePrinter?) {
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
    let workbook = formats.contains(.xlsx) ? WorkbookBuilder(pack).workbook.made : nil
    let pages = formats.contains(.html) || formats.contains(.pdf) ? Pages(pack).files : []
    let tables = formats.contains(.csv) ? Catalogue.tables.compactMap { $0.csv(pack) } : []
    let made = (pages + tables).map { file in (path: file.path, bytes: file.bytes) }
    let leaks = DisclosureAudit.leaks(
      WrittenPack(files: made, workbook: workbook), of: pack, minimum: pack.rules.minimumPupils)
    guard leaks.isEmpty else { throw DisclosureFailure(leaks: leaks) }
    var files: [OutputFile] = []
    let written = made.map { path, bytes in
      OutputFile(path: path) { $0.append(contentsOf: bytes) }
    }
    if formats.contains(.pdf), let printer, let page = written.first {
      files.append(
        PrintedPage(page: page, day: pack.facts.evaluation.asOf, printer: printer).file)
    }
    if let workbook {
      files.append(WorkbookBuilder(pack).file(workbook))
    }
    return files + (formats.contains(.html) ? written : Array(written.dropFirst(pages.count)))
  }
}
