import Analysis
import ArgumentParser
import Diagnostics
import Ingestion
import ProvisionModel
import Reporting

/// `impact explain`: how a figure came about, from the files to the verdict.
struct Explain: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Shows how the figures of an intervention came about, down to file and line.",
    discussion: """
      EXAMPLES
        impact explain Data/sample --intervention "Paired reading"
            the predictions, each course with its scores and both contrasts, then the sums
        impact explain Data/sample --intervention "Paired reading" --pupil A00303
            one pupil's courses, with the scores of each classmate, then the sums
        impact explain Data/sample --intervention "Paired reading" --period year
            the row of the whole year so far

      A course is all rows of the map that rest on one pair of tests. The numbers add up to the row of \
      kpi-5.5-interventions.csv. What is printed names pupils: it is for the SENCo.

      Exit codes: 0 done; 64 usage, also for names that are not in the files; 65 the data cannot be \
      used; 66 a file or folder is missing; 78 school.yml is wrong.
      """
  )

  @OptionGroup var input: InputOptions

  @Option(help: "The intervention, as the provision map or school.yml writes it.")
  var intervention: String

  @Option(help: "One measure of it. (default: all)")
  var measure: String?

  @Option(help: "The pupil_id of a pupil whose courses alone are printed. (default: all)")
  var pupil: String?

  @Option(help: "One school, where the files hold several. (default: all)")
  var school: String?

  @Option(help: "Which courses: those that ended in the term, the year, or all up to the term.")
  var period = Period.term

  @OptionGroup var termOptions: TermOptions

  func run() async throws {
    let console = input.console
    do {
      let reading = try await SchoolReader(folder: input.folder, settings: input.config).read()
      let evaluation = Evaluation(
        data: reading.data,
        term: try termOptions.reportedTerm(reading.data.settings.terms, console),
        asOf: termOptions.asOf)
      try tell(evaluation, console)
    } catch let failure as UnusableInput {
      throw console.tell(failure)
    }
  }

  private func tell(_ evaluation: Evaluation, _ console: Console) throws {
    let data = evaluation.figures.data
    let intervention = try position(
      of: intervention, "--intervention", among: data.interventions.map(\.name), console)
    let measure = try measure.map {
      try position(of: $0, "--measure", among: data.measures.map(\.name), console)
    }
    let scope = try school.map {
      Scope.school(try position(of: $0, "--school", among: data.schools, console))
    }
    if let pupil, !data.pupils.contains(where: { $0.id == pupil }) {
      try refuse("--pupil", pupil, "no file has a pupil \"\(pupil)\"", console)
    }
    let rows = evaluation.interventions.filter { row in
      row.period == period && row.intervention == intervention
        && (measure == nil || row.measure == measure)
        && row.scope == (scope ?? data.widestScope)
    }
    let explanations = rows.compactMap { Explanation($0, of: evaluation) }
    guard !explanations.isEmpty else {
      console.result(
        rows.isEmpty
          ? "No episode of it ended in the period (\(period.rawValue), \(evaluation.term.title)) or "
            + "is under way; see --period and --term."
          : "It is universal provision: it is counted and not evaluated.")
      return
    }
    for (index, explanation) in explanations.enumerated() {
      if index > 0 { console.result("") }
      for line in explanation.lines(pupil: pupil) { console.result(line) }
    }
  }

  /// The position of a name, without regard to case.
  private func position(
    of name: String, _ option: String, among known: [String], _ console: Console
  ) throws -> Int {
    if let exact = known.firstIndex(of: name) { return exact }
    let key = name.lowercased()
    if let same = known.firstIndex(where: { $0.lowercased() == key }) { return same }
    try refuse(
      option, name, "the files have no \"\(name)\"", console,
      hint: "it is one of " + known.map { "\"\($0)\"" }.joined(separator: ", "))
  }

  private func refuse(
    _ option: String, _ value: String, _ message: String, _ console: Console,
    hint: String = "see pupils.csv, or leave it out"
  ) throws -> Never {
    console.show(Finding(.option, file: option, value: value, message: message, hint: hint))
    throw ExitStatus.usage
  }
}

extension Period: ExpressibleByArgument {}
