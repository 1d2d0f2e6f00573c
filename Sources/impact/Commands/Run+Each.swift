import ArgumentParser
import Diagnostics
import Foundation
import Ingestion
import Reporting

extension Run {
  /// Reports each school of a folder of school folders by itself, several at the same time.
  ///
  /// A school whose files cannot be used keeps nobody else from being reported. No more schools are
  /// in memory than are worked on; what they say comes in the order of their names.
  ///
  /// - Throws: The highest of the schools' exit codes that is not 0.
  func runEach(_ console: Console, _ printer: PagePrinter?) async throws {
    let names: [String]
    do throws(UnusableInput) {
      names = try SchoolFolders(path: input.folder).names
    } catch {
      throw console.tell(error)
    }
    let root = reports ?? "Reports"
    let atOnce = min(jobs, names.count)
    var waiting: [Int: (Transcript, ExitCode?)] = [:]
    var highest: ExitCode?
    var next = 0
    await withTaskGroup(of: (Int, Transcript, ExitCode?).self) { group in
      func start(_ school: Int) {
        group.addTask {
          let transcript = Transcript()
          let code = await code(
            of: names[school], reports: root, jobs: max(1, jobs / atOnce),
            Console(console, keptIn: transcript), printer)
          return (school, transcript, code)
        }
      }
      for school in 0..<atOnce { start(school) }
      var started = atOnce
      for await (school, transcript, code) in group {
        if started < names.count { start(started) }
        started += 1
        waiting[school] = (transcript, code)
        while let (transcript, code) = waiting.removeValue(forKey: next) {
          console.message("\(names[next]):")
          console.tell(transcript)
          if let code, code.rawValue > highest?.rawValue ?? 0 { highest = code }
          next += 1
        }
      }
    }
    if let highest { throw highest }
  }

  /// The exit code of one of the schools; nil: 0.
  private func code(
    of name: String, reports: String, jobs: Int, _ console: Console, _ printer: PagePrinter?
  ) async -> ExitCode? {
    do {
      try await report(
        folder: "\(input.folder)/\(name)", reports: "\(reports)/\(name)", jobs: jobs, console,
        printer)
      return nil
    } catch {
      return error as? ExitCode ?? ExitStatus.unusableData
    }
  }
}
