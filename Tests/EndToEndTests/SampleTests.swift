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

  @Test("gives the kept packs, byte for byte, and no finding")
  func reports() throws {
    let scratch = try TemporaryFolder()
    let outcome = try ImpactProgram.run(
      ["run", "Data/sample", "--reports", scratch.path(of: "sample")])
    #expect(outcome.exit == 0)
    let kept = FolderContents(of: ProjectFolder.root + "/Reports/sample")
    #expect(kept.files.count == 14)
    #expect(FolderContents(of: scratch.path(of: "sample")).differences(from: kept) == [])
  }
}
