import Foundation
import TestSupport
import Testing

@Suite("The PDF")
struct PDFTests {
  private let scratch: TemporaryFolder
  private let input = CommandCase(name: "command-line/quiet").path("input")

  init() throws {
    scratch = try TemporaryFolder()
    try scratch.makeFolder("bin")
  }

  private func run(_ options: [String]) throws -> ImpactProgram.Outcome {
    try ImpactProgram.run(
      ["run", input, "--reports", scratch.path(of: "Reports")] + options, in: scratch.path,
      searchPath: scratch.path(of: "bin"))
  }

  private var reports: FolderContents { FolderContents(of: scratch.path(of: "Reports")) }

  /// A WeasyPrint that is a script, which finds page and PDF in `$1` and `$2`.
  private func install(_ lines: String) throws {
    try scratch.writeScript("bin/weasyprint", "PATH=/usr/bin:/bin; shift 3\n\(lines)")
  }

  @Test("is made where it is asked for, without the page where only it is")
  func onlyPDF() throws {
    try install("(printf '%%PDF-1.4 '; cat \"$1\") > \"$2\"")
    let outcome = try run(["--format", "pdf"])
    #expect(outcome.exit == 0)
    #expect(
      outcome.errors.contains(
        "report.pdf is printed through \(scratch.path(of: "bin/weasyprint"))\n"))
    let term = try #require(reports.files.first?.split(separator: "/").first)
    #expect(
      reports.files
        == ["governors/report.pdf", "run.json", "senco/report.pdf"].map { "\(term)/\($0)" })
    let pdf = String(decoding: reports["\(term)/senco/report.pdf"], as: UTF8.self)
    #expect(pdf.hasPrefix("%PDF-1.4 <!DOCTYPE html>") && pdf.contains("For the SENCo"))
    #expect(try scratch.mode("Reports/\(term)/senco/report.pdf") == 0o600)
  }

  @Test("is not made unless it is asked for")
  func notByDefault() throws {
    try install("exit 9")
    #expect(try run([]).exit == 0)
    #expect(reports.files.contains { $0.hasSuffix("report.html") })
    #expect(!reports.files.contains { $0.hasSuffix(".pdf") })
  }

  #if os(Linux)
    @Test("cannot be made without a printer, which is told, and the former reports stay")
    func noPrinter() throws {
      #expect(try run([]).exit == 0)
      let former = reports
      let outcome = try run(["--format", "html,pdf", "--quiet"])
      #expect(outcome.exit == 73)
      #expect(outcome.output == "")
      #expect(
        outcome.errors.hasPrefix(
          "report.pdf: error: [output] cannot be made: neither Chromium nor WeasyPrint is installed"
        ))
      #expect(outcome.errors.contains("apt install chromium"))
      #expect(reports == former)
    }
  #endif

  @Test("of a printer that fails leaves the former reports as they were")
  func failingPrinter() throws {
    #expect(try run([]).exit == 0)
    let former = reports
    try install("echo 'no fonts' >&2; exit 3")
    let outcome = try run(["--format", "html,pdf"])
    #expect(outcome.exit == 74)
    #expect(outcome.errors.contains("/report.pdf: error: [output] cannot be written: "))
    #expect(outcome.errors.contains("weasyprint failed with exit code 3: no fonts"))
    #expect(reports == former)
  }

  @Test("of an installed Chromium is a tagged document of the report's day, the same each time")
  func installedChromium() throws {
    let searchPath = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let isInstalled = searchPath.split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/chromium")
    }
    guard isInstalled else { return }
    var made: [[UInt8]] = []
    for _ in 0..<2 {
      let outcome = try ImpactProgram.run(
        ["run", input, "--reports", scratch.path(of: "Reports"), "--format", "pdf"]
          + ["--audience", "governors"], in: scratch.path)
      #expect(outcome.exit == 0)
      made.append(reports.files.first { $0.hasSuffix(".pdf") }.map { reports[$0] } ?? [])
    }
    #expect(made[0] == made[1])
    let pdf = String(decoding: made[0], as: UTF8.self)
    #expect(pdf.hasPrefix("%PDF-"))
    for part in ["/MarkInfo", "/Lang (en-GB)", "/Outlines", "/CreationDate (D:2025"] {
      #expect(pdf.contains(part), "\(part)")
    }
  }
}
