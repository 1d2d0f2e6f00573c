import Diagnostics
import Foundation
import Ingestion
import ProvisionModel
import TestSupport
import Testing

/// School folders below Fixtures, named by what is wrong with them.
enum Fixture {
  /// The path of a folder.
  static func path(_ name: String) -> String {
    ProjectFolder.root + "/Tests/IngestionTests/Fixtures/" + name
  }

  /// What is read of a folder.
  static func read(_ name: String, jobs: Int = 1) async throws -> ReadingResult {
    try await SchoolReader(folder: path(name), jobs: jobs).read()
  }

  /// Why a folder cannot be used.
  static func refusal(of name: String) async throws -> UnusableInput {
    let failure = await #expect(throws: UnusableInput.self) {
      try await SchoolReader(folder: path(name)).read()
    }
    return try #require(failure)
  }

  /// What is read of a tracking file, beside a provision map of one row.
  static func read(tracking: [UInt8]) async throws -> ReadingResult {
    let folder = try TemporaryFolder()
    try folder.write("tracking.csv", tracking)
    try folder.write(
      "provision-map.csv",
      "pupil_id,intervention,start_date\nP1,Catch-up,2025-09-15\n"
    )
    return try await SchoolReader(folder: folder.path).read()
  }
}

extension ReadingResult {
  /// The findings as a person sees them, without the hints.
  var summaries: [String] { findings.map(\.summary) }

  /// A measure by its name.
  func measure(_ name: String) throws -> Measure {
    try #require(data.measures.first { $0.name == name })
  }

  /// The scores of a pupil on a measure, by date.
  func scores(of pupil: String, on measure: String) throws -> [Score] {
    let rows = try self.rows(of: pupil, on: measure)
    return rows.map {
      Score(value: data.assessments.score[$0], censoring: data.assessments.censoring[$0])
    }
  }

  /// The values of the scores of a pupil on a measure, by date.
  func values(of pupil: String, on measure: String) throws -> [Double] {
    try scores(of: pupil, on: measure).map(\.value)
  }

  /// The dates of the scores of a pupil on a measure.
  func days(of pupil: String, on measure: String) throws -> [String] {
    try rows(of: pupil, on: measure).map { Day(number: data.assessments.day[$0]).description }
  }

  /// The one score of each of the pupils P1, P2, … on a measure; nil where there is none.
  func scoreOfEach(_ count: Int, on measure: String) throws -> [Double?] {
    try (1...count).map { number in
      guard data.pupils.contains(where: { $0.id == "P\(number)" }) else { return nil }
      return try values(of: "P\(number)", on: measure).first
    }
  }

  private func rows(of pupil: String, on measure: String) throws -> Range<Int> {
    let number = try #require(data.pupils.firstIndex { $0.id == pupil })
    let position = try #require(data.measures.firstIndex { $0.name == measure })
    return data.assessments.rows(ofPupil: number, measure: position)
  }
}

extension AssessmentTable {
  /// The lines of all rows.
  var lines: [Int] { (0..<count).map { source(ofRow: $0).line } }

  /// The scores of all rows.
  var scores: [Double] { (0..<count).map { score[$0] } }
}
