import ArgumentParser

/// The program.
@main
struct Impact: AsyncParsableCommand {
  static let version = "0.2.0"

  static let configuration = CommandConfiguration(
    commandName: "impact",
    abstract: "Evaluates a school's interventions from its tracking and provision map exports.",
    discussion: """
      EXAMPLES
        impact run Data/sample                     evaluate the made-up school
        impact run Data/oakfield --term 2025-26-spring
        impact init Data/oakfield                  begin a new school's folder
        impact check Data/oakfield                 only read, and say what to mend
        impact explain Data/sample --intervention "Paired reading"   how its figures came about
        impact simulate Data/trial --effect 0.4    make up a school with a known answer
      """,
    version: version,
    subcommands: [Run.self, Check.self, Init.self, Explain.self, Simulate.self]
  )
}
