import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Puts a term's files in their place, all of them or none.
///
/// They are written into a folder beside the term's own, which is then swapped in as a whole:
/// whatever goes wrong before leaves the former reports as they were.
package struct Publisher: Sendable {
  private let reports: String
  private let term: String
  private let jobs: Int

  /// - Parameters:
  ///   - reports: The path of the reports folder; it is made when missing.
  ///   - term: The term's id, which names its folder.
  ///   - jobs: How many files may be written at the same time.
  package init(reports: String, term: String, jobs: Int) {
    self.reports = reports
    self.term = term
    self.jobs = jobs
  }

  /// The version of the program that wrote the former reports of the term; nil where there are none.
  package var formerVersion: String? {
    struct Record: Decodable { var version: String }
    guard let data = FileManager.default.contents(atPath: folder + "/run.json") else { return nil }
    return try? JSONDecoder().decode(Record.self, from: data).version
  }

  /// The path of the term's folder.
  package var folder: String { reports + "/" + term }

  /// Writes the files of all parts and swaps them in.
  ///
  /// - Throws: `PublishingFailure`, and what the parts throw.
  package func publish(_ parts: [OutputPart]) async throws {
    try checkFormer()
    try make(reports, mode: 0o755)
    let staging = "\(reports)/.\(term).\(getpid()).new"
    try? FileManager.default.removeItem(atPath: staging)
    do {
      try make(staging, mode: 0o755)
      try await write(parts, into: staging)
      try swapIn(staging)
    } catch {
      try? FileManager.default.removeItem(atPath: staging)
      throw error
    }
  }

  /// A folder that this program did not write is not replaced.
  private func checkFormer() throws(PublishingFailure) {
    let manager = FileManager.default
    guard manager.fileExists(atPath: folder) else { return }
    let isEmpty = (try? manager.contentsOfDirectory(atPath: folder))?.isEmpty ?? false
    guard isEmpty || manager.fileExists(atPath: folder + "/run.json") else {
      throw PublishingFailure(
        .creating, file: folder, reason: "something is there that impact did not write",
        hint: "move it away, or choose another folder with --reports")
    }
  }

  private func make(_ path: String, mode: Int) throws(PublishingFailure) {
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true,
        attributes: path == reports ? nil : [.posixPermissions: mode])
    } catch {
      var words = errno != 0 ? String(cString: strerror(errno)) : "the folder cannot be made"
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue {
        words = "there is a file of that name"
      }
      throw PublishingFailure(.creating, file: path, reason: words)
    }
  }

  /// Finds out the files of the parts and writes them, as many at the same time as there are jobs.
  private func write(_ parts: [OutputPart], into staging: String) async throws {
    var folders: Set<String> = []
    var files: [OutputFile] = []
    var parts = parts[...]
    try await withThrowingTaskGroup(of: [OutputFile].self) { group in
      var running = 0
      while running > 0 || !parts.isEmpty || !files.isEmpty {
        if running >= max(1, jobs) || parts.isEmpty && files.isEmpty {
          files += try await group.next() ?? []
          running -= 1
        } else if let part = parts.popFirst() {
          group.addTask { try part.files() }
          running += 1
        } else {
          let file = files.removeFirst()
          if folders.insert(file.folder).inserted { try makeFolder(of: file, in: staging) }
          group.addTask {
            try write(file, into: staging)
            return []
          }
          running += 1
        }
      }
    }
  }

  private func makeFolder(of file: OutputFile, in staging: String) throws(PublishingFailure) {
    guard !file.folder.isEmpty else { return }
    try make("\(staging)/\(file.folder)", mode: file.isPrivate ? 0o700 : 0o755)
  }

  private func write(_ file: OutputFile, into staging: String) throws(PublishingFailure) {
    let mode: mode_t = file.isPrivate ? 0o600 : 0o644
    let path = "\(staging)/\(file.path)"
    let name = "\(folder)/\(file.path)"
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
    guard descriptor >= 0 else {
      throw PublishingFailure(.creating, file: name, reason: String(cString: strerror(errno)))
    }
    defer { close(descriptor) }
    var sink = ByteSink(descriptor: descriptor)
    file.write(&sink)
    try sink.finish(name: name)
  }

  /// Puts the new folder in the place of the former one, which goes only when the new one stands.
  private func swapIn(_ staging: String) throws(PublishingFailure) {
    guard FileManager.default.fileExists(atPath: folder) else {
      try move(staging, to: folder)
      return
    }
    let former = "\(reports)/.\(term).\(getpid()).old"
    try? FileManager.default.removeItem(atPath: former)
    try move(folder, to: former)
    do {
      try move(staging, to: folder)
    } catch {
      rename(former, folder)
      throw error
    }
    try? FileManager.default.removeItem(atPath: former)
  }

  private func move(_ source: String, to target: String) throws(PublishingFailure) {
    guard rename(source, target) == 0 else {
      throw PublishingFailure(.creating, file: target, reason: String(cString: strerror(errno)))
    }
  }
}
