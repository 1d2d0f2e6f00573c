/// The pupils of the pupils file by all that other files may write for them: ids without regard to
/// case, spaces and leading zeros, and names.
struct ListedPupils {
  /// A pupil of the pupils file.
  struct Entry {
    var number: Int
    var school: Int
    var ids: [String]
    var name: String
  }

  /// What was found.
  enum Match: Equatable {
    case none
    /// The pupil, and the way in which it was found.
    case one(Int, PupilJoins.Way)
    /// Nobody can tell which of them is meant.
    case several([Int])
  }

  private struct Key: Hashable {
    var school: Int
    var text: String
  }

  private var spellings: [Key: [Int]] = [:]
  private var withoutZeros: [Key: [Int]] = [:]
  private var names: [Key: [Int]] = [:]

  /// An index of these pupils.
  init(_ pupils: [Entry]) {
    for pupil in pupils {
      for id in Set(pupil.ids) where !id.isEmpty {
        let key = Self.idKey(id)
        spellings[Key(school: pupil.school, text: key), default: []].append(pupil.number)
        if let digits = Self.withoutZeros(key) {
          withoutZeros[Key(school: pupil.school, text: digits), default: []].append(pupil.number)
        }
      }
      for key in Set(PersonName.keys(pupil.name)) {
        names[Key(school: pupil.school, text: key), default: []].append(pupil.number)
      }
    }
  }

  /// The pupil of a school whom a text means.
  func find(_ text: String, school: Int, isName: Bool) -> Match {
    if !isName {
      let key = Self.idKey(text)
      let spelt = match(spellings[Key(school: school, text: key)], .spelling)
      if spelt != .none { return spelt }
      if let digits = Self.withoutZeros(key) {
        let found = match(withoutZeros[Key(school: school, text: digits)], .withoutZeros)
        if found != .none { return found }
      }
    }
    let candidates = PersonName.keys(text).lazy.map { names[Key(school: school, text: $0)] }
    return match(candidates.compactMap(\.self).first, .name)
  }

  private func match(_ found: [Int]?, _ way: PupilJoins.Way) -> Match {
    guard let found, let first = found.first else { return .none }
    let distinct = Set(found)
    return distinct.count == 1 ? .one(first, way) : .several(distinct.sorted())
  }

  /// An id without regard to case and spaces, and without what spreadsheets add: `.0`, `'`, `="…"`.
  private static func idKey(_ id: String) -> String {
    // An apostrophe, or ="…", keeps a spreadsheet from dropping zeros.
    let key = id.lowercased().filter { !$0.isWhitespace && !"'=\"".contains($0) }
    guard key.hasSuffix(".0"), key.dropLast(2).allSatisfy(\.isNumber) else { return key }
    return String(key.dropLast(2))
  }

  /// An id of digits without the zeros in front; nil for other ids.
  private static func withoutZeros(_ key: String) -> String? {
    guard !key.isEmpty, key.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    let rest = key.drop { $0 == "0" }
    return rest.isEmpty ? nil : String(rest)
  }
}
