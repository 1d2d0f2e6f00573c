/// What a file is, by its first bytes, when it is no table of text.
enum FileSignature: Equatable {
  case gzip
  case workbook
  case oldWorkbook
  case zip
  case pdf
  case image
  case webPage
  case richText
  case json
  case wideUnicode
  case bytesWithoutText

  /// What the first bytes of a file say; nil when they may be text.
  init?(_ head: UnsafeRawBufferPointer) {
    func begins(_ bytes: [UInt8]) -> Bool { head.starts(with: bytes) }
    func begins(_ text: String) -> Bool {
      let start = head.prefix(64).drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
      return String(decoding: start, as: UTF8.self).lowercased().hasPrefix(text)
    }
    if begins([0x1F, 0x8B]) {
      self = .gzip
    } else if begins([0x50, 0x4B, 0x03, 0x04]) {
      // The parts of a workbook come in any order; one of these names is among the first.
      let text = String(decoding: head, as: UTF8.self)
      let parts = ["[Content_Types].xml", "xl/", "docProps/", "_rels/.rels"]
      self = parts.contains { text.contains($0) } ? .workbook : .zip
    } else if begins([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      self = .oldWorkbook
    } else if begins("%pdf-") {
      self = .pdf
    } else if begins([0x89, 0x50, 0x4E, 0x47]) || begins([0xFF, 0xD8, 0xFF]) {
      self = .image
    } else if begins("{\\rtf") {
      self = .richText
    } else if begins("<html") || begins("<!doctype") || begins("<?xml") || begins("<table") {
      self = .webPage
    } else if begins("{\"") || begins("[{") || begins("{\n") || begins("{\r") {
      self = .json
    } else if begins([0xFF, 0xFE, 0x00, 0x00]) || begins([0x00, 0x00, 0xFE, 0xFF]) {
      self = .wideUnicode
    } else {
      return nil
    }
  }

  /// What the file is, for a person.
  var title: String {
    switch self {
    case .gzip: "a file compressed with gzip"
    case .workbook: "an Excel workbook (.xlsx)"
    case .oldWorkbook: "an Excel workbook (.xls)"
    case .zip: "a zip archive"
    case .pdf: "a PDF"
    case .image: "a picture"
    case .webPage: "a web page or XML"
    case .richText: "a document in rich text"
    case .json: "JSON"
    case .wideUnicode: "text in UTF-32"
    case .bytesWithoutText: "not text"
    }
  }

  /// What to do about it.
  var hint: String {
    switch self {
    case .gzip, .zip: "unpack it, and put the CSV file that is in it into the folder"
    case .workbook, .oldWorkbook:
      "open it in Excel and save it as CSV UTF-8 (File, Save As); a new name ending does not do"
    case .wideUnicode: "save it as CSV UTF-8"
    case .pdf, .image, .webPage, .richText, .json, .bytesWithoutText:
      "export it again, and choose CSV as the format"
    }
  }
}
