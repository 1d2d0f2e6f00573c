import Foundation
import ProvisionModel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A page as a PDF: the printer takes it from a folder that only its owner can look into, and which
/// is removed whatever comes of it.
struct PrintedPage {
  /// The page.
  let page: OutputFile
  /// The day that the PDF says it was made on, in the place of the clock.
  let day: Day
  /// What prints it.
  let printer: PagePrinter

  /// The PDF, beside the page.
  var file: OutputFile {
    let path = page.path.split(separator: ".").dropLast().joined(separator: ".") + ".pdf"
    return OutputFile(path: path) { sink in
      do throws(Failure) {
        sink.append(contentsOf: try pdf())
      } catch {
        sink.fail(
          error.reason,
          hint: "the reports are as they were; leave pdf out of --format to have the rest")
      }
    }
  }

  private struct Failure: Error {
    var reason: String
    init(_ reason: String) { self.reason = reason }
  }

  private func pdf() throws(Failure) -> [UInt8] {
    let folder = try scratchFolder()
    defer { folder.remove() }
    let scratch = folder.path
    let (source, result) = (scratch + "/report.html", scratch + "/report.pdf")
    var sink = ByteSink()
    page.write(&sink)
    let made = FileManager.default.createFile(
      atPath: source, contents: Data(Self.opened(sink.bytes()).utf8),
      attributes: [.posixPermissions: 0o600])
    guard made else { throw Failure("the page cannot be written for printing") }
    let outcome = TimedProcess.run(
      printer.program,
      printer.arguments(
        page: source, pdf: result, profile: scratch + "/profile", isRoot: geteuid() == 0),
      messages: scratch + "/messages", timeLimit: printer.timeLimit)
    let words = outcome.lastMessage.isEmpty ? "" : ": \(outcome.lastMessage)"
    switch outcome.end {
    case .notStarted: throw Failure("\(printer.program) does not start\(words)")
    case .stopped:
      throw Failure(
        "\(printer.program) did not end within \(Wording.count(printer.timeLimit, "second"))\(words)"
      )
    case .ended(let status) where status != 0:
      throw Failure("\(printer.program) failed with exit code \(status)\(words)")
    case .ended: break
    }
    guard let bytes = FileManager.default.contents(atPath: result), bytes.starts(with: "%PDF-".utf8)
    else { throw Failure("\(printer.program) made no PDF\(words)") }
    return PDFDates.replaced(in: Array(bytes), with: day)
  }

  private func scratchFolder() throws(Failure) -> ScratchFolder {
    do throws(ScratchFolder.Failure) {
      return try ScratchFolder(in: printer.scratchParent)
    } catch {
      throw Failure(error.reason)
    }
  }

  /// The page with the year's tables open: paper has nothing to click on.
  private static func opened(_ page: [UInt8]) -> String {
    String(decoding: page, as: UTF8.self).replacing(
      "<details class=\"period\">", with: "<details class=\"period\" open>")
  }
}

/// The times in a PDF at which it was made and changed.
enum PDFDates {
  /// The PDF with noon of a day in their place, so that the same page gives the same bytes. No
  /// length changes, as a PDF counts its bytes.
  static func replaced(in pdf: [UInt8], with day: Day) -> [UInt8] {
    let digits = Array("\(day)".utf8).filter { $0 != UInt8(ascii: "-") } + Array("120000".utf8)
    var pdf = pdf
    for key in ["/CreationDate (D:", "/ModDate (D:"] {
      let start = Array(key.utf8)
      var position = 0
      while let slash = pdf[position...].firstIndex(of: UInt8(ascii: "/")) {
        position = slash + 1
        guard pdf[slash...].starts(with: start) else { continue }
        let first = slash + start.count
        guard first + digits.count <= pdf.count,
          pdf[first..<first + digits.count].allSatisfy({ (0x30...0x39).contains($0) })
        else { continue }
        pdf.replaceSubrange(first..<first + digits.count, with: digits)
      }
    }
    return pdf
  }
}
