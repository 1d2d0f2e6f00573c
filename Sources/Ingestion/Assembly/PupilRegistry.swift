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
    positionOfSchool = Dictionary(
      uniqueKeysWithValues: schools.enumerated().map { ($1, $0) })
  }

  /// Adds the pupils of the pupils files; of each row the pupil's number, −1 where the school is
  /// unknown.
  mutating func addListed(_ rows: [PupilsBuilder.Row], keys file: PupilKeys) -> [Int] {
    rows.map { row in
      guard let school = position(ofSchool: file.school(of: row.key)) else { return -1 }
      let id = file.id(of: row.key)
      let number = pupils.count
      var pupil = Pupil(school: school, id: id)
      pupil.isListed = true
      pupil.name = row.name
      pupil.yearGroup = row.yearGroup
      pupil.senStatus = row.senStatus
      pupil.primaryNeed = row.primaryNeed
      pupil.pupilPremium = row.pupilPremium
      pupils.append(pupil)
      add(id, .id, school, number)
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
    return (0..<UInt32(file.count)).map { code in
      guard let school = file.schoolCode(of: code).map({ positions[Int($0)] }) ?? only else {
        return Self.ofUnknownSchool
      }
      let id = file.id(of: code)
      let kind = file.kind(of: code)
      if let number = known(id, kind, school, &joins) { return Int32(number) }
      for other in file.otherIDs[code] ?? [] {
        if let number = known(other.text, other.kind, school, &joins) { return Int32(number) }
      }
      switch joinListed(id, kind, school, &joins) {
      case .one(let number, _): return Int32(number)
      case .several: return Self.ambiguous
      case .none: break
      }
      if kind == .name, let number = unlistedNames[UnlistedName(id, school)] { return number }
      joins.check(id, code: code)
      if kind == .name { unlistedNames[UnlistedName(id, school)] = Int32(pupils.count) }
      let number = pupils.count
      pupils.append(Pupil(school: school, id: id))
      add(id, .id, school, number)
      for other in file.otherIDs[code] ?? [] { add(other.text, other.kind, school, number) }
      return Int32(number)
    }
  }

  /// Refuses files without any school where others name several, and a school under the name by
  /// which the tables call all schools together.
  func check(_ file: PupilKeys, name: String) throws(UnusableInput) {
    if file.schools.texts.contains("all") {
      throw UnusableInput(
        .data,
        Finding(
          .school, file: name, value: "all",
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
    _ id: String, _ kind: PupilKeyKind, _ school: Int, _ joins: inout PupilJoins
  ) -> Int? {
    for known in Self.order(kind) {
      guard let number = number(id, known, school) else { continue }
      if known != .id, id != pupils[number].id {
        joins.add(.otherID, id, pupils[number].id, number: number)
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
    isUsed[Int(kind.rawValue)] = true
    let key = keys.code(of: id, tag: Self.tag(kind, school))
    if Int(key) == pupilOfKey.count { pupilOfKey.append(Int32(number)) }
  }

  private func number(_ id: String, _ kind: PupilKeyKind, _ school: Int) -> Int? {
    guard isUsed[Int(kind.rawValue)] else { return nil }
    return keys.find(id, tag: Self.tag(kind, school)).map { Int(pupilOfKey[Int($0)]) }
  }

  private static func tag(_ kind: PupilKeyKind, _ school: Int) -> UInt32 {
    UInt32(school * PupilKeyKind.allCases.count) + kind.rawValue
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
