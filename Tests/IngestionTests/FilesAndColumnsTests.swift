import Diagnostics
import Ingestion
import ProvisionModel
import TestSupport
import Testing

@Suite("Files and columns")
struct FilesAndColumnsTests {
  @Test("A file without rows is unusable", arguments: ["header-only"])
  func headerOnly(name: String) async throws {
    let refusal = try await Fixture.refusal(of: name)
    #expect(refusal.reason == .data)
    #expect(
      refusal.findings.map(\.summary)
        == ["tracking.csv: error: [no-rows] the file has a header and no rows"]
    )
  }

  @Test("An empty file is unusable", arguments: ["empty-file", "only-a-byte-order-mark"])
  func emptyFile(name: String) async throws {
    let refusal = try await Fixture.refusal(of: name)
    #expect(refusal.reason == .data)
    #expect(
      refusal.findings.map(\.summary) == ["tracking.csv: error: [empty-file] the file is empty"]
    )
  }

  @Test("A missing required column makes the file unusable; a heading like it is suggested")
  func missingColumn() async throws {
    let refusal = try await Fixture.refusal(of: "missing-required-column")
    #expect(refusal.reason == .data)
    let finding = try #require(refusal.findings.first { $0.code == .missingColumn })
    #expect(finding.line == 1)
    #expect(
      finding.message
        == "no column \"score\"; the headings are \"pupil_id\", \"date\", \"measure\", \"scores\""
    )
    #expect(
      finding.hint == "if \"scores\" is meant, write columns: {tracking: {score: \"scores\"}} "
        + "in school.yml"
    )
  }

  @Test("What the hint for a missing column says to write is read")
  func hintIsTrue() throws {
    let yaml = "columns: {tracking: {score: \"scores\"}}"
    let settings = try SettingsFile.settings(yaml: yaml, name: "school.yml")
    #expect(settings.columns == ["tracking": ["score": "scores"]])
  }

  @Test("A heading that stands twice makes the file unusable")
  func duplicateHeading() async throws {
    let refusal = try await Fixture.refusal(of: "duplicate-heading")
    #expect(refusal.reason == .data)
    #expect(
      refusal.findings.first?.summary
        == "tracking.csv:1:5: error: [duplicate-column] column \"Score\": the heading stands "
        + "twice, in columns 4 and 5"
    )
  }

  @Test("A column that is not used is noted, with the one that may be meant")
  func unknownColumn() async throws {
    let result = try await Fixture.read("unknown-column")
    let finding = try #require(result.findings.first)
    #expect(result.findings.count == 1)
    #expect(finding.severity == .note)
    #expect(finding.place == "tracking.csv:1:5")
    #expect(finding.hint.contains("\"subject\""))
  }

  @Test("Headings are matched without regard to case, spaces and punctuation")
  func headingsOtherwise() async throws {
    let result = try await Fixture.read("headings-written-otherwise")
    #expect(result.findings.isEmpty)
    #expect(try result.values(of: "P1", on: "Reading") == [10, 14])
  }

  @Test("School.yml can name any column")
  func namedHeadings() async throws {
    let result = try await Fixture.read("headings-named-in-settings")
    #expect(result.findings.isEmpty)
    #expect(try result.values(of: "P1", on: "Reading") == [100, 104])
  }

  @Test("Several files of a kind are read in the order of their names, each with its own header")
  func severalFiles() async throws {
    let result = try await Fixture.read("several-tracking-files")
    #expect(
      result.data.inputs.map(\.name)
        == ["tracking-2025.csv", "tracking-2026.csv", "provision-map.csv"]
    )
    // Of two scores on a day the later file's is used.
    #expect(try result.values(of: "P1", on: "Reading") == [12, 14])
    #expect(try result.values(of: "P2", on: "Reading") == [20])
    let finding = try #require(result.findings.first)
    #expect(finding.place == "tracking-2025.csv:2:4")
    #expect(finding.message.contains("tracking-2026.csv:3"))
  }

  @Test("File names may be in capital letters")
  func capitals() async throws {
    let result = try await Fixture.read("capital-letters-in-file-names")
    #expect(result.data.inputs.map(\.name) == ["Tracking 2025.CSV", "Provision-Map.CSV"])
    #expect(result.findings.isEmpty)
  }

  @Test("School.yml can name the files")
  func namedFiles() async throws {
    let result = try await Fixture.read("other-file-names")
    #expect(result.data.inputs.map(\.name) == ["scores.csv", "support.csv"])
  }

  @Test("A file that school.yml names must be there")
  func namedFileMissing() async throws {
    let folder = try TemporaryFolder()
    try folder.copy(Fixture.path("line-feeds"), as: "school")
    try folder.write("school/school.yml", "layout: {tracking: {files: [scores.csv]}}\n")
    let failure = await #expect(throws: UnusableInput.self) {
      try await SchoolReader(folder: folder.path(of: "school")).read()
    }
    #expect(failure?.reason == .missing)
    #expect(failure?.findings.first?.file == "scores.csv")
  }

  @Test("The folder, the tracking file and the provision map must be there")
  func missingFiles() async throws {
    let folder = try TemporaryFolder()
    for (name, wanted) in [("no/such/folder", "no such folder"), ("", "tracking*.csv")] {
      let failure = await #expect(throws: UnusableInput.self) {
        try await SchoolReader(folder: folder.path(of: name)).read()
      }
      #expect(failure?.reason == .missing)
      #expect(failure?.findings.first?.message.contains(wanted) == true)
    }
    try folder.write("tracking.csv", "pupil_id,date,measure,score\nP1,2025-09-10,Reading,1\n")
    let failure = await #expect(throws: UnusableInput.self) {
      try await SchoolReader(folder: folder.path).read()
    }
    #expect(failure?.reason == .missing)
    #expect(failure?.findings.first?.message.contains("provision-map*.csv") == true)
  }

  @Test("More than 255 files are refused")
  func tooManyFiles() async throws {
    let folder = try TemporaryFolder()
    try folder.write("provision-map.csv", "pupil_id,intervention,start_date\nP1,A,2025-09-15\n")
    for number in 1...255 {
      try folder.write("tracking-\(number).csv", "pupil_id,date,measure,score\n")
    }
    let failure = await #expect(throws: UnusableInput.self) {
      try await SchoolReader(folder: folder.path).read()
    }
    #expect(failure?.reason == .data)
    #expect(
      failure?.findings.first?.message == "256 files are to be read, and no more than 255 can be"
    )
  }

  @Test("A folder in the place of a file is told as such")
  func folderInsteadOfFile() async throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("tracking.csv")
    try folder.write("provision-map.csv", "pupil_id,intervention,start_date\nP1,A,2025-09-15\n")
    let failure = await #expect(throws: UnusableInput.self) {
      try await SchoolReader(folder: folder.path).read()
    }
    #expect(failure?.reason == .missing)
    #expect(failure?.findings.first?.message == "it is a folder")
  }

  @Test("A file's SHA-256 is that of its bytes")
  func digest() async throws {
    let result = try await Fixture.read(
      tracking: Array("pupil_id,date,measure,score\nP,2025-09-10,M,1\n".utf8)
    )
    // From sha256sum.
    #expect(
      result.data.inputs.first?.sha256
        == "830d26adec84ffec6336aefd2777024403506dd8816cf59a81f24ad0bb6c323e"
    )
  }
}
