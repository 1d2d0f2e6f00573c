import ArgumentParser

/// The program's exit codes (CONTRACT; the numbers from 64 on are those of sysexits.h).
enum ExitStatus {
  /// Done, but rows were set aside.
  static let rowsSetAside = ExitCode(1)
  /// The command line makes no sense.
  static let usage = ExitCode(64)
  /// The data cannot be used.
  static let unusableData = ExitCode(65)
  /// A file or folder is missing.
  static let missingInput = ExitCode(66)
  /// An output file or folder cannot be made.
  static let cannotCreate = ExitCode(73)
  /// An output file cannot be written to its end.
  static let cannotWrite = ExitCode(74)
  /// school.yml is wrong.
  static let wrongSettings = ExitCode(78)
}
