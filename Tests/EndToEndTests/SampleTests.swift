import TestSupport
import Testing

@Suite("The sample school")
struct SampleTests {
  @Test("is what impact simulate makes up, byte for byte")
  func data() throws {
    let scratch = try TemporaryFolder()
    let outcome = try ImpactProgram.run(["simulate", scratch.path(of: "sample")])
    #expect(outcome.exit == 0)
    let kept = FolderContents(of: ProjectFolder.root + "/Data/sample")
    #expect(kept.files.count == 7)
    #expect(FolderContents(of: scratch.path(of: "sample")).differences(from: kept) == [])
  }

  /// Workbooks are held against each other cell by cell, as their bytes depend on the version of the
  /// library that packs them.
  @Test("gives the kept packs, byte for byte, and no finding")
  func reports() throws {
    let reports = try ReportsFolder.sample.get()
    #expect(reports.outcome.exit == 0)
    // Whoever tries the README has other terms beside it, which are not kept.
    let kept = FolderContents(of: ProjectFolder.root + "/Reports/sample/2025-26-summer")
    #expect(kept.files.count == 29)
    let made = reports.contents
    let differences = made.differences(from: kept)
    #expect(differences.filter { !$0.hasSuffix("/workbook.xlsx") } == [])
    for file in differences where file.hasSuffix("/workbook.xlsx") {
      let sheets = try [made, kept].map { try WorkbookContents($0[file]).sheets }
      #expect(sheets[0].map(\.name) == sheets[1].map(\.name), "\(file)")
      for (one, other) in zip(sheets[0], sheets[1]) {
        #expect(one.rows == other.rows, "\(file), \(one.name)")
        #expect(one.tableRange == other.tableRange, "\(file), \(one.name)")
      }
    }
  }
}
