import Analysis
import Foundation
import ProvisionModel
import TestSupport

/// The schools of the STAR experiment, read from the files beside the project.
struct StarSchools {
  private(set) var school = SchoolBuilder()
  private var places: [String: Int] = [:]
  private var pupils: [String: Int] = [:]

  init(folder: String) throws {
    func table(_ file: String) throws -> [[String: String]] {
      CSVTable(Array(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(file)")))).rows
    }
    school.schools = []
    school.settings.linking.baselineDaysBefore = 180
    for row in try table("pupils.csv") {
      school.pupils[pupil(row)].yearGroup = row["year_group"]!
    }
    let measures = Dictionary(
      uniqueKeysWithValues: ["reading", "maths"].map { subject in
        let name = "SAT \(subject) scaled score"
        return (name, school.measure(name, .points))
      })
    for row in try table("tracking.csv") {
      let pupil = pupil(row)
      guard let score = Double(row["score"]!) else { continue }
      school.assessments.append(
        SchoolBuilder.Assessment(
          pupil: pupil, measure: measures[row["measure"]!]!, day: date(row["date"]!), score: score))
    }
    for row in try table("provision-map.csv") {
      var provision = ProvisionRow(
        file: 0, line: school.provision.count + 2, pupil: pupil(row),
        intervention: school.intervention(row["intervention"]!), start: date(row["start_date"]!),
        end: date(row["end_date"]!))
      provision.group = row["group"]!
      school.provision.append(provision)
    }
  }

  private mutating func pupil(_ row: [String: String]) -> Int {
    let (name, id) = (row["school"]!, row["pupil_id"]!)
    if let known = pupils["\(name) \(id)"] { return known }
    let place = places[name] ?? school.schools.count
    if place == school.schools.count {
      places[name] = place
      school.schools.append(name)
    }
    pupils["\(name) \(id)"] = school.pupils.count
    school.pupils.append(Pupil(school: place, id: id))
    return school.pupils.count - 1
  }

  /// The day of a British date.
  private func date(_ text: String) -> Day {
    let parts = text.split(separator: "/")
    return day("\(parts[2])-\(parts[1])-\(parts[0])")
  }
}
