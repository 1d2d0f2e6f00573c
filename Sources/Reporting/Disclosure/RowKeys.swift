import Analysis
import ProvisionModel

/// Which row of KPI 5.5 a row is.
struct InterventionKey: Hashable {
  var period: Period
  var scope: Scope
  /// nil: several small interventions together.
  var intervention: Int?
  var measure: Int?

  /// The key of a row.
  init(_ row: InterventionProgress) {
    self.init(row.period, row.scope, row.intervention, row.measure)
  }

  /// The key of the row of those.
  init(_ period: Period, _ scope: Scope, _ intervention: Int?, _ measure: Int?) {
    self.period = period
    self.scope = scope
    self.intervention = intervention
    self.measure = measure
  }
}

/// Which row of KPI 9.5 a row is.
struct UnitKey: Hashable {
  var period: Period
  var school: Int
  var kind: UnitKind
  var unit: String
  /// The intervention of a group.
  var intervention: Int?

  /// The key of a row.
  init(_ row: UnitProgress) {
    period = row.period
    school = row.school
    kind = row.kind
    unit = row.unit
    intervention = row.groupIntervention
  }
}

/// An intervention of a school, or of all of them.
struct SchoolIntervention: Hashable {
  var scope: Scope
  var intervention: Int
}

extension SchoolIntervention {
  /// An intervention of a school.
  init(school: Int, intervention: Int) {
    self.init(scope: .school(school), intervention: intervention)
  }

  /// The one that a recommendation is about.
  init(_ recommendation: InterventionRecommendation) {
    self.init(school: recommendation.school, intervention: recommendation.intervention)
  }

  /// The one that a row of KPI 5.6 is about.
  init(_ variation: Variation) {
    self.init(school: variation.school, intervention: variation.intervention)
  }
}

/// Which row of KPI 5.6 a row is.
struct VariationKey: Hashable {
  private let intervention: SchoolIntervention
  private let kind: ChangeKind

  /// The key of a row.
  init(_ row: Variation) {
    intervention = SchoolIntervention(row)
    kind = row.kind
  }
}

extension Sequence {
  /// The elements by a key, in their order; the keys in the order of their first elements.
  func inGroups<Key: Hashable>(by key: (Element) -> Key) -> [(key: Key, elements: [Element])] {
    var positions: [Key: Int] = [:]
    var groups: [(key: Key, elements: [Element])] = []
    for element in self {
      let own = key(element)
      if let position = positions[own] {
        groups[position].elements.append(element)
      } else {
        positions[own] = groups.count
        groups.append((own, [element]))
      }
    }
    return groups
  }
}
