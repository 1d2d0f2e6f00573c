import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Another program that runs for a while and no longer.
enum TimedProcess {
  /// How it ended.
  enum End: Equatable {
    /// It could not be started.
    case notStarted
    /// It ended by itself, with this exit code, or with the number of the signal that ended it.
    case ended(Int)
    /// Its time was over, and it was stopped with all that it had started.
    case stopped
  }

  /// Runs a program without input; what it says on stdout is not kept.
  ///
  /// - Parameters:
  ///   - program: Its path.
  ///   - arguments: Its arguments.
  ///   - messages: The path of a file for what it says on stderr.
  ///   - timeLimit: How long it may take [s].
  /// - Returns: How it ended, and the last line that it said.
  static func run(
    _ program: String, _ arguments: [String], messages: String, timeLimit: Int
  ) -> (end: End, lastMessage: String) {
    guard FileManager.default.createFile(atPath: messages, contents: nil),
      let stderr = FileHandle(forWritingAtPath: messages)
    else { return (.notStarted, "") }
    defer { try? stderr.close() }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = stderr
    let done = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in done.signal() }
    do {
      try process.run()
    } catch {
      return (.notStarted, error.localizedDescription)
    }
    let isStopped = done.wait(timeout: .now() + .seconds(timeLimit)) == .timedOut
    if isStopped {
      stop(process.processIdentifier)
      done.wait()
    }
    let end = isStopped ? End.stopped : .ended(Int(process.terminationStatus))
    return (end, lastLine(messages))
  }

  /// Ends a program, and those that it has started where they are a group of their own.
  private static func stop(_ process: pid_t) {
    kill(getpgid(process) == process ? -process : process, SIGKILL)
  }

  private static func lastLine(_ path: String) -> String {
    let text = String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
    let lines = text.split(whereSeparator: \.isNewline)
      .map { $0.trimmingCharacters(in: .whitespaces) }
    return String((lines.last { !$0.isEmpty } ?? "").prefix(300))
  }
}
