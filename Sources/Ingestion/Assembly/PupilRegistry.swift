import Diagnostics
import ProvisionModel

/// The pupils of all files under one numbering, and the schools that they belong to.
///
/// A row that names no school belongs to the only school that the files name. A pupil whom the
/// pupils file lists may go by each of the ids that it gives: UPN here, admission number there.
struct PupilRegistry {
  /// School ids, in Unicode scalar order.
  let schools: [String]
  /// What is said of a row whose school nobody can tell.
  static let unknownSchool = "the row names no school, and the files name several"
  /// What is said of a row whose pupil may be several.
  static let severalPupils = "the pupil may be several of the pupils file"
  /// The pupils in the order in which they were added.
  var pupils: [Pupil] = []

  /// Ids, tagged with the school and what they are.
  private var keys = ByteDictionary()
  /// The pupil of each of `keys`.
  private var pupilOfKey: [Int32] = []
  /// Whether there are ids of each kind.
  private var isUsed = [Bool](repeating: false, count: PupilKeyKind.allCases.count)
  private let positionOfSchool: [String: Int]
  /// What stands for each school in the tags of `keys`.
  private var schoolTags: [UInt32]
  private var index: ListedPupils?
  private var listed: [ListedPupils.Entry] = []
  private var unlistedNames: [UnlistedName: Int32] = [:]
  /// Stands for a pupil of whom nobody can tell the school.
  static let ofUnknownSchool: Int32 = -1
  /// Stands for a pupil who may be several of the pupils file.
  static let ambiguous: Int32 = -2

  /// A name that the pupils file does not have, in either order.
  private struct UnlistedName: Hashable {
    var key: String
    var school: Int

    init(_ name: String, _ school: Int) {
      key = PersonName.key(name)
      self.school = school
    }
  }

