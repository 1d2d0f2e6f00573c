import ProvisionModel

/// What a cell that names a pupil holds.
enum PupilKeyKind: UInt32, CaseIterable {
  /// An id of whatever kind.
  case id
  case upn
  case admissionNumber
  case name
}

/// Where the cells that name a pupil and the school are, from 0; −1 where there is none.
struct PupilPositions {
  var school = -1
  var id = -1
  var upn = -1
  var admission = -1
  var name = -1
  var surname = -1
  var forename = -1

  /// The position of the first of them.
  var first: Int { [id, upn, admission, name, surname].first { $0 >= 0 } ?? -1 }

  /// The cells of the school and the id, where they are neighbours or there is no school's.
  var schoolAndID: ClosedRange<Int>? {
    if id < 0 { return nil }
    if school < 0 { return id...id }
    return abs(school - id) == 1 ? min(school, id)...max(school, id) : nil
  }

  /// Whether a condition holds for one of them.
  func contains(where holds: (Int) -> Bool) -> Bool {
    [id, upn, admission, name, surname].contains { $0 >= 0 && holds($0) }
  }
}

/// The pupils of one kind of file: ids with the school that their rows name.
struct PupilKeys {
  /// Ids, tagged with what they are and the school's code, from 1; 0: the row names none.
  private(set) var ids = ByteDictionary()
  /// The schools' names.
  private(set) var schools = ByteDictionary()

  /// The other ids of the first row of each pupil.
  private(set) var otherIDs: [UInt32: [OtherID]] = [:]

  /// A further id of a pupil.
  struct OtherID: Sendable {
    var text: String
    var kind: PupilKeyKind
  }

  /// The cells of the school and the id in the row before, where its id was its pupil's, with the
  /// bytes between the two, and the pupil: consecutive rows are mostly of one pupil.
  private var lastBytes: [UInt8] = []
  private var lastCode: UInt32 = 0

  private static let kinds = UInt32(PupilKeyKind.allCases.count)

  /// The tag of an id.
  ///
  /// - Parameter school: The school's code, from 1; 0 where the row names none.
  static func tag(_ kind: PupilKeyKind, school: UInt32) -> UInt32 {
    school * kinds + kind.rawValue
  }

  /// The code of a row's pupil; nil when no cell names one.
  mutating func code(of row: CSVRow, _ positions: PupilPositions) -> UInt32? {
    // Mostly a row has an id of a pupil who is known, and the other cells need no look.
    if row.isOfFile, let cells = positions.schoolAndID, cells.upperBound < row.count {
      if let code = codeOfRepeated(row, cells) { return code }
      if let code = code(of: row, positions.id, .id, positions) {
        remember(row, cells, code)
        return code
      }
    } else if let code = code(of: row, positions.id, .id, positions) {
      return code
    }
    if let code = code(of: row, positions.upn, .upn, positions) { return code }
    if let code = code(of: row, positions.admission, .admissionNumber, positions) { return code }
    let name = row[positions.name]
    if !name.isEmpty { return self.code(id: name, .name, school: row[positions.school]) }
    return self.code(ofNamesIn: row, positions)
  }

  /// The code of the pupil of the row before, where a row repeats its school and id; else nil.
  ///
  /// - Precondition: The row is the file's own and has the cells, those of `schoolAndID`.
  @inline(__always)
  func codeOfRepeated(_ row: CSVRow, _ cells: ClosedRange<Int>) -> UInt32? {
    row.withBytes(of: cells, repeatsLast) ? lastCode : nil
  }

  private mutating func code(
    of row: CSVRow, _ position: Int, _ kind: PupilKeyKind, _ positions: PupilPositions
  ) -> UInt32? {
    guard position >= 0 else { return nil }
    let cell = row[position]
    if cell.isEmpty { return nil }
    let known = ids.count
    let tag = positions.school < 0 ? 0 : schoolTag(row[positions.school])
    let code = ids.code(of: cell, tag: Self.tag(kind, school: tag))
    if ids.count > known { noteOthers(code, of: kind, row, positions) }
    return code
  }

