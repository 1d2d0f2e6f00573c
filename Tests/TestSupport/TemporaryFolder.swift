import Foundation
import Synchronization

/// A folder that is removed with the last reference to it, or at the end of the process.
package final class TemporaryFolder: Sendable {
  /// Its path, without symbolic links.
  package let path: String

  /// An empty folder.
  package init() throws {
    let parent = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
    let url = parent.appendingPathComponent("impact-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
    _ = Self.removesAtExit
    _ = Self.paths.withLock { $0.insert(path) }
  }

  deinit {
    _ = Self.paths.withLock { $0.remove(path) }
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The folders that are there.
  private static let paths = Mutex<Set<String>>([])

  /// What a global constant holds is never let go: such folders go when the process ends.
  private static let removesAtExit: Void = {
    atexit {
      for path in TemporaryFolder.paths.withLock({ $0 }) {
        try? FileManager.default.removeItem(atPath: path)
      }
    }
  }()

  /// The path of a file or folder in it.
  package func path(of name: String) -> String {
    path + "/" + name
  }

  /// Writes a file, with the folders that it lies in.
  package func write(_ name: String, _ bytes: [UInt8]) throws {
    let url = URL(fileURLWithPath: path(of: name))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data(bytes).write(to: url)
  }

  /// Writes a text file.
  package func write(_ name: String, _ text: String) throws {
    try write(name, Array(text.utf8))
  }

  /// Copies a file or folder into it.
  package func copy(_ source: String, as name: String) throws {
    try FileManager.default.copyItem(atPath: source, toPath: path(of: name))
  }

  /// Makes a folder in it.
  package func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: path(of: name),
      withIntermediateDirectories: true
    )
  }

  /// Writes a shell script that can be run, and gives its path.
  @discardableResult
  package func writeScript(_ name: String, _ lines: String) throws -> String {
    try write(name, "#!/bin/sh\n\(lines)\n")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: path(of: name))
    return path(of: name)
  }

  /// All files and folders below a folder in it, hidden ones too, in order.
  package func contents(of folder: String = "") throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: path(of: folder)).sorted()
  }

  /// The text of a file.
  package func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path(of: name))), as: UTF8.self)
  }

  /// The permissions of a file or folder.
  package func mode(_ name: String) throws -> Int? {
    let attributes = try FileManager.default.attributesOfItem(atPath: path(of: name))
    return (attributes[.posixPermissions] as? NSNumber)?.intValue
  }
}