  /// A registry without pupils.
  ///
  /// - Parameters:
  ///   - files: The pupils of each kind of file.
  ///   - fallback: The school's id where no file names a school.
  init(files: [PupilKeys], fallback: String) {
    let names = Set(files.flatMap(\.schools.texts))
    let sorted = names.sorted {
      $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars)
    }
    schools = sorted.isEmpty ? [fallback] : sorted
    schoolTags = schools.indices.map { UInt32($0) }
    positionOfSchool = Dictionary(
      uniqueKeysWithValues: schools.enumerated().map { ($1, $0) })
  }

  /// Adds the pupils of the pupils files; of each row the pupil's number, −1 where the school is
  /// unknown.
  mutating func addListed(_ rows: [PupilsBuilder.Row], keys file: PupilKeys) -> [Int] {
    pupils.reserveCapacity(rows.count)
    return rows.map { row in
      guard let school = position(ofSchool: file.school(of: row.key)) else { return -1 }
      let id = file.id(of: row.key)
      let number = pupils.count
      var listing = Pupil.Listing()
      listing.isListed = true
      listing.name = row.name
      listing.yearGroup = row.yearGroup
      listing.senStatus = row.senStatus
      listing.primaryNeed = row.primaryNeed
      listing.pupilPremium = row.pupilPremium
      pupils.append(Pupil(school: school, id: id, listing: listing))
      file.withID(of: row.key) { add($0, .id, school, number) }
      if !row.upn.isEmpty { add(row.upn, .upn, school, number) }
      if !row.admissionNumber.isEmpty { add(row.admissionNumber, .admissionNumber, school, number) }
      listed.append(
        ListedPupils.Entry(
          number: number, school: school, ids: [id, row.upn, row.admissionNumber], name: row.name))
      return number
    }
  }

  /// The numbers of a kind of file's pupils, by the file's own; −1 for those of whom nobody can
  /// tell the school. Pupils that are new are added.
  ///
  /// - Parameter joins: Takes note of pupils that go by another id than the pupils file's first.
  mutating func numbers(of file: PupilKeys, joins: inout PupilJoins) -> [Int32] {
    let positions = file.schools.texts.map { position(ofSchool: $0) }
    let only = position(ofSchool: nil)
    if let numbers = adopt(file, positions, &joins) { return numbers }
    var numbers: [Int32] = []
    numbers.reserveCapacity(file.count)
    for code in 0..<UInt32(file.count) {
      guard let school = file.schoolCode(of: code).map({ positions[Int($0)] }) ?? only else {
        numbers.append(Self.ofUnknownSchool)
        continue
      }
      let kind = file.kind(of: code)
      if let known = file.withID(of: code, { known($0, kind, school, &joins) }) {
        numbers.append(Int32(known))
      } else {
        numbers.append(numberOfNew(code, kind, school, file, &joins))
      }
    }
    return numbers
  }

  /// The numbers of a file's pupils where nobody is known before and the file gives nothing but one
  /// id of each: then all are new, and they keep the file's numbers and dictionary.
  private mutating func adopt(
    _ file: PupilKeys, _ positions: [Int?], _ joins: inout PupilJoins
  ) -> [Int32]? {
    let codes = 0..<UInt32(file.count)
    let namesSchools = !positions.isEmpty
    // Names that are written in two ways may be one school's.
    guard pupils.isEmpty, file.otherIDs.isEmpty, namesSchools || schools.count == 1,
      !positions.contains(nil), Set(positions).count == positions.count,
      codes.allSatisfy({ file.kind(of: $0) == .id && file.namesSchool($0) == namesSchools })
    else { return nil }
    keys = file.ids
    // Schools that only other files name come behind those of this one.
    var next = UInt32(positions.count) + 1
    for school in schools.indices {
      if let code = positions.firstIndex(of: school) {
        schoolTags[school] = UInt32(code) + 1
      } else {
        schoolTags[school] = namesSchools ? next : 0
        next += 1
      }
    }
    pupils.reserveCapacity(file.count)
    for code in codes {
      let id = file.id(of: code)
      joins.check(id, code: code)
      pupils.append(
        Pupil(school: file.schoolCode(of: code).flatMap { positions[Int($0)] } ?? 0, id: id))
    }
    isUsed[Int(PupilKeyKind.id.rawValue)] = !pupils.isEmpty
    pupilOfKey = pupils.indices.map { Int32($0) }
    return pupilOfKey
  }

  /// The number of a pupil whose id none of the pupils has.
  private mutating func numberOfNew(
    _ code: UInt32, _ kind: PupilKeyKind, _ school: Int, _ file: PupilKeys,
    _ joins: inout PupilJoins
  ) -> Int32 {
    let id = file.id(of: code)
    let others = file.otherIDs[code] ?? []
    for other in others {
      var text = other.text
      let number = text.withUTF8 { known(UnsafeRawBufferPointer($0), other.kind, school, &joins) }
      if let number { return Int32(number) }
    }
    switch joinListed(id, kind, school, &joins) {
    case .one(let number, _): return Int32(number)
    case .several: return Self.ambiguous
    case .none: break
    }
    let number = Int32(pupils.count)
    if kind == .name {
      let name = UnlistedName(id, school)
      if let known = unlistedNames[name] { return known }
      unlistedNames[name] = number
    }
    joins.check(id, code: code)
    pupils.append(Pupil(school: school, id: id))
    file.withID(of: code) { add($0, .id, school, Int(number)) }
    for other in others { add(other.text, other.kind, school, Int(number)) }
    return number
  }

  /// Refuses files without any school where others name several, and a school under the name by
  /// which the tables call all schools together.
  func check(_ file: PupilKeys, name: String) throws(UnusableInput) {
    if file.schools.texts.contains(SchoolData.nameOfAllSchools) {
      throw UnusableInput(
        .data,
        Finding(
          .school, file: name, value: SchoolData.nameOfAllSchools,
          message: "a school is called \"all\", which in the tables means all schools together",
          hint: "give the school another name"))
    }
    guard schools.count > 1, file.count > 0, file.schools.count == 0 else { return }
    throw UnusableInput(
      .data,
      Finding(
        .school, file: name,
        message: "no row names a school, but the other files name \(schools.count) schools"))
  }

  /// The pupil whom an id means, as the files write it.
  private func known(
    _ id: UnsafeRawBufferPointer, _ kind: PupilKeyKind, _ school: Int, _ joins: inout PupilJoins
  ) -> Int? {
    for known in Self.order(kind) {
      guard let number = number(id, known, school) else { continue }
      if known != .id {
        let text = String(decoding: id, as: UTF8.self)
        if text != pupils[number].id {
          joins.add(.otherID, text, pupils[number].id, number: number)
        }
      }
      return number
    }
    return nil
  }

  /// The listed pupil whom an id or name means that the pupils file writes otherwise.
  private mutating func joinListed(
    _ id: String, _ kind: PupilKeyKind, _ school: Int, _ joins: inout PupilJoins
  ) -> ListedPupils.Match {
    if listed.isEmpty { return .none }
    let index = index ?? ListedPupils(listed)
    self.index = index
    let match = index.find(id, school: school, isName: kind == .name)
    if case .one(let number, let way) = match {
      joins.add(way, id, way == .name ? pupils[number].name : pupils[number].id, number: number)
    }
    return match
  }

  private mutating func add(_ id: String, _ kind: PupilKeyKind, _ school: Int, _ number: Int) {
    var id = id
    id.withUTF8 { add(UnsafeRawBufferPointer($0), kind, school, number) }
  }

  private mutating func add(
    _ id: UnsafeRawBufferPointer, _ kind: PupilKeyKind, _ school: Int, _ number: Int
  ) {
    isUsed[Int(kind.rawValue)] = true
    let key = keys.code(of: id, tag: tag(kind, school))
    if Int(key) == pupilOfKey.count { pupilOfKey.append(Int32(number)) }
  }

  private func number(_ id: UnsafeRawBufferPointer, _ kind: PupilKeyKind, _ school: Int) -> Int? {
    guard isUsed[Int(kind.rawValue)] else { return nil }
    return keys.find(id, tag: tag(kind, school)).map { Int(pupilOfKey[Int($0)]) }
  }

  private func tag(_ kind: PupilKeyKind, _ school: Int) -> UInt32 {
    PupilKeys.tag(kind, school: schoolTags[school])
  }

  /// In which ids of the pupils file a cell of a kind is looked for.
  private static func order(_ kind: PupilKeyKind) -> [PupilKeyKind] {
    switch kind {
    case .id: [.id, .upn, .admissionNumber]
    case .upn: [.upn, .id]
    case .admissionNumber: [.admissionNumber, .id]
    case .name: [.id]
    }
  }

  private func position(ofSchool name: String?) -> Int? {
    if let name { return positionOfSchool[name] }
    return schools.count == 1 ? 0 : nil
  }
}
