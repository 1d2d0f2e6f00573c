import Foundation

/// A program of this computer that prints a page to PDF.
package struct PagePrinter: Sendable {
  /// The programs that can.
  enum Kind: Sendable {
    /// Chromium, or what is made of it.
    case chromium
    /// WeasyPrint.
    case weasyPrint
  }

  /// The path of the program.
  package let program: String
  let kind: Kind
  /// How long it may take [s].
  let timeLimit: Int

  init(program: String, kind: Kind, timeLimit: Int = 120) {
    self.program = program
    self.kind = kind
    self.timeLimit = timeLimit
  }

  /// The first of the programs that is installed; Chromium goes first, as it draws the pictures as
  /// a reader of the page sees them.
  ///
  /// - Parameter searchPath: The folders to look into, with colons between.
  /// - Throws: `PublishingFailure` where none is installed, with what to install.
  package init(searchPath: String) throws(PublishingFailure) {
    let folders = searchPath.split(separator: ":").map(String.init)
    for (names, kind) in [(Self.chromiumNames, Kind.chromium), (["weasyprint"], .weasyPrint)] {
      let places = names.flatMap { name in folders.map { "\($0)/\(name)" } }
      let installed = kind == .chromium ? places + Self.chromiumApplications : places
      if let program = installed.first(where: Self.isProgram) {
        self.init(program: program, kind: kind)
        return
      }
    }
    throw PublishingFailure(
      .creating, file: "report.pdf", reason: "neither Chromium nor WeasyPrint is installed",
      hint: "install one of them: on Debian \"apt install chromium\", on Ubuntu \"apt install "
        + "weasyprint\", on macOS Google Chrome or \"brew install weasyprint\"; or leave pdf out of "
        + "--format and print report.html from a browser")
  }

  /// The arguments that print a page.
  ///
  /// - Parameters:
  ///   - page: The path of the page.
  ///   - pdf: Where the PDF goes.
  ///   - profile: A folder of its own for what a browser keeps.
  ///   - isRoot: Whether root runs it, for whom Chromium has no sandbox.
  func arguments(page: String, pdf: String, profile: String, isRoot: Bool) -> [String] {
    switch kind {
    case .weasyPrint:
      ["--quiet", "--encoding", "utf-8", page, pdf]
    case .chromium:
      (isRoot ? ["--no-sandbox"] : []) + [
        "--headless", "--disable-gpu", "--disable-extensions", "--no-first-run",
        "--no-default-browser-check", "--disable-background-networking", "--disable-sync",
        // A page asks for nothing; neither shall the browser.
        "--host-resolver-rules=MAP * ~NOTFOUND", "--user-data-dir=\(profile)",
        "--no-pdf-header-footer", "--print-to-pdf-no-header",  // the second before version 112
        "--export-tagged-pdf", "--generate-pdf-document-outline", "--print-to-pdf=\(pdf)",
        URL(fileURLWithPath: page).absoluteString,
      ]
    }
  }

  /// The folder in which the program can read and write files: Ubuntu's Chromium is a snap, which
  /// sees no other user's folders, not even the one for temporary files.
  var scratchParent: String {
    let resolved = URL(fileURLWithPath: program).resolvingSymlinksInPath().path
    let isSnap = program.hasPrefix("/snap/") || resolved.hasSuffix("/snap")
    let own = NSHomeDirectory() + "/snap/chromium/common"
    return isSnap && FileManager.default.isWritableFile(atPath: own)
      ? own : NSTemporaryDirectory()
  }

  private static let chromiumNames = [
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome",
    "microsoft-edge", "microsoft-edge-stable",
  ]

  /// Where macOS has them, whose applications are in no search path.
  private static var chromiumApplications: [String] {
    #if os(macOS)
      ["Google Chrome", "Chromium", "Microsoft Edge"].map {
        "/Applications/\($0).app/Contents/MacOS/\($0)"
      }
    #else
      []
    #endif
  }

  private static func isProgram(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && !isFolder.boolValue && FileManager.default.isExecutableFile(atPath: path)
  }
}
