import Foundation

/// Everything below a folder: the bytes of files by their paths, and the paths of empty folders.
package struct FolderContents: Equatable, Sendable {
  /// Bytes of files by path; nil for a folder.
  package private(set) var entries: [String: [UInt8]?] = [:]

  /// What is below a folder now; nothing when there is none.
  package init(of path: String) {
    let names = FileManager.default.enumerator(atPath: path)
    while let name = names?.nextObject() as? String {
      entries[name] = .some(Self.bytes(path + "/" + name))
    }
  }

  /// The paths of the files, sorted.
  package var files: [String] {
    entries.filter { $0.value != nil }.keys.sorted()
  }

  /// The bytes of a file; none where there is no such file.
  package subscript(path: String) -> [UInt8] {
    (entries[path] ?? nil) ?? []
  }

  /// The paths that are only in one of two folders, or differ, sorted.
  package func differences(from other: FolderContents) -> [String] {
    Set(entries.keys).union(other.entries.keys)
      .filter { entries[$0] != other.entries[$0] }.sorted()
  }

  private static func bytes(_ path: String) -> [UInt8]? {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue
    else { return nil }
    return FileManager.default.contents(atPath: path).map { Array($0) }
  }
}