  @inline(__always)
  private func repeatsLast(_ bytes: UnsafeRawBufferPointer) -> Bool {
    !bytes.isEmpty && lastBytes.withUnsafeBytes { SameBytes.hold($0, bytes) }
  }

  private mutating func remember(_ row: CSVRow, _ cells: ClosedRange<Int>, _ code: UInt32) {
    row.withBytes(of: cells) { bytes in
      lastBytes.removeAll(keepingCapacity: true)
      lastBytes.append(contentsOf: bytes)
    }
    lastCode = code
  }

  private mutating func noteOthers(
    _ code: UInt32, of kind: PupilKeyKind, _ row: CSVRow, _ positions: PupilPositions
  ) {
    let upn = kind == .id ? row[positions.upn].text : ""
    let admission = kind == .admissionNumber ? "" : row[positions.admission].text
    var others: [OtherID] = []
    if !upn.isEmpty { others.append(OtherID(text: upn, kind: .upn)) }
    if !admission.isEmpty { others.append(OtherID(text: admission, kind: .admissionNumber)) }
    if !others.isEmpty { otherIDs[code] = others }
  }

  /// The code of a pupil whose name stands in two cells.
  private mutating func code(ofNamesIn row: CSVRow, _ positions: PupilPositions) -> UInt32? {
    let surname = row[positions.surname]
    if surname.isEmpty { return nil }
    let forename = row[positions.forename]
    var name = forename.isEmpty ? surname.text : "\(surname.text), \(forename.text)"
    return name.withUTF8 { bytes in
      bytes.baseAddress.map {
        code(id: Cell(trimming: $0, count: bytes.count), .name, school: row[positions.school])
      }
    }
  }

  /// The code of a pupil.
  mutating func code(id: Cell, _ kind: PupilKeyKind, school: Cell) -> UInt32 {
    ids.code(of: id, tag: Self.tag(kind, school: schoolTag(school)))
  }

  /// Adds the pupils of the next rows; the codes that they have here.
  mutating func add(_ next: PupilKeys) -> [UInt32] {
    let schoolCodes = schools.add(next.schools) { $0 }
    let known = ids.count
    let codes = ids.add(next.ids) { tag in
      let (school, kind) = tag.quotientAndRemainder(dividingBy: Self.kinds)
      return (school == 0 ? 0 : schoolCodes[Int(school) - 1] + 1) * Self.kinds + kind
    }
    if !next.otherIDs.isEmpty {
      for (code, here) in codes.enumerated() where here >= known {
        otherIDs[here] = next.otherIDs[UInt32(code)]
      }
    }
    return codes
  }

  private mutating func schoolTag(_ school: Cell) -> UInt32 {
    school.isEmpty ? 0 : schools.code(of: school) + 1
  }

  /// The number of distinct pupils.
  var count: Int { ids.count }

  /// The id of a pupil.
  func id(of code: UInt32) -> String {
    ids.text(of: code)
  }

  /// Calls `body` with the bytes of the id of a pupil.
  func withID<Result>(of code: UInt32, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    ids.withBytes(of: code, body)
  }

  /// What the id is.
  func kind(of code: UInt32) -> PupilKeyKind {
    PupilKeyKind(rawValue: ids.tag(of: code) % Self.kinds) ?? .id
  }

  /// The school that the rows of a pupil name; nil when they name none.
  func school(of code: UInt32) -> String? {
    schoolCode(of: code).map { schools.text(of: $0) }
  }

  /// Whether the rows of a pupil name a school.
  func namesSchool(_ code: UInt32) -> Bool { ids.tag(of: code) >= Self.kinds }

  /// The code of the school that the rows of a pupil name; nil when they name none.
  func schoolCode(of code: UInt32) -> UInt32? {
    let tag = ids.tag(of: code) / Self.kinds
    return tag == 0 ? nil : tag - 1
  }
}
