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

  private static let kinds = UInt32(PupilKeyKind.allCases.count)

  /// The code of a row's pupil; nil when no cell names one.
  mutating func code(of row: CSVRow, _ positions: PupilPositions) -> UInt32? {
    let known = ids.count
    let id = row[positions.id]
    let upn = row[positions.upn]
    let admission = row[positions.admission]
    var code: UInt32?
    if !id.isEmpty {
      code = self.code(id: id, .id, school: row[positions.school])
    } else if !upn.isEmpty {
      code = self.code(id: upn, .upn, school: row[positions.school])
    } else if !admission.isEmpty {
      code = self.code(id: admission, .admissionNumber, school: row[positions.school])
    }
    if let code {
      if ids.count > known { noteOthers(code, id: id, upn: upn, admission: admission) }
      return code
    }
    let name = row[positions.name]
    if !name.isEmpty { return self.code(id: name, .name, school: row[positions.school]) }
    return self.code(ofNamesIn: row, positions)
  }

  private mutating func noteOthers(_ code: UInt32, id: Cell, upn: Cell, admission: Cell) {
    var others: [OtherID] = []
    if !id.isEmpty, !upn.isEmpty { others.append(OtherID(text: upn.text, kind: .upn)) }
    if !(id.isEmpty && upn.isEmpty), !admission.isEmpty {
      others.append(OtherID(text: admission.text, kind: .admissionNumber))
    }
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
    let tag = school.isEmpty ? 0 : schools.code(of: school) + 1
    return ids.code(of: id, tag: tag * Self.kinds + kind.rawValue)
  }

  /// The number of distinct pupils.
  var count: Int { ids.count }

  /// The id of a pupil.
  func id(of code: UInt32) -> String {
    ids.text(of: code)
  }

  /// What the id is.
  func kind(of code: UInt32) -> PupilKeyKind {
    PupilKeyKind(rawValue: ids.tag(of: code) % Self.kinds) ?? .id
  }

  /// The school that the rows of a pupil name; nil when they name none.
  func school(of code: UInt32) -> String? {
    let tag = ids.tag(of: code) / Self.kinds
    return tag == 0 ? nil : schools.text(of: tag - 1)
  }
}
