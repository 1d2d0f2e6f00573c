import ArgumentParser
import Foundation
import Ingestion
import ProvisionModel
import Simulation

/// `impact simulate`: made-up schools with a known answer.
struct Simulate: ParsableCommand {
  /// The help, examples first.
  static let configuration = CommandConfiguration(
    abstract: "Write the exports of a made-up school, with a known answer.",
    discussion: """
      EXAMPLES:
        impact simulate Trial
            a school of 420 pupils over four terms, to try everything out
        impact simulate Trial --mess
            the same school, with the defects of real exports
        impact simulate Trust --schools 12 --pupils 210
            twelve small schools in one set of files
        impact simulate NoEffect --effect 0 --selection score
            nothing helps: what does the report say?
        impact simulate Big --pupils 100000 --terms 8
            millions of scores, for timing
        impact simulate Trial --decisions next-decisions.csv --force
            the last term follows what was decided in the term before it

      The folder gets pupils.csv, tracking.csv, provision-map.csv, staff.csv, decisions.csv and \
      school.yml, ready for `impact run`, and true-effects.csv: what each intervention truly does, \
      in standard deviations, and how its pupils were chosen. The same options and seed give the \
      same files on every machine.

      With --decisions the school follows a decisions file: what is stopped does not run from the \
      next term on, what is started does, and what is varied has the sessions, minutes, weeks or \
      group size that the text of the change gives. What gives none of these, or is about one \
      group, is decided and not done. Of terms of which the file has no row the school keeps its \
      own decisions: made up again with one term more, in the same year, it has the same pupils \
      and the same first terms.

      Exit codes: 0 done; 1 done, but rows of the decisions were set aside; 64 usage; 65 the \
      decisions cannot be used; 66 they are missing; 73, 74 the folder cannot be written.
      """
  )

  /// The folder to write.
  @Argument(help: "The folder to write; it is made if it is missing.")
  var folder: String

  /// Pupils of each school.
  @Option(help: "Pupils of each school.")
  var pupils = 420

  /// The number of schools.
  @Option(help: "Schools. With more than one, the files have a column school.")
  var schools = 1

  /// The number of terms with interventions.
  @Option(help: "Terms of interventions. A round of tests before the first is added.")
  var terms = 4

  /// The true effect of every intervention [SD].
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The true effect of every intervention. Without it each has its own.",
      valueName: "SD"
    )
  )
  var effect: Double?

  /// The seed.
  @Option(help: "The seed of all chance.")
  var seed: UInt64 = 1

  /// The name of how pupils are chosen.
  @Option(
    help: ArgumentHelp(
      "How pupils are chosen: by a low score on the test itself (score), by a low true level "
        + "(need), by a second test (other-test), or as each intervention has it (mixed).",
      valueName: "score|need|other-test|mixed"
    )
  )
  var selection = "mixed"

  /// Whether the files have defects.
  @Flag(help: "Add the defects of real exports: odd dates, missing cells, duplicates.")
  var mess = false

  /// The id of the last term.
  @Option(help: ArgumentHelp("The last term.", valueName: "term"))
  var lastTerm = "2025-26-summer"

  /// The path of a file of decisions to follow.
  @Option(help: ArgumentHelp("A decisions file that the school follows.", valueName: "file"))
  var decisions: String?

  /// Whether files may be replaced.
  @Flag(help: "Replace these files in a folder that is not empty.")
  var force = false

  /// Checks that every number can be met.
  func validate() throws {
    guard (1...1_000_000).contains(pupils) else {
      throw ValidationError("--pupils is a number from 1 to 1000000, not \(pupils).")
    }
    guard (1...1000).contains(schools) else {
      throw ValidationError("--schools is a number from 1 to 1000, not \(schools).")
    }
    guard (1...30).contains(terms) else {
      throw ValidationError("--terms is a number from 1 to 30, not \(terms).")
    }
    if let effect, !(-3...3).contains(effect) {
      throw ValidationError("--effect is in standard deviations, from -3 to 3, not \(effect).")
    }
    guard SelectionPlan(name: selection) != nil else {
      throw ValidationError(
        "--selection is one of \(SelectionPlan.names.joined(separator: ", ")), not '\(selection)'."
      )
    }
    guard TermCalendar.standard.term(id: lastTerm) != nil else {
      throw ValidationError(
        "--last-term is a term such as 2025-26-autumn, 2025-26-spring or 2025-26-summer, "
          + "not '\(lastTerm)'."
      )
    }
  }

  /// Writes the files, and says what they hold and what can be done with them.
  func run() throws {
    guard let last = TermCalendar.standard.term(id: lastTerm),
      let selection = SelectionPlan(name: selection)
    else { throw ExitCode.validationFailure }
    var plan = SimulationPlan(
      lastTerm: last,
      pupils: pupils,
      schools: schools,
      terms: terms,
      effect: effect,
      seed: seed,
      selection: selection,
      mess: mess
    )
    let followed = try follow(&plan)
    do {
      let counts = try SchoolFolder(path: folder).write(plan, overwriting: force)
      print(
        """
        \(folder): \(counts.pupils) pupils, \(counts.assessments) assessments, \
        \(counts.episodes) rows of provision.
        Next: impact run \(folder)
        """
      )
    } catch {
      FileHandle.standardError.write(Data("impact: \(message(for: error))\n".utf8))
      throw exitCode(for: error)
    }
    if followed?.hasErrors == true { throw ExitStatus.rowsSetAside }
  }

  /// Gives a plan the decisions that it is to follow, and tells what was found in them.
  private func follow(_ plan: inout SimulationPlan) throws -> FollowedDecisions? {
    guard let decisions else { return nil }
    let console = Console(isQuiet: false, allowsColour: true)
    do {
      let followed = try FollowedDecisions(path: decisions, plan: plan)
      for finding in followed.findings { console.show(finding) }
      plan.decided = followed.changes
      return followed
    } catch {
      throw console.tell(error)
    }
  }

  private func message(for failure: SchoolFolder.Failure) -> String {
    switch failure {
    case .notAFolder(let path):
      "\(path) is a file. Name a folder."
    case .notEmpty(let path):
      "\(path) is not empty, and nothing was written. Name a new folder, or add --force to "
        + "replace the files of a former simulation."
    case .cannotCreate(let path):
      "cannot create \(path). Is there a right to write there?"
    case .cannotWrite(let path):
      "cannot write \(path). Is the disk full?"
    }
  }

  /// As in sysexits.h: 73 cannot create, 74 input or output error.
  private func exitCode(for failure: SchoolFolder.Failure) -> ExitCode {
    switch failure {
    case .notAFolder, .notEmpty, .cannotCreate: ExitCode(73)
    case .cannotWrite: ExitCode(74)
    }
  }
}
