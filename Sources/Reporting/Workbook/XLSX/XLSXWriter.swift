import CLibXLSXWriter
import Foundation
import ProvisionModel

/// Writes workbooks with libxlsxwriter, which writes to a path only: the file is made in a folder
/// that only its owner can look into, read back and removed.
enum XLSXWriter {
  /// Writes the bytes of a workbook.
  static func write(_ workbook: Workbook, to sink: inout ByteSink) throws(XLSXFailure) {
    let folder = try scratchFolder()
    defer { folder.remove() }
    let path = folder.path + "/workbook.xlsx"
    var file = try XLSXFile(path: path, scratch: folder.path)
    file.setProperties(workbook)
    for sheet in workbook.sheets { file.add(sheet) }
    try file.close()
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw XLSXFailure("the workbook cannot be read back")
    }
    sink.append(contentsOf: bytes)
  }

  private static func scratchFolder() throws(XLSXFailure) -> ScratchFolder {
    do throws(ScratchFolder.Failure) {
      return try ScratchFolder(in: ScratchFolder.inMemory ?? NSTemporaryDirectory())
    } catch {
      throw XLSXFailure(error.reason)
    }
  }
}

/// An open workbook of libxlsxwriter. Whatever fails is told when it is closed.
struct XLSXFile: ~Copyable {
  /// The workbook.
  let book: UnsafeMutablePointer<lxw_workbook>
  /// Its formats.
  let styles: XLSXStyles
  /// The first thing that failed.
  private var failure: lxw_error?
  private var isOpen = true

  /// An empty workbook.
  ///
  /// - Parameters:
  ///   - path: Where the file comes to be when it is closed.
  ///   - scratch: A folder for the library's own temporary files.
  init(path: String, scratch: String) throws(XLSXFailure) {
    let made = XLSXFile.withTexts([scratch]) { texts in
      var options = lxw_workbook_options()
      options.tmpdir = texts[0]
      // SAFETY: the library copies both paths.
      return workbook_new_opt(path, &options)
    }
    guard let made else { throw XLSXFailure(LXW_ERROR_MEMORY_MALLOC_FAILED) }
    book = made
    styles = XLSXStyles(book)
  }

  deinit {
    // SAFETY: the library frees the workbook when it is closed, which is done once.
    if isOpen { workbook_close(book) }
  }

  /// Keeps the first failure.
  mutating func check(_ error: lxw_error) {
    if error != LXW_NO_ERROR, failure == nil { failure = error }
  }

  /// The document's properties, with a time of making that does not come from a clock.
  mutating func setProperties(_ workbook: Workbook) {
    let texts = [workbook.title, workbook.subject, workbook.author].map(XLSXText.cell)
    let error = Self.withTexts(texts) { [book] texts in
      var properties = lxw_doc_properties()
      (properties.title, properties.subject, properties.author) = (texts[0], texts[1], texts[2])
      // Noon, so that it is the same day in all time zones of Europe.
      properties.created = time_t(workbook.created.number) * 86_400 + 43_200
      // SAFETY: the library copies the properties and their texts.
      return workbook_set_properties(book, &properties)
    }
    check(error)
  }

  /// Writes the file.
  ///
  /// - Throws: The first failure since it was opened.
  consuming func close() throws(XLSXFailure) {
    isOpen = false
    // SAFETY: `isOpen` keeps `deinit` from closing it again.
    let error = workbook_close(book)
    if let failure { throw XLSXFailure(failure) }
    if error != LXW_NO_ERROR { throw XLSXFailure(error) }
  }

  /// Hands texts to C as texts that may be changed, for as long as the body runs.
  static func withTexts<Result>(
    _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = texts.map { strdup($0) }
    // SAFETY: `strdup` made them, and nobody keeps them.
    defer { for copy in copies { free(copy) } }
    return body(copies)
  }
}
