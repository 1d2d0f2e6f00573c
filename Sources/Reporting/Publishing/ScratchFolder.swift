import Foundation

/// A folder for temporary files that only its owner can look into, for programs and libraries that
/// write to a path only.
struct ScratchFolder {
  /// The folder cannot be made.
  struct Failure: Error {
    /// Why, in the system's words.
    let reason: String
  }

  /// Where it is.
  let path: String

  /// Makes a folder of a name that nobody has.
  ///
  /// - Parameter parent: The folder in which it is made.
  init(in parent: String) throws(Failure) {
    var template = Array("\(parent)/impact-XXXXXX".utf8CString)
    // SAFETY: `mkdtemp` changes letters of the text, not its length.
    guard mkdtemp(&template) != nil else {
      // SAFETY: the system returns a text that lasts until the next call.
      let words = strerror(errno).map { String(cString: $0) } ?? "no reason given"
      throw Failure(reason: "a temporary folder cannot be made: \(words)")
    }
    let letters = template.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    path = String(decoding: letters, as: UTF8.self)
  }

  /// A folder that the system keeps in memory and that has room, for many small files; nil where
  /// there is none, or TMPDIR names a folder.
  static var inMemory: String? {
    #if os(Linux)
      let path = "/dev/shm"
      var system = statvfs()
      guard NSTemporaryDirectory() == "/tmp/", statvfs(path, &system) == 0,
        UInt64(system.f_bavail) * UInt64(system.f_frsize) >= 1 << 30, access(path, W_OK) == 0
      else { return nil }
      return path
    #else
      return nil
    #endif
  }

  /// Removes it with what is in it.
  func remove() {
    try? FileManager.default.removeItem(atPath: path)
  }
}
