import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Reporting

/// Printers are scripts here: what a browser makes of a page is looked at by `make test-browser`.
@Suite struct PagePrinterTests {
  private let page = OutputFile(path: "senco/report.html") { $0.append("<p>Ann</p>") }

  /// What comes of printing through a script, which finds page and PDF in `$1` and `$2`.
  private func printed(_ lines: String, timeLimit: Int = 20) async throws -> [UInt8] {
    let folder = try TemporaryFolder()
    let program = try folder.writeScript("printer", "shift 3\n" + lines)
    let printer = PagePrinter(program: program, kind: .weasyPrint, timeLimit: timeLimit)
    let file = PrintedPage(page: page, day: day("2026-03-27"), printer: printer).file
    #expect(file.path == "senco/report.pdf" && file.isPrivate)
    var sink = ByteSink()
    file.write(&sink)
    try sink.finish(name: "report.pdf")
    return sink.bytes()
  }

  private func reason(_ lines: String, timeLimit: Int = 20) async -> String? {
    let failure = await #expect(throws: PublishingFailure.self) {
      try await printed(lines, timeLimit: timeLimit)
    }
    #expect(failure?.reason == .writing)
    return failure?.finding.message
  }

  @Test("the PDF is what the printer makes of the page")
  func thePDFIsWhatThePrinterMakesOfThePage() async throws {
    let bytes = try await printed("(printf '%%PDF-1.4 '; cat \"$1\") > \"$2\"")
    #expect(String(decoding: bytes, as: UTF8.self) == "%PDF-1.4 <p>Ann</p>")
  }

  @Test("only its owner can look at the page meanwhile and it is gone afterwards")
  func onlyItsOwnerCanLookAtThePageMeanwhileAndItIsGoneAfterwards() async throws {
    let bytes = try await printed(
      "folder=$(dirname \"$1\"); (echo '%PDF-'; echo \"$folder\"; "
        + "ls -ld \"$1\" \"$folder\" | cut -c 1-10) > \"$2\"")
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    #expect(lines.count == 4 && Set(lines.suffix(2)) == ["-rw-------", "drwx------"])
    #expect(!FileManager.default.fileExists(atPath: lines[1]))
  }

  @Test("a printer that fails is told with its last words")
  func aPrinterThatFailsIsToldWithItsLastWords() async {
    let message = await reason("echo first >&2; echo 'no fonts' >&2; echo >&2; exit 3")
    #expect(message?.hasSuffix("printer failed with exit code 3: no fonts") == true)
  }

  @Test("a printer that hangs is stopped")
  func aPrinterThatHangsIsStopped() async {
    let start = ContinuousClock.now
    let message = await reason("echo 'waiting' >&2; sleep 50; true", timeLimit: 1)
    #expect(message?.hasSuffix("did not end within 1 second: waiting") == true)
    #expect(ContinuousClock.now - start < .seconds(20))
  }

  @Test("a printer that makes no PDF is a failure", arguments: ["true", "echo '<html>' > \"$2\""])
  func aPrinterThatMakesNoPDFIsAFailure(lines: String) async {
    #expect(await reason(lines)?.hasSuffix("printer made no PDF") == true)
  }

  @Test("a program that cannot be run is a failure")
  func aProgramThatCannotBeRunIsAFailure() async throws {
    let folder = try TemporaryFolder()
    try folder.write("printer", "no program")
    let printer = PagePrinter(program: folder.path + "/printer", kind: .weasyPrint)
    let file = PrintedPage(page: page, day: day("2026-03-27"), printer: printer).file
    var sink = ByteSink()
    file.write(&sink)
    #expect(throws: PublishingFailure.self) { try sink.finish(name: "report.pdf") }
  }

  @Test("Chromium goes before WeasyPrint wherever they lie")
  func chromiumGoesBeforeWeasyPrintWhereverTheyLie() async throws {
    let folder = try TemporaryFolder()
    let weasyPrint = try folder.writeScript("weasyprint", "")
    #expect(try PagePrinter(searchPath: "/nowhere:\(folder.path)").program == weasyPrint)
    for name in ["microsoft-edge", "google-chrome", "chromium-browser", "chromium"] {
      let program = try folder.writeScript(name, "")
      #expect(try PagePrinter(searchPath: "/nowhere:\(folder.path)").program == program)
    }
  }

  #if os(Linux)
    @Test("without either one is told what to install")
    func withoutEitherOneIsToldWhatToInstall() async throws {
      let folder = try TemporaryFolder()
      try folder.write("chromium", "not to be run")
      let failure = #expect(throws: PublishingFailure.self) {
        try PagePrinter(searchPath: folder.path)
      }
      #expect(failure?.reason == .creating)
      #expect(failure?.finding.hint.contains("apt install chromium") == true)
    }
  #endif

  @Test("only root goes without sandbox")
  func onlyRootGoesWithoutSandbox() {
    let printer = PagePrinter(program: "/usr/bin/chromium", kind: .chromium)
    func arguments(isRoot: Bool) -> [String] {
      printer.arguments(page: "/a b/r.html", pdf: "/a b/r.pdf", profile: "/a b/p", isRoot: isRoot)
    }
    #expect(arguments(isRoot: true).contains("--no-sandbox"))
    #expect(!arguments(isRoot: false).contains("--no-sandbox"))
    #expect(arguments(isRoot: false).last == "file:///a%20b/r.html")
    #expect(arguments(isRoot: false).contains("--print-to-pdf=/a b/r.pdf"))
  }

  @Test("the dates of the PDF are that of the report")
  func datesOfThePDFAreThatOfTheReport() {
    let pdf =
      "%PDF-1.4 /CreationDate (D:20261125163008+00'00') /ModDate (D:20261125163009+00'00') "
      + "/CreationDate (D:x) /CreationDate (D:2026"
    let replaced = PDFDates.replaced(in: Array(pdf.utf8), with: day("2026-03-27"))
    #expect(
      String(decoding: replaced, as: UTF8.self)
        == "%PDF-1.4 /CreationDate (D:20260327120000+00'00') /ModDate (D:20260327120000+00'00') "
        + "/CreationDate (D:x) /CreationDate (D:2026")
  }
}
