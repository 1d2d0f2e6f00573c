import ProvisionModel

/// Writes the pupils of one school.
struct PupilsExport {
  /// The canonical columns of CONTRACT.
  static let columns = [
    "pupil_id", "name", "year_group", "class", "date_of_birth", "sex", "sen_status",
    "primary_need", "pupil_premium", "eal", "looked_after",
  ]

  /// The school.
  let school: SimulatedSchool
  /// The cell of the school's name; nil when there is one school.
  let prefix: [UInt8]?

  /// Writes the rows and returns their number.
  func write(to stream: ExportStream) throws -> Int {
    for (row, pupil) in school.roll.pupils.enumerated() {
      let isMessy = school.plan.mess && row % 97 == 40
      if let prefix { stream.cell(encoded: prefix) }
      stream.cell(pupil.id)
      // Stray spaces, as names typed by hand have.
      stream.cell(isMessy ? pupil.name.registerName + "  " : pupil.name.registerName)
      stream.cell(pupil.yearName)
      stream.cell(pupil.className)
      stream.cell(isMessy ? british(pupil.birth) : pupil.birth.description)
      stream.cell(pupil.isBoy ? "M" : "F")
      stream.cell(pupil.status.rawValue)
      stream.cell(pupil.need?.rawValue)
      stream.cell(pupil.hasPremium)
      stream.cell(pupil.hasOtherLanguage)
      stream.cell(pupil.isLookedAfter)
      try stream.endRow()
    }
    return school.roll.pupils.count
  }
}
