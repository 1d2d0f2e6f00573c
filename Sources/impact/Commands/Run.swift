import Analysis
import ArgumentParser
import Diagnostics
import Foundation
import Ingestion
import ProvisionModel
import Reporting

/// `impact run`: the main job, from the files to the reports.
struct Run: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Reads a school's folder and writes the evaluation of a term.",
    discussion: """
      EXAMPLES
        impact run Data/sample
            the term of the last date in the files, into Reports/sample/<term>
        impact run Data/oakfield --term 2025-26-spring --as-of 2026-03-27
            an earlier term, as things were known on a day
        impact run Data/oakfield --audience governors --format html,pdf
            one pack, its page also printed to report.pdf
        impact run Data/oakfield --annual
            the evidence of the whole school year, into Reports/oakfield/<year>-year; the same as
            --term 2025-26-year
        impact run Data --each
            the schools whose folders Data holds, each by itself, into Reports/<its folder>

      Exit codes: 0 done; 1 done, but rows were set aside (all are in data-quality.csv); \
      64 usage; 65 the data cannot be used; 66 a file or folder is missing; 73, 74 the reports \
      cannot be written; 78 school.yml is wrong. From 64 on, the former reports are as they were.
      """
  )

  @OptionGroup var input: InputOptions

  @Option(help: "Where the reports go. (default: Reports/<name of the folder>)")
  var reports: String?

  @Flag(help: "The folder holds the folders of several schools: report each by itself.")
  var each = false

  @OptionGroup var termOptions: TermOptions

  @Flag(help: "Report the term's whole school year: decisions, changes and what came of them.")
  var annual = false

  @Option(help: "Whose pack to write: senco, governors or both.")
  var audience = Audience.both

  @Option(help: "What to write, with commas between: html, csv, xlsx, pdf.")
  var format = FormatList.standard

  @Option(
    name: .customLong("jobs"),
    help: "How many things to do at the same time. (default: one for each processor core)")
  var wantedJobs: Int?

  /// How many things to do at the same time.
  var jobs: Int { wantedJobs ?? ProcessInfo.processInfo.activeProcessorCount }

  func validate() throws {
    guard reports != "" else { throw ValidationError("--reports should name a folder.") }
    guard (1...256).contains(wantedJobs ?? 1) else {
      throw ValidationError("--jobs should be a number from 1 to 256, not \(jobs).")
    }
  }

  func run() async throws {
    SystemMemory.givesBackLargeBlocks()
    let console = input.console
    let printer: PagePrinter?
    do throws(PublishingFailure) {
      printer = try findPrinter(console)
    } catch {
      throw console.tell(error)
    }
    if each { return try await runEach(console, printer) }
    let name = URL(fileURLWithPath: input.folder).standardizedFileURL.lastPathComponent
    try await report(
      folder: input.folder, reports: reports ?? "Reports/\(name)", jobs: jobs, console, printer)
  }

  /// Reads a folder and writes its reports.
  ///
  /// - Throws: The exit code, once the console has told why.
  func report(
    folder: String, reports: String, jobs: Int, _ console: Console, _ printer: PagePrinter?
  ) async throws {
    do {
      let reading = try await read(folder, jobs: jobs, console)
      let reported = try reported(reading.data, console)
      let evaluation = Evaluation(
        data: reading.data, term: reported.term, asOf: termOptions.asOf, jobs: jobs)
      let report = await Report(
        evaluation: evaluation, findings: reading.findings, version: Impact.version,
        isAnnual: reported.isYear, jobs: jobs)
      let publisher = Publisher(reports: reports, term: report.id, jobs: jobs)
      let formerVersion = publisher.formerVersion
      console.progress("writing the reports")
      try await publisher.publish(
        report.parts(
          packs: audience.packs, formats: format.formats, printer: printer, jobs: jobs))
      console.clearProgress()
      if let formerVersion, formerVersion != Impact.version {
        console.message(
          "the former reports of the term were made with impact \(formerVersion): all figures were "
            + "worked out anew by the method of \(Impact.version)")
      }
      try conclude(report, publisher.folder, console)
    } catch let failure as UnusableInput {
      throw console.tell(failure)
    } catch let failure as DisclosureFailure {
      throw console.tell(failure)
    } catch let failure as PublishingFailure {
      throw console.tell(failure)
    }
  }

  /// The term that is asked for, and whether its whole year is.
  private func reported(
    _ data: SchoolData, _ console: Console
  ) throws -> (term: Term?, isYear: Bool) {
    let calendar = data.settings.terms
    let asOf = termOptions.asOf ?? data.lastDate
    guard let year = termOptions.reportedYear(calendar, asOf: asOf) else {
      return (try termOptions.reportedTerm(calendar, console), annual)
    }
    return (year, true)
  }

  /// What prints the PDF, where one is asked for; it is looked for before anything is read.
  private func findPrinter(_ console: Console) throws(PublishingFailure) -> PagePrinter? {
    guard format.formats.contains(.pdf) else { return nil }
    let printer = try PagePrinter(searchPath: ProcessInfo.processInfo.environment["PATH"] ?? "")
    console.message("report.pdf is printed through \(printer.program)")
    return printer
  }

  private func read(
    _ folder: String, jobs: Int, _ console: Console
  ) async throws -> ReadingResult {
    let reader = SchoolReader(
      folder: folder, settings: input.config, jobs: jobs,
      progress: { file, done, size in
        guard size > 1 << 20 else { return }
        console.progress("reading \(file): \(done * 100 / max(1, size))%")
      })
    defer { console.clearProgress() }
    return try await reader.read()
  }

  private func conclude(_ report: Report, _ folder: String, _ console: Console) throws {
    console.tell(report.allFindings, most: 3)
    for line in report.conclusion { console.message(line) }
    console.result(folder)
    if report.allFindings.contains(where: { $0.severity == .error }) {
      throw ExitStatus.rowsSetAside
    }
  }
}
