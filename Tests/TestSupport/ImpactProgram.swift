import Foundation

/// The built `impact`, run as a person would.
package enum ImpactProgram {
  /// What came of a run.
  package struct Outcome: Sendable {
    /// The exit code.
    package var exit: Int
    /// What was written to stdout.
    package var output: String
    /// What was written to stderr.
    package var errors: String
  }

  /// The program cannot be found.
  package struct Missing: Error, CustomStringConvertible {
    package let description: String
  }

  /// Runs the program.
  ///
  /// - Parameters:
  ///   - arguments: The command line without the program's name.
  ///   - folder: The working directory.
  ///   - searchPath: Where the program looks for other programs; nil: as these tests do.
  package static func run(
    _ arguments: [String],
    in folder: String = ProjectFolder.root,
    searchPath: String? = nil
  ) throws -> Outcome {
    // Files, not pipes: nobody has to empty them while the program runs.
    let streams = try TemporaryFolder()
    try streams.write("stdout", "")
    try streams.write("stderr", "")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try path.get())
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = environment
    if let searchPath { process.environment?["PATH"] = searchPath }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle(forWritingAtPath: streams.path(of: "stdout"))
    process.standardError = FileHandle(forWritingAtPath: streams.path(of: "stderr"))
    try process.run()
    process.waitUntilExit()
    return Outcome(
      exit: Int(process.terminationStatus),
      output: text(streams.path(of: "stdout")),
      errors: text(streams.path(of: "stderr"))
    )
  }

  /// Beside the test bundle, else in the package's own build folder.
  private static let path: Result<String, Missing> = {
    var folders: [URL] = []
    for start in CommandLine.arguments.prefix(1) + Bundle.allBundles.map(\.bundlePath) {
      var folder = URL(fileURLWithPath: start).standardizedFileURL
      for _ in 0..<4 {
        folder = folder.deletingLastPathComponent()
        folders.append(folder)
      }
    }
    folders.append(URL(fileURLWithPath: ProjectFolder.root + "/.build/debug"))
    folders.append(URL(fileURLWithPath: ProjectFolder.root + "/.build/release"))
    let places = folders.map { $0.appendingPathComponent("impact").path }
    if let place = places.first(where: isProgram) { return .success(place) }
    return .failure(Missing(description: "there is no built impact at any of \(places)"))
  }()

  private static let environment = ProcessInfo.processInfo.environment.filter { name, _ in
    ["PATH", "HOME", "TMPDIR", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"].contains(name)
  }

  private static func isProgram(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && !isFolder.boolValue && FileManager.default.isExecutableFile(atPath: path)
  }

  private static func text(_ path: String) -> String {
    String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
  }
}
