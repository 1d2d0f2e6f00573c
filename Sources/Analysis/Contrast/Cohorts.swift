package import ProvisionModel

/// The cohorts (METHOD §1): the pupils of one school with the same year group; those whose year
/// group is unknown are one cohort of their school.
package struct Cohorts: Sendable {
  /// The cohort of each pupil.
  package let ofPupil: [Int]
  /// The pupils of each cohort, in ascending order.
  package let pupils: [[Int]]
  /// The place of each pupil among those of its cohort.
  package let places: [Int]

  private struct Key: Hashable {
    var school: Int
    var yearGroup: String
  }

  /// The cohorts of some pupils, in the order in which the pupils name them.
  package init(_ all: [Pupil]) {
    var known: [Key: Int] = [:]
    var ofPupil: [Int] = []
    var pupils: [[Int]] = []
    var places: [Int] = []
    for (index, pupil) in all.enumerated() {
      let key = Key(school: pupil.school, yearGroup: pupil.yearGroup)
      let cohort = known[key] ?? pupils.count
      if cohort == pupils.count {
        known[key] = cohort
        pupils.append([])
      }
      ofPupil.append(cohort)
      places.append(pupils[cohort].count)
      pupils[cohort].append(index)
    }
    self.ofPupil = ofPupil
    self.pupils = pupils
    self.places = places
  }
}
