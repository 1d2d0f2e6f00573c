import Diagnostics
import ProvisionModel

/// Interventions that may be one under two names: one stops as another begins, with pupils or words
/// of its name in common. Nothing is inferred from it: only school.yml's `same_as` makes them one.
struct RenamedInterventions {
  private let courses: [InterventionCourse]
  private let data: SchoolData

  /// Those of a school's courses, between the term before the reported one and that.
  init(_ courses: [InterventionCourse], data: SchoolData) {
    self.courses = courses
    self.data = data
  }

  /// A note for each pair, at the first row under the new name.
  var findings: [Finding] {
    var findings: [Finding] = []
    for (_, all) in Dictionary(grouping: courses, by: \.school).sorted(by: { $0.key < $1.key }) {
      let changes = all.compactMap { course -> Change? in
        guard let now = course.terms.last, let before = course.terms.dropLast().last,
          before.runs != now.runs
        else { return nil }
        let name = data.interventions[course.intervention].name
        return Change(name: name, words: Self.words(name), before: before, now: now)
      }
      let stopped = changes.filter(\.before.runs)
      for begun in changes where begun.now.runs {
        for old in stopped {
          if let finding = finding(old, begun) { findings.append(finding) }
        }
      }
    }
    return findings
  }

  private struct Change {
    var name: String
    var words: Set<String>
    var before: InterventionTerm
    var now: InterventionTerm
  }

  /// Fewer pupils in common may be chance.
  private static let fewestPupils = 3

  private func finding(_ old: Change, _ new: Change) -> Finding? {
    guard let index = new.now.rows.first else { return nil }
    let pupils = old.before.delivery.pupils
    let common = pupils.intersection(new.now.delivery.pupils).count
    let isOfSamePupils = common >= Self.fewestPupils && 2 * common >= pupils.count
    guard isOfSamePupils || Self.haveInCommon(old.words, new.words) else { return nil }
    return data.finding(
      .renamedIntervention, about: data.provision[index], .intervention, value: new.name,
      message: "\"\(new.name)\" begins as \"\(old.name)\" stops, with \(common) of its "
        + "\(pupils.count) \(pupils.count == 1 ? "pupil" : "pupils"): they count as two interventions"
    )
  }

  /// Whether at least half of the words of both names together are in both.
  private static func haveInCommon(_ one: Set<String>, _ other: Set<String>) -> Bool {
    let all = one.union(other).count
    return all > 0 && 2 * one.intersection(other).count >= all
  }

  private static func words(_ name: String) -> Set<String> {
    Set(
      name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        .filter { !common.contains($0) })
  }

  /// Words that say little of what an intervention is.
  private static let common: Set<String> = [
    "group", "groups", "intervention", "programme", "support", "the", "and", "of", "for", "1",
    "session", "sessions", "club", "skills",
  ]
}
