public import ArgumentParser
import Diagnostics
public import ProvisionModel

/// Which term to report, and as known on which day.
struct TermOptions: ParsableArguments {
  @Option(help: "The term to report, such as 2025-26-spring. (default: that of the as-of date)")
  var term: String?

  @Option(
    help: ArgumentHelp(
      "The day up to which things are known, such as 2026-03-27. "
        + "(default: the last date of the files)"))
  var asOf: Day?

  /// Where a year is asked for, such as 2025-26-year, its last term that has begun on a day, or its
  /// first; nil where none is.
  func reportedYear(_ calendar: TermCalendar, asOf: Day) -> Term? {
    guard let term, term.hasSuffix("-year"), calendar.term(id: term) == nil,
      let startYear = Int(term.prefix(4)), (1900...2199).contains(startYear)
    else { return nil }
    let terms = calendar.terms(startYear: startYear)
    guard terms.first?.academicYear == String(term.dropLast("-year".count)) else { return nil }
    return terms.last { $0.first <= asOf } ?? terms.first
  }

  /// The term that is asked for; nil where none is.
  ///
  /// - Throws: The exit code for wrong usage, after telling what is wrong.
  func reportedTerm(_ calendar: TermCalendar, _ console: Console) throws -> Term? {
    guard let term else { return nil }
    if let known = calendar.term(id: term) { return known }
    let examples = calendar.terms(startYear: 2025).map(\.id).joined(separator: ", ")
    console.show(
      Finding(
        .option, file: "--term", value: term, message: "there is no term \"\(term)\"",
        hint: "write it as \(examples)"))
    throw ExitStatus.usage
  }
}

extension Day: ExpressibleByArgument {
  /// A day as the command line gives it, `yyyy-mm-dd`, of the years that the files may hold.
  public init?(argument: String) {
    guard let day = Day(iso: argument), (1900...2199).contains(day.civil.year) else { return nil }
    self = day
  }
}
