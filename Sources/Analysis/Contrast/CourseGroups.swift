package import ProvisionModel

/// Which courses share a group's fortunes (METHOD §5.4): those of one intervention, school and group,
/// or the same TAs, that start in one term; where the map has neither, those of one intervention and
/// cohort that start on one day.
enum CourseGroups {
  private struct Key: Hashable {
    var intervention: Int
    var school: Int
    /// The group's name, the names of the TAs, or nothing.
    var name: String
    /// The first day of the term, or the cohort and the first day.
    var cohort: Int
    var start: Day
  }

  /// The number of each course's group; groups are numbered in order of intervention, name and start.
  static func numbers(_ courses: [Episode], data: SchoolData, cohorts: Cohorts) -> [Int] {
    let keys = courses.map { course -> Key in
      let school = data.pupils[course.pupil].school
      var name = data.provision[course.row].group
      if name.isEmpty {
        name = data.teachingAssistants(of: course).map { data.teachingAssistants[$0].key }
          .joined(separator: ";")
      }
      return name.isEmpty
        ? Key(
          intervention: course.intervention, school: school, name: "",
          cohort: cohorts.ofPupil[course.pupil], start: course.start)
        : Key(
          intervention: course.intervention, school: school, name: name, cohort: -1,
          start: data.settings.terms.term(containing: course.start).first)
    }
    let ordered = ScalarOrder.sorted(Array(Set(keys))) { key in
      [
        data.interventions[key.intervention].name, data.schools[key.school], key.name,
        key.start.description, "\(key.cohort)",
      ]
    }
    var numbers: [Key: Int] = [:]
    for (number, key) in ordered.enumerated() { numbers[key] = number }
    return keys.map { numbers[$0] ?? 0 }
  }
}

extension SchoolData {
  /// The TAs of all rows of a course, each once, in order of the file.
  package func teachingAssistants(of course: Episode) -> [Int] {
    guard !course.otherRows.isEmpty else { return provision[course.row].teachingAssistants }
    var found: [Int] = []
    for assistant in course.rows.flatMap({ provision[$0].teachingAssistants })
    where !found.contains(assistant) {
      found.append(assistant)
    }
    return found
  }
}
