import Foundation
import TestSupport
import Testing

@testable import Reporting

@Suite struct PublisherTests {
  private func file(_ path: String, _ text: String) -> OutputFile {
    OutputFile(path: path) { $0.append(text) }
  }

  private func files(_ text: String) -> [OutputFile] {
    ["run.json", "senco/a.csv", "senco/b.csv", "governors/a.csv"].map {
      file($0, "\(text) of \($0)")
    }
  }

  private let tree = [
    "spring", "spring/governors", "spring/governors/a.csv", "spring/run.json", "spring/senco",
    "spring/senco/a.csv", "spring/senco/b.csv",
  ]

  private func publish(
    _ files: [OutputFile],
    in folder: TemporaryFolder,
    jobs: Int = 2,
    reports: String = "reports"
  ) async throws {
    try await Publisher(reports: "\(folder.path)/\(reports)", term: "spring", jobs: jobs)
      .publish([OutputPart { files }])
  }

  @Test("files are written whatever the number of jobs", arguments: [0, 1, 2, 8])
  func filesAreWrittenWhateverTheNumberOfJobs(jobs: Int) async throws {
    let folder = try TemporaryFolder()
    try await publish(files("first"), in: folder, jobs: jobs)
    #expect(try folder.contents(of: "reports") == tree)
    #expect(try folder.text("reports/spring/senco/b.csv") == "first of senco/b.csv")
  }

  @Test("folders above are made")
  func foldersAboveAreMade() async throws {
    let folder = try TemporaryFolder()
    try await publish(files("first"), in: folder, reports: "a/b/c")
    #expect(try folder.contents(of: "a/b/c") == tree)
  }

  @Test("the SENCo's pack is for its owner only")
  func theSENCosPackIsForItsOwnerOnly() async throws {
    let folder = try TemporaryFolder()
    try await publish(files("first"), in: folder)
    #expect(try folder.mode("reports/spring/senco") == 0o700)
    #expect(try folder.mode("reports/spring/senco/a.csv") == 0o600)
    #expect(try folder.mode("reports/spring/governors") == 0o755)
    #expect(try folder.mode("reports/spring/governors/a.csv") == 0o644)
    #expect(try folder.mode("reports/spring/run.json") == 0o644)
    #expect(try folder.mode("reports/spring") == 0o755)
  }

  @Test("a former report is replaced as a whole")
  func aFormerReportIsReplacedAsAWhole() async throws {
    let folder = try TemporaryFolder()
    try await publish(files("first") + [file("senco/old.csv", "old")], in: folder)
    try await publish(files("second"), in: folder)
    #expect(try folder.contents(of: "reports") == tree)
    #expect(try folder.text("reports/spring/run.json") == "second of run.json")
  }

  @Test("other terms are left alone")
  func otherTermsAreLeftAlone() async throws {
    let folder = try TemporaryFolder()
    try await publish(files("first"), in: folder)
    try await Publisher(reports: folder.path + "/reports", term: "summer", jobs: 1)
      .publish([OutputPart { files("second") }])
    #expect(try folder.text("reports/spring/run.json") == "first of run.json")
    #expect(try folder.text("reports/summer/run.json") == "second of run.json")
  }

  @Test("a folder that impact did not write is not replaced")
  func aFolderThatImpactDidNotWriteIsNotReplaced() async throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("reports/spring")
    try folder.write("reports/spring/letter.txt", "mine")
    let error = await #expect(throws: PublishingFailure.self) {
      try await publish(files("first"), in: folder)
    }
    #expect(error?.reason == .creating)
    #expect(try folder.contents(of: "reports") == ["spring", "spring/letter.txt"])
    #expect(try folder.text("reports/spring/letter.txt") == "mine")
  }

  @Test("a file of that name is not replaced")
  func norIsAFileOfThatName() async throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("reports")
    try folder.write("reports/spring", "mine")
    await #expect(throws: PublishingFailure.self) {
      try await publish(files("first"), in: folder)
    }
    #expect(try folder.text("reports/spring") == "mine")
  }

  @Test("an empty folder is replaced")
  func anEmptyFolderIs() async throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("reports/spring")
    try await publish(files("first"), in: folder)
    #expect(try folder.contents(of: "reports") == tree)
  }

  @Test("a file that cannot be written leaves the former report as it was", arguments: [1, 3])
  func aFileThatCannotBeWrittenLeavesTheFormerReportAsItWas(jobs: Int) async throws {
    let folder = try TemporaryFolder()
    try await publish(files("first"), in: folder)
    // No file system takes a name of 300 characters.
    let bad = file("senco/" + String(repeating: "x", count: 300), "")
    for files in [[bad] + files("second"), files("second") + [bad]] {
      let error = await #expect(throws: PublishingFailure.self) {
        try await publish(files, in: folder, jobs: jobs)
      }
      #expect(error?.reason == .creating)
      #expect(try folder.contents(of: "reports") == tree)
      #expect(try folder.text("reports/spring/run.json") == "first of run.json")
    }
  }

  @Test("a part that is not to be written leaves the former report as it was", arguments: [1, 3])
  func aPartThatIsNotToBeWrittenLeavesTheFormerReportAsItWas(jobs: Int) async throws {
    let folder = try TemporaryFolder()
    try await publish(files("first"), in: folder)
    let parts = [
      OutputPart { [files("second")[1]] },
      OutputPart { throw DisclosureFailure(leaks: ["one pupil"]) },
    ]
    await #expect(throws: DisclosureFailure.self) {
      try await Publisher(reports: "\(folder.path)/reports", term: "spring", jobs: jobs)
        .publish(parts)
    }
    #expect(try folder.contents(of: "reports") == tree)
    #expect(try folder.text("reports/spring/senco/a.csv") == "first of senco/a.csv")
  }

  @Test("a reports folder that is a file is a failure")
  func aReportsFolderThatIsAFileIsAFailure() async throws {
    let folder = try TemporaryFolder()
    try folder.write("reports", "mine")
    let error = await #expect(throws: PublishingFailure.self) {
      try await publish(files("first"), in: folder)
    }
    #expect(error?.reason == .creating)
    #expect(try folder.contents() == ["reports"])
  }

  @Test("leftovers of a run that died do not disturb")
  func leftoversOfARunThatDiedDoNotDisturb() async throws {
    let folder = try TemporaryFolder()
    let staging = "reports/.spring.\(ProcessInfo.processInfo.processIdentifier).new"
    try folder.makeFolder(staging + "/senco")
    try folder.write(staging + "/senco/half.csv", "half")
    try await publish(files("first"), in: folder)
    #expect(try folder.contents(of: "reports") == tree)
  }
}
