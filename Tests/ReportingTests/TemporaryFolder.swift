import Foundation

/// A folder that is there while a test runs.
struct TemporaryFolder {
  let path: String

  /// Makes a folder, hands it over, and removes it.
  static func use(_ body: (TemporaryFolder) async throws -> Void) async throws {
    let path = NSTemporaryDirectory() + "/impact-\(UUID().uuidString)"
    let manager = FileManager.default
    try manager.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer {
      try? manager.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
      try? manager.removeItem(atPath: path)
    }
    try await body(TemporaryFolder(path: path))
  }

  /// All files and folders below a folder, hidden ones too, in order.
  func contents(of folder: String = "") throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: path + "/" + folder).sorted()
  }

  /// The text of a file.
  func text(_ file: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path + "/" + file)), as: UTF8.self)
  }

  /// Writes a file.
  func write(_ text: String, to file: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/" + file))
  }

  /// The permissions of a file or folder.
  func mode(_ file: String) throws -> Int? {
    let attributes = try FileManager.default.attributesOfItem(atPath: path + "/" + file)
    return (attributes[.posixPermissions] as? NSNumber)?.intValue
  }
}
