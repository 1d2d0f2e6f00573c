import Diagnostics
import Ingestion
import ProvisionModel
import TestSupport
import Testing

/// Exports that could be read as something that they are not without anybody noticing.
@Suite("Exports are never read in silence as what they are not")
struct SilentSlipsTests {
  private func read(_ files: [String: String]) async throws -> ReadingResult {
    let folder = try TemporaryFolder()
    for (name, text) in files { try folder.write(name, text) }
    if files["provision-map.csv"] == nil {
      try folder.write(
        "provision-map.csv", "pupil_id,intervention,start_date\nA1,Phonics,2025-09-08\n")
    }
    return try await SchoolReader(folder: folder.path).read()
  }

  private let tracking = """
    pupil_id,date,measure,score
    A1,2025-09-10,Reading,10
    A1,2025-12-10,Reading,12

    """

  @Test("Twins of one name are set aside in both spellings, and nobody gets their scores")
  func twins() async throws {
    let result = try await read([
      "pupils.csv": "UPN,Name,Year Group\nA123456789012,Alex Smith,4\nB123456789012,Alex Smith,5\n",
      "tracking.csv": "Pupil Name,Date,Test,Score\nAlex Smith,10/09/2025,Reading,20\n"
        + "A1,10/09/2025,Reading,1\n\"Smith, Alex\",10/12/2025,Reading,81\n",
      "provision-map.csv": "Pupil Name,Provision Name,Start Date\n"
        + "Alex Smith,Phonics,08/09/2025\n\"Smith, Alex\",Lego,08/09/2025\nA1,Lego,08/09/2025\n",
    ])
    #expect(result.data.assessments.count == 1)
    #expect(result.spells == ["A1 Lego 2025-09-08"])
    let ambiguous = result.findings.filter { $0.code == .ambiguousPupil }
    #expect(
      ambiguous.map(\.place).sorted() == [
        "provision-map.csv:2:1", "provision-map.csv:3:1", "tracking.csv:2:1", "tracking.csv:4:1",
      ])
    #expect(ambiguous.allSatisfy { $0.severity == .error })
  }

  @Test("A column ID gives way to names and numbers that say more")
  func rowNumbers() async throws {
    let result = try await read([
      "pupils.csv": "Admission No,Name,Year Group\n000001,Ann Bee,4\n000002,Cy Dee,5\n",
      "tracking.csv": "Admission No,date,measure,score\n000001,2025-09-10,Reading,10\n",
      "provision-map.csv": "ID,Provision Name,Pupil,Start Date\n1,Phonics,Cy Dee,08/09/2025\n",
    ])
    #expect(result.spells == ["000002 Phonics 2025-09-08"])
  }

  @Test("A row's UPN counts where its other id is not known")
  func secondID() async throws {
    let result = try await read([
      "pupils.csv": "UPN,Name,Year Group\nA123456789012,Ann Bee,4\n",
      "tracking.csv": "Student ID,UPN,Date,Test,Score\n9001,A123456789012,10/09/2025,Reading,10\n",
      "provision-map.csv": "UPN,Provision,Start\nA123456789012,Phonics,08/09/2025\n",
    ])
    #expect(result.data.pupils.map(\.id) == ["A123456789012"])
  }

  @Test("One test in two subjects is two measures, unless school.yml names the test")
  func subjects() async throws {
    let text =
      "pupil_id,subject,measure,date,score\nA1,Reading,Test,2025-09-10,10\n"
      + "A1,Maths,Test,2025-09-10,90\n"
    let two = try await read(["tracking.csv": text])
    #expect(two.data.measures.map(\.name) == ["Test Reading", "Test Maths"])
    #expect(two.findings.map(\.code).contains(.subjectsOfTest))
    let one = try await read([
      "tracking.csv": text, "school.yml": "measures: {\"Test\": {kind: points}}\n",
    ])
    #expect(one.data.measures.map(\.name) == ["Test"])
  }

  @Test("Files whose heading alone names the test are told where they share it")
  func sharedHeading() async throws {
    let result = try await read([
      "tracking-a.csv": "Pupil ID,Test Date,SAS\nA1,10/09/2025,90\n",
      "tracking-b.csv": "Pupil ID,Test Date,SAS\nA1,10/12/2025,121\n",
    ])
    let finding = try #require(result.findings.first { $0.code == .mergedNames })
    #expect(finding.severity == .warning)
    #expect(finding.file == "tracking-b.csv")
    #expect(finding.hint.contains("file: \"tracking-b.csv\""))
  }

  @Test(
    "A vague heading beside one that says more is a question",
    arguments: [
      "Pupil ID,Test,Test Date,Total Score,SAS\nA1,NGRT,10/09/2025,40,90\n",
      "Pupil ID,Test,Date,Test Date,SAS\nA1,NGRT,01/07/2026,10/09/2025,90\n",
      "Pupil ID,Test,Test Date,Score,Standardised Score\nA1,NGRT,10/09/2025,40,90\n",
    ])
  func vague(text: String) async throws {
    let failure = await #expect(throws: UnusableInput.self) {
      try await read(["tracking.csv": text])
    }
    #expect(failure?.findings.map(\.code) == [.ambiguousColumn])
  }

  @Test("A packed file of last year is dated by the year groups of then")
  func lastYear() async throws {
    let result = try await read([
      "pupils.csv": "pupil_id,year_group\nA1,4\n",
      "tracking 2024-25.csv": "Pupil ID,Test$Autumn End of Term$3$Maths\nA1,20\n",
      "tracking 2025-26.csv":
        "Pupil ID,Test$Spring End of Term$3$Maths,Test$Autumn End of Term$4$Maths\n"
        + "A1,22,30\n",
    ])
    #expect(
      try result.days(of: "A1", on: "Test Maths") == [
        "2024-12-31", "2025-04-15", "2025-12-31",
      ])
  }

  @Test("Year groups in plain headings are those of then")
  func plainYearGroups() async throws {
    let result = try await read([
      "tracking 2025-26.csv":
        "Pupil ID,Year Group,Reading Y3 Summer 2,Reading Y4 Autumn 2\nA1,4,20,24\n"
    ])
    #expect(try result.days(of: "A1", on: "Reading") == ["2025-08-31", "2025-12-31"])
  }

  @Test("The year that a row states counts before the file's, and one that cannot be read is told")
  func statedYear() async throws {
    let stated = try await read([
      "tracking 2024-25.csv": "Pupil ID,Year,Term,Test,Score\nA1,2025/26,Autumn,Read,20\n"
    ])
    #expect(try stated.days(of: "A1", on: "Read") == ["2025-12-31"])
    let unread = await #expect(throws: UnusableInput.self) {
      try await read([
        "tracking 2025-26.csv": "Pupil ID,Academic Year,Term,Test,Score\nA1,this,Autumn,Read,20\n"
      ])
    }
    #expect(unread?.findings.first?.code == .term)
  }

  @Test("Cells without a score do not move the last date, and a lone far date is told")
  func lastDate() async throws {
    let notAssessed = try await read([
      "tracking.csv": "Pupil ID,Read Autumn 2025,Read Summer 2026\nA1,20,A\n"
    ])
    #expect(notAssessed.data.lastDate.description == "2025-12-31")
    let rows = (1...30).map { "P\($0),2025-12-10,Reading,10\n" }.joined()
    let far = try await read([
      "tracking.csv": "pupil_id,date,measure,score\n" + rows + "P1,2052-12-11,Reading,12\n"
    ])
    let finding = try #require(far.findings.first { $0.code == .farDate })
    #expect(finding.line == 32)
  }

  @Test("Ages with a full stop are asked about, derived scores are not standardised")
  func kinds() async throws {
    let ages = try await read([
      "tracking.csv": tracking
        + "A1,2025-09-10,Reading Age,7.06\nA1,2025-12-10,Reading Age,7.11\n"
    ])
    #expect(ages.findings.filter { $0.code == .score }.count == 2)
    let others = try await read([
      "tracking.csv": tracking
        + "A1,2025-09-10,NGRT Percentile,20\nA1,2025-09-10,NGRT raw score,30\n"
        + "A1,2025-09-10,Combined Science,5-4\nA1,2025-09-10,Reading age,0:00\n"
        + "A1,2025-12-10,Reading age,7:06\n"
    ])
    #expect(try others.measure("NGRT Percentile").kind == .points)
    #expect(try others.measure("NGRT raw score").kind == .points)
    #expect(try others.measure("Combined Science").kind != .age)
    #expect(try others.values(of: "A1", on: "Reading age") == [90])
  }

  @Test("Grades A and D are not taken for absent and disapplied beside B and C")
  func grades() async throws {
    let result = try await read([
      "tracking.csv": tracking + "A1,2025-09-10,English,A\nA2,2025-09-10,English,B\n"
        + "A3,2025-09-10,English,D\n"
    ])
    #expect(result.findings.filter { $0.code == .score }.map(\.value) == ["A", "B", "D"])
  }

  @Test("Costs that say what they are for are taken at their word")
  func costs() async throws {
    let result = try await read([
      "tracking.csv": tracking,
      "provision-map.csv": "UPN,Provision,Start,Cost,Group\n"
        + "A1; A2,Phonics,2025-09-08,£100 per pupil,1:1\nA3,Lego,2025-09-08,£13.50 per hour,B\n",
    ])
    #expect(result.data.provision.map(\.cost) == [100, 100, nil])
    #expect(result.data.provision.map(\.group) == ["", "", "B"])
  }

  @Test("A later file of the same kind is the newer one")
  func laterFiles() async throws {
    let result = try await read([
      "tracking.csv": tracking, "pupils-2024.csv": "pupil_id,year_group\nA1,3\n",
      "pupils-2025.csv": "pupil_id,year_group\nA1,4\n",
      "provision-1.csv": "pupil_id,intervention,start_date,end_date\nA1,Phonics,2025-09-08,\n",
      "provision-2.csv":
        "pupil_id,intervention,start_date,end_date\nA1,Phonics,2025-09-08,2025-12-12\n",
      "school.yml": "layout: {provision-map: {files: [provision-1.csv, provision-2.csv]}}\n",
    ])
    #expect(result.data.pupils.map(\.yearGroup) == ["4"])
    #expect(result.spells == ["A1 Phonics 2025-09-08 2025-12-12"])
    #expect(result.findings.filter { $0.severity == .error }.isEmpty)
  }

  @Test("The order of day and month that one file shows holds for the next, and is told")
  func sharedOrder() async throws {
    let result = try await read([
      "tracking-a.csv": "pupil_id,date,measure,score\nA1,09/15/2025,Reading,10\n",
      "tracking-b.csv": "pupil_id,date,measure,score\nA1,12/10/2025,Reading,12\n",
    ])
    #expect(try result.days(of: "A1", on: "Reading") == ["2025-09-15", "2025-12-10"])
    #expect(
      result.findings.filter { $0.code == .monthFirst }.map(\.file) == [
        "tracking-a.csv", "tracking-b.csv",
      ])
  }

  @Test("Of a file without known headings nothing is repeated")
  func personal() async throws {
    let failure = await #expect(throws: UnusableInput.self) {
      try await read(["tracking.csv": "Bee,Ann,12 Long Lane,Asthma inhaler,88\n"])
    }
    #expect(failure?.findings.count == 1)
    #expect(failure?.findings.first?.message.contains("Bee") == false)
  }

  @Test("Columns of subjects are no refusal without a way out")
  func subjectColumns() async throws {
    let failure = await #expect(throws: UnusableInput.self) {
      try await read(["tracking.csv": "Pupil ID,Term,Reading,Maths\nA1,Autumn 2025,10,12\n"])
    }
    let hint = "layout: {tracking: {scores: [{heading: \"Reading\"}, {heading: \"Maths\"}]}}"
    #expect(failure?.findings.contains { $0.hint.contains(hint) } == true)
    let result = try await read([
      "tracking.csv": "Pupil ID,Term,Reading,Maths\nA1,Autumn 2025,10,12\n", "school.yml": hint,
    ])
    #expect(try result.values(of: "A1", on: "Maths") == [12])
  }

  @Test("Names that differ between digits are two")
  func digits() async throws {
    let result = try await read([
      "tracking.csv": tracking + "A1,2025-09-10,Level 1.1,5\nA1,2025-09-10,Level 11,6\n"
    ])
    #expect(result.data.measures.map(\.name) == ["Reading", "Level 1.1", "Level 11"])
  }

  @Test(
    "Headings that are no scores make no measures",
    arguments: [
      "Lates Autumn 2025", "Age at 01/09/2025", "Class Autumn 2025", "Reading MEG Summer 2026",
      "Reading Expected Summer 2026", "FFT20 Summer 2026", "Summer Born",
    ])
  func noScores(heading: String) async throws {
    let result = try await read([
      "tracking 2025-26.csv": "Pupil ID,Reading Autumn 2025,\(heading)\nA1,20,7\n"
    ])
    #expect(result.data.measures.map(\.name) == ["Reading"])
  }
}
