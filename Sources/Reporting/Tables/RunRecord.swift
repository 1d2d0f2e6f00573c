import Analysis
import Diagnostics
import Foundation
import ProvisionModel

/// run.json: what a run was made with, so that anybody can make it again.
struct RunRecord: Encodable {
  struct Input: Encodable {
    var kind: String
    var name: String
    var sha256: String
    var rows: Int
    var rowsWithErrors: Int
  }

  var program = "impact"
  var version: String
  var term: String
  var asOf: String
  var inputs: [Input]
  var findings: [String: Int]
  var settings: Settings

  /// The file.
  static func file(of facts: Facts) -> OutputFile {
    let (data, findings) = (facts.data, facts.findings)
    let record = RunRecord(
      version: facts.version, term: facts.id, asOf: facts.evaluation.asOf.description,
      inputs: data.inputs.map { input in
        let errors = findings.filter { $0.file == input.name && $0.severity == .error }
        return Input(
          kind: input.kind.rawValue, name: input.name, sha256: input.sha256, rows: input.rows,
          rowsWithErrors: Set(errors.compactMap(\.line)).count
            + errors.reduce(0) { $0 + $1.rows - 1 })
      },
      findings: findings.reduce(into: [:]) { $0[$1.code.rawValue, default: 0] += $1.rows },
      settings: data.settings)
    return OutputFile(path: "run.json") { sink in
      let encoder = JSONEncoder()
      encoder.keyEncodingStrategy = .convertToSnakeCase
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      let bytes = (try? encoder.encode(record)) ?? Data()
      sink.append(String(decoding: bytes, as: UTF8.self) + "\n")
    }
  }
}
