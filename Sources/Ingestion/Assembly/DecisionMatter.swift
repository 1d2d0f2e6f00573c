import ProvisionModel

/// What a decision is about: a term, an intervention and a group.
struct DecisionMatter: Hashable {
  private let term: Term
  private let intervention: Int?
  /// The name of an intervention that the provision map does not have.
  private let name: String
  private let group: String

  /// What a row is about.
  init(_ row: DecisionsBuilder.Row) {
    term = row.decision.term
    intervention = row.decision.intervention
    name = intervention == nil ? NameKey.key(row.interventionName) : ""
    group = NameKey.key(row.decision.group)
  }
}

/// The decisions on one matter, each of those that say the same once.
struct DecisionsOfMatter {
  private struct Entry {
    var index: Int
    var decision: Decision
  }

  /// By school; those for all schools under an empty name.
  private var entries: [String: [Entry]] = [:]
  /// The schools, in the order of their first rows.
  private var schools: [String] = []

  /// No decisions.
  init() {}

  /// Adds a decision, the row of that index.
  mutating func add(_ decision: Decision, index: Int) {
    let known = entries[decision.school] ?? []
    if known.isEmpty { schools.append(decision.school) }
    guard Self.isNews(decision, beside: known.map(\.decision)) else { return }
    entries[decision.school, default: []].append(Entry(index: index, decision: decision))
  }

  /// Whether a decision may contradict one that none of those beside it contradicts: two values of
  /// one thing contradict all others, so that few entries stand for any number of rows.
  private static func isNews(_ decision: Decision, beside others: [Decision]) -> Bool {
    let alike = others.filter { $0.kind == decision.kind }.map(\.targets)
    if alike.isEmpty { return true }
    return decision.targets.contains { target in
      let values = Set(alike.joined().filter { $0.kind == target.kind }.map(\.value))
      return values.count < 2 && !values.contains(target.value)
    }
  }

  /// The index of the first row that cannot hold beside a decision; nil where all can.
  ///
  /// A decision for all schools holds for each of them.
  func contradicts(_ decision: Decision) -> Int? {
    let others = decision.school.isEmpty ? schools : ["", decision.school]
    return others.flatMap { entries[$0] ?? [] }.filter { $0.decision.contradicts(decision) }
      .map(\.index).min()
  }
}

extension Decision {
  /// Whether two decisions on one matter cannot both be meant: they are of two kinds, or one and the
  /// same thing is to become two things.
  fileprivate func contradicts(_ other: Decision) -> Bool {
    kind != other.kind
      || targets.contains { mine in
        other.targets.contains { $0.kind == mine.kind && $0.value != mine.value }
      }
  }
}
