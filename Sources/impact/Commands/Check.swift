import Analysis
import ArgumentParser
import Diagnostics
import Ingestion
import ProvisionModel

/// `impact check`: reads and validates only.
struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Reads a school's folder and says what to mend; writes nothing.",
    discussion: """
      EXAMPLES
        impact check Data/oakfield
            every finding with its file, line and column, and what was understood

      Exit codes: 0 all can be used; 1 rows would be set aside; 65 the data cannot be used; 66 a
      file or folder is missing; 78 school.yml is wrong.
      """
  )

  @OptionGroup var input: InputOptions

  func run() async throws {
    let console = input.console
    do {
      let reading = try await SchoolReader(folder: input.folder, settings: input.config).read()
      let list = EpisodeList(data: reading.data, asOf: reading.data.lastDate)
      let findings = reading.findings + list.findings
      console.tell(findings, most: nil)
      for line in summary(reading.data) { console.result(line) }
      if findings.contains(where: { $0.severity == .error }) { throw ExitStatus.rowsSetAside }
    } catch let failure as UnusableInput {
      throw console.tell(failure)
    }
  }

  private func summary(_ data: SchoolData) -> [String] {
    let files = data.inputs.map { "\($0.name): \($0.rows) rows" }
    var scores = [Int](repeating: 0, count: data.measures.count)
    for measure in data.assessments.measure { scores[Int(measure)] += 1 }
    let measures = zip(data.measures, scores).map { measure, count in
      "measure \"\(measure.name)\": \(measure.kind.rawValue), \(count) scores"
        + (measure.lowerIsBetter ? ", lower is better" : "")
    }
    var rows = [Int](repeating: 0, count: data.interventions.count)
    for row in data.provision { rows[row.intervention] += 1 }
    let interventions = zip(data.interventions, rows).map { intervention, count in
      "intervention \"\(intervention.name)\": \(count) rows"
    }
    return files + measures + interventions + ["last date: \(data.lastDate)"]
  }
}
