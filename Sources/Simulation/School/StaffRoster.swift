/// The TAs and teachers of a made-up school.
package struct StaffRoster: Sendable {
  /// A TA.
  package struct Assistant: Sendable {
    /// The name, unique among all made-up schools.
    package var name: String
    /// The grade, e.g. `TA3`.
    package var role: String
    /// The step within the trust, e.g. `Proficient`.
    package var career: String
    /// Pence an hour.
    package var hourlyPence: Int
    /// Indices of the interventions that the TA delivers.
    package var delivers: Set<Int> = []
  }

  /// The TAs.
  package var assistants: [Assistant] = []

  /// TAs for a roll of `pupils`; names are taken from place `firstName` on.
  package init(pupils: Int, firstName: Int, using generator: inout SeededGenerator) {
    for index in 0..<StaffRoster.count(pupils: pupils) {
      let grade = Grade.all[index % Grade.all.count]
      assistants.append(
        Assistant(
          name: StaffRoster.name(firstName + index),
          role: grade.role,
          career: ["Core", "Proficient", "Experienced"][generator.below(3)],
          hourlyPence: grade.pence + 5 * generator.below(12)
        )
      )
    }
  }

  /// One TA for about 45 pupils, at least 3.
  package static func count(pupils: Int) -> Int {
    max(3, pupils / 45)
  }

  /// The name of the teacher of a class: the same whenever it is asked for.
  package static func teacher(year: Int, classIndex: Int) -> String {
    let place = year * 5 + classIndex * 37
    let title = ["Mrs", "Mr", "Miss", "Ms"][place % 4]
    return "\(title) \(teachers[place % teachers.count])"
  }

  private static func name(_ place: Int) -> String {
    // One step in both lists a person; the offset moves on when the pairs come round again.
    let first = place % forenames.count
    let last = (place + place / forenames.count) % surnames.count
    let round = place / (forenames.count * surnames.count)
    return "\(forenames[first]) \(surnames[last])" + (round == 0 ? "" : " \(round + 1)")
  }

  private struct Grade: Sendable {
    let role: String
    let pence: Int

    static let all = [
      Grade(role: "TA2", pence: 1_295), Grade(role: "TA3", pence: 1_362),
      Grade(role: "TA4", pence: 1_455), Grade(role: "TA2", pence: 1_295),
      Grade(role: "TA3", pence: 1_362), Grade(role: "ASNA2", pence: 1_410),
      Grade(role: "TA5", pence: 1_590), Grade(role: "TA1", pence: 1_245),
      Grade(role: "TA3", pence: 1_362), Grade(role: "ASNA1", pence: 1_330),
    ]
  }

  private static let forenames = words(
    """
    Amina Karen Donna Michelle Rukhsana Julie Sharon Agnieszka Tracey Lorraine Gemma Debbie \
    Nicola Folake Joanne Sandra Helen Priti Lisa Stephen Angela Mandy Claire Rachel Danuta \
    Natalie Paul Samina Wendy Hayley Kerry
    """
  )
  private static let surnames = words(
    """
    Okafor Whitfield Marsh Bennett Akhtar Sutton Doyle Wiśniewska Holt Preston Lowe Hargreaves \
    Fenton Adebayo Barker Nolan Chapman Desai Kirby Outram Bostock Yates Rigby Swales Mazur \
    Tranter Garside Mahmood Ellery Pickering Stott Varley Crossland Dunne Iqbal Beaumont Hirst
    """
  )
  private static let teachers = words(
    """
    Hughes Ellis Farooq Lamb Gallagher Price Osborne Mistry Booth Kemp Laverick Nash Quigley \
    Rowe Sandhu Teague Underhill Vickers Wragg Young Ainsley Brandreth Copeland
    """
  )

  private static func words(_ text: String) -> [String] {
    text.split(separator: " ").map(String.init)
  }
}
