/// The pupils of one kind of file: ids with the school that their rows name.
struct PupilKeys {
  /// Ids, tagged with the code of the school, from 1; 0: the row names none.
  private(set) var ids = ByteDictionary()
  /// The schools' names.
  private(set) var schools = ByteDictionary()

  /// The code of a row's pupil.
  mutating func code(id: Cell, school: Cell) -> UInt32 {
    let tag = school.isEmpty ? 0 : schools.code(of: school) + 1
    return ids.code(of: id, tag: tag)
  }

  /// The number of distinct pupils.
  var count: Int { ids.count }

  /// The id of a pupil.
  func id(of code: UInt32) -> String {
    ids.text(of: code)
  }

  /// The school that the rows of a pupil name; nil when they name none.
  func school(of code: UInt32) -> String? {
    let tag = ids.tag(of: code)
    return tag == 0 ? nil : schools.text(of: tag - 1)
  }
}
