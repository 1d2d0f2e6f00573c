import Diagnostics
import Ingestion
import ProvisionModel
import Testing

extension ReadingResult {
  /// Where each finding is, how much it weighs, and its code: `tracking.csv:3:2 error date`.
  var marks: [String] { findings.map(\.mark) }

  /// How the first file of a kind is written.
  func format(of kind: InputKind) throws -> InputFormat {
    try #require(data.inputs.first { $0.kind == kind }).format
  }

  /// The headings of a kind's canonical columns, by their canonical names.
  func headings(of kind: InputKind) throws -> [String: String] {
    try #require(data.inputs.first { $0.kind == kind }).columns.mapValues(\.heading)
  }

  /// The rows of the provision map: pupil, intervention, start, and the end if there is one.
  var spells: [String] {
    data.provision.map { row in
      let end = row.end.map { " \($0)" } ?? ""
      return "\(data.pupils[row.pupil].id) \(data.interventions[row.intervention].name) "
        + "\(row.start)\(end)"
    }
  }

  /// The TAs of each row of the provision map.
  var staffOfRows: [[String]] {
    data.provision.map { row in row.teachingAssistants.map { data.teachingAssistants[$0].key } }
  }

  /// The dates of the first score of each of the pupils P1, P2, … on a measure.
  func dayOfEach(_ count: Int, on measure: String) throws -> [String?] {
    try (1...count).map { number in
      guard data.pupils.contains(where: { $0.id == "P\(number)" }) else { return nil }
      return try days(of: "P\(number)", on: measure).first
    }
  }
}

extension UnusableInput {
  /// As `ReadingResult.marks`.
  var marks: [String] { findings.map(\.mark) }
}

extension Finding {
  /// Place, severity and code.
  fileprivate var mark: String { "\(place) \(severity.rawValue) \(code.rawValue)" }
}
