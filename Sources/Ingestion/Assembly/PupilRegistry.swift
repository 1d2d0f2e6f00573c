import Diagnostics
import ProvisionModel

/// The pupils of all files under one numbering, and the schools that they belong to.
///
/// A row that names no school belongs to the only school that the files name.
struct PupilRegistry {
  /// School ids, in Unicode scalar order.
  let schools: [String]
  /// What is said of a row whose school nobody can tell.
  static let unknownSchool = "the row names no school, and the files name several"
  /// The pupils in the order in which they were added.
  var pupils: [Pupil] = []

  private var keys = ByteDictionary()
  private let positionOfSchool: [String: Int]

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

  /// The numbers of a kind of file's pupils, by the file's own; −1 for those of whom nobody can
  /// tell the school. Pupils that are new are added.
  mutating func numbers(of file: PupilKeys) -> [Int32] {
    (0..<UInt32(file.count)).map { code in
      guard let school = position(ofSchool: file.school(of: code)) else { return -1 }
      let id = file.id(of: code)
      let number = keys.code(of: id, tag: UInt32(school))
      if Int(number) == pupils.count { pupils.append(Pupil(school: school, id: id)) }
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

  private func position(ofSchool name: String?) -> Int? {
    if let name { return positionOfSchool[name] }
    return schools.count == 1 ? 0 : nil
  }
}
