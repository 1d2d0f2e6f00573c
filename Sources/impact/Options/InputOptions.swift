import ArgumentParser

/// What to read; the same for all commands that read a school's folder.
struct InputOptions: ParsableArguments {
  @Argument(help: "The folder with tracking.csv, provision-map.csv and so on.")
  var folder: String

  @Option(help: "A settings file other than the folder's own school.yml.")
  var config: String?

  @Flag(name: .long, help: "Say nothing but errors.")
  var quiet = false

  @Flag(name: .customLong("no-color"), help: "Do not colour messages on a terminal.")
  var noColor = false

  /// The console that these options ask for.
  var console: Console {
    Console(isQuiet: quiet, allowsColour: !noColor)
  }
}
