import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What a workbook holds, read from its XML.
package struct WorkbookContents: Sendable {
  /// A part is no XML.
  package struct Broken: Error {}

  /// A cell.
  package enum Cell: Sendable, Equatable {
    /// Nothing.
    case empty
    /// A string.
    case text(String)
    /// A number or a date.
    case number(Double)
    /// A formula, which none of ours is.
    case formula
  }

  /// A sheet.
  package struct Sheet: Sendable {
    /// The name on its tab.
    package var name: String
    /// The cells, row by row; rows may end early.
    package var rows: [[Cell]]
    /// The XML.
    package var xml: String
    /// The cells of its table, `A4:BS42`; empty where it has none.
    package var tableRange: String
    /// The names of the columns of its table.
    package var tableColumns: [String]

    /// The place of the row of headings, counted from 0.
    package var headingRow: Int {
      (Int(tableRange.prefix { $0 != ":" }.filter(\.isNumber)) ?? 1) - 1
    }

    /// The rows below the headings.
    package var tableRows: [[Cell]] {
      tableRange.isEmpty ? [] : Array(rows.dropFirst(headingRow + 1))
    }
  }

  /// The sheets, in order.
  package let sheets: [Sheet]
  /// All texts of the archive's files, by name.
  package let parts: [String: String]

  /// The contents of a workbook's bytes.
  package init(_ bytes: [UInt8]) throws {
    let archive = try ZipArchive(bytes)
    let parts = try Dictionary(
      uniqueKeysWithValues: archive.names.map { ($0, try archive.text($0)) })
    self.parts = parts
    let strings = try XMLTexts.read(parts["xl/sharedStrings.xml"] ?? "", of: "si", in: "t")
    let names = try XMLTexts.attributes(parts["xl/workbook.xml"] ?? "", of: "sheet", "name")
    sheets = try names.enumerated().map { index, name in
      let xml = parts["xl/worksheets/sheet\(index + 1).xml"] ?? ""
      let links = parts["xl/worksheets/_rels/sheet\(index + 1).xml.rels"] ?? ""
      let targets = try XMLTexts.attributes(links, of: "Relationship", "Target")
      let table = targets.first { $0.contains("tables/") }.map { "xl" + $0.dropFirst(2) }
      let tableXML = table.flatMap { parts[$0] } ?? ""
      return Sheet(
        name: name, rows: try SheetCells.read(xml, strings), xml: xml,
        tableRange: try XMLTexts.attributes(tableXML, of: "table", "ref").first ?? "",
        tableColumns: try XMLTexts.attributes(tableXML, of: "tableColumn", "name"))
    }
  }

  /// The sheet of that name.
  package subscript(name: String) -> Sheet? { sheets.first { $0.name == name } }
}

/// Picks texts and attributes out of XML.
private final class XMLTexts: NSObject, XMLParserDelegate {
  private let outer: String
  private let inner: String
  private let attribute: String
  private var found: [String] = []
  private var isInside = false

  private init(_ outer: String, _ inner: String, _ attribute: String) {
    (self.outer, self.inner, self.attribute) = (outer, inner, attribute)
  }

  /// The texts of all inner elements of each outer element.
  static func read(_ xml: String, of outer: String, in inner: String) throws -> [String] {
    try XMLTexts(outer, inner, "").parse(xml)
  }

  /// An attribute of all elements of a name.
  static func attributes(
    _ xml: String, of element: String, _ attribute: String
  ) throws -> [String] {
    try XMLTexts(element, "", attribute).parse(xml)
  }

  private func parse(_ xml: String) throws -> [String] {
    guard !xml.isEmpty else { return [] }
    let parser = XMLParser(data: Data(xml.utf8))
    parser.delegate = self
    guard parser.parse() else { throw WorkbookContents.Broken() }
    return found
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    if name == outer { found.append(attributes[attribute] ?? "") }
    isInside = name == inner
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    isInside = false
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if isInside { found[found.count - 1] += text }
  }
}

/// Reads the cells of a sheet.
private final class SheetCells: NSObject, XMLParserDelegate {
  private let strings: [String]
  private var rows: [[WorkbookContents.Cell]] = []
  private var place = (row: 0, column: 0)
  private var isString = false
  private var element = ""
  private var text = ""

  private init(_ strings: [String]) { self.strings = strings }

  static func read(_ xml: String, _ strings: [String]) throws -> [[WorkbookContents.Cell]] {
    let cells = SheetCells(strings)
    let parser = XMLParser(data: Data(xml.utf8))
    parser.delegate = cells
    guard parser.parse() else { throw WorkbookContents.Broken() }
    return cells.rows
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    element = name
    text = ""
    if name == "f" { set(.formula) }
    guard name == "c", let reference = attributes["r"] else { return }
    let letters = reference.unicodeScalars.prefix { $0.value >= 65 }
    place.column = letters.reduce(0) { $0 * 26 + Int($1.value) - 64 } - 1
    place.row = (Int(reference.dropFirst(letters.count)) ?? 1) - 1
    isString = attributes["t"] == "s"
    set(.empty)
  }

  func parser(_ parser: XMLParser, foundCharacters characters: String) {
    if element == "v" { text += characters }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    guard name == "v", rows[place.row][place.column] != .formula else { return }
    if isString, let index = Int(text), strings.indices.contains(index) {
      set(.text(Self.decoded(strings[index])))
    } else if let number = Double(text) {
      set(.number(number))
    }
  }

  /// A letter by its number, `_x0041_`, as the format writes what XML cannot hold.
  private static func decoded(_ text: String) -> String {
    guard text.contains("_x") else { return text }
    return text.replacing(/_x([0-9A-Fa-f]{4})_/) { match in
      UInt32(match.1, radix: 16).flatMap(Unicode.Scalar.init).map { String($0) } ?? ""
    }
  }

  private func set(_ cell: WorkbookContents.Cell) {
    while rows.count <= place.row { rows.append([]) }
    while rows[place.row].count <= place.column { rows[place.row].append(.empty) }
    rows[place.row][place.column] = cell
  }
}
