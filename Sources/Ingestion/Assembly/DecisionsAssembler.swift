import Diagnostics
import ProvisionModel

/// Sets the decisions against what the other files say, and against each other. Of decisions that
/// contradict each other none is used: nothing is inferred.
struct DecisionsAssembler {
  /// The decisions that can be used, in file order, with the interventions' names.
  private(set) var rows: [DecisionsBuilder.Row] = []
  /// What was found.
  private(set) var findings: [Finding] = []

  private let interventions: InterventionRegistry
  private let schools: [String]
  private let groups: [Int: Set<String>]
  private let lastDate: Day?
  private let files: [InputFile]
  private var suggestions = Suggestion.Budget()

  /// - Parameters:
  ///   - rows: In file order.
  ///   - schools: The ids of the data's schools.
  ///   - groups: The groups of each intervention, as the provision map writes them.
  ///   - lastDate: The last date of the other files; nil where there are none.
  ///   - files: The data's inputs.
  init(
    _ rows: [DecisionsBuilder.Row], interventions: InterventionRegistry, schools: [String],
    groups: [Int: Set<String>] = [:], lastDate: Day?, files: [InputFile]
  ) {
    self.interventions = interventions
    self.schools = schools
    self.groups = groups
    self.lastDate = lastDate
    self.files = files
    noteOrder(rows)
    var known: [DecisionsBuilder.Row] = []
    for row in rows {
      var row = row
      let isSchool = findSchool(of: &row)
      findIntervention(of: &row)
      findGroup(of: &row)
      let isBegun = isBegun(row)
      if isSchool, isBegun { known.append(row) }
    }
    settle(known)
  }

  /// The decisions that can be used, in file order.
  var decisions: [Decision] { rows.map(\.decision) }

  // MARK: - Each by itself

  /// Gives a row the school's name as the other files write it; false where they have no such one.
  private mutating func findSchool(of row: inout DecisionsBuilder.Row) -> Bool {
    let name = row.decision.school
    if name.isEmpty || schools.contains(name) { return true }
    // The tables call all schools together so.
    if name == SchoolData.nameOfAllSchools {
      row.decision.school = ""
      return true
    }
    let alike = schools.filter { NameKey.key($0) == NameKey.key(name) }
    if alike.count == 1 {
      row.decision.school = alike[0]
      return true
    }
    add(
      .school, row, .school, name, "no other file has a school \"\(name)\"",
      hint: suggestions.nearest(to: name, among: schools).map { "is \"\($0)\" meant?" }
        ?? "write the school as the tracking file does, or leave the cell empty for all schools")
    return false
  }

  private mutating func findIntervention(of row: inout DecisionsBuilder.Row) {
    row.decision.intervention = interventions.number(ofKnown: row.interventionName)
    guard row.decision.intervention == nil else { return }
    let nearest = suggestions.nearest(to: row.interventionName, among: interventions.names)
    add(
      .unknownIntervention, row, .intervention, row.interventionName,
      "the provision map has no intervention \"\(row.interventionName)\"",
      hint: nearest.map { "is \"\($0)\" meant?" })
  }

  /// Gives a row the group as the provision map writes it, where it has one such.
  private func findGroup(of row: inout DecisionsBuilder.Row) {
    let group = row.decision.group
    guard !group.isEmpty, let known = row.decision.intervention.flatMap({ groups[$0] }),
      !known.contains(group)
    else { return }
    let alike = known.filter { NameKey.key($0) == NameKey.key(group) }
    if alike.count == 1, let only = alike.first { row.decision.group = only }
  }

  /// Whether the term of a decision has begun on the last date of the files.
  private mutating func isBegun(_ row: DecisionsBuilder.Row) -> Bool {
    let term = row.decision.term
    guard let lastDate, term.first > lastDate else { return true }
    add(
      .earlyDecision, row, .term, term.id,
      "the term begins on \(term.first), and the last date of the other files is \(lastDate)")
    return false
  }

  // MARK: - Against each other

  /// Notes once of each file that its rows, those of one school after the other, are not in the
  /// order of their terms.
  private mutating func noteOrder(_ rows: [DecisionsBuilder.Row]) {
    var latest: [SchoolOfFile: Term] = [:]
    var isNoted: Set<Int> = []
    for row in rows where !isNoted.contains(row.decision.file) {
      let key = SchoolOfFile(file: row.decision.file, school: row.decision.school)
      let term = row.decision.term
      if let before = latest[key], term < before {
        isNoted.insert(row.decision.file)
        add(
          .decisionOrder, row, .term, term.id,
          "the rows are not in the order of their terms: \(term.id) stands behind \(before.id)")
      }
      latest[key] = term
    }
  }

  private struct SchoolOfFile: Hashable {
    var file: Int
    var school: String
  }

  /// Leaves out decisions that contradict each other, and of those that say the same all but one.
  private mutating func settle(_ rows: [DecisionsBuilder.Row]) {
    var matters: [DecisionMatter: DecisionsOfMatter] = [:]
    for (index, row) in rows.enumerated() {
      matters[DecisionMatter(row), default: DecisionsOfMatter()].add(row.decision, index: index)
    }
    var said: [DecisionMatter: [Saying: Int]] = [:]
    for (index, row) in rows.enumerated() {
      let matter = DecisionMatter(row)
      if let other = matters[matter]?.contradicts(row.decision) {
        noteConflict(row, with: rows[other])
        continue
      }
      let saying = Saying(row.decision)
      if let first = said[matter]?[saying] {
        add(
          .duplicateRow, severity: .note, row, .decision, row.decision.kind.rawValue,
          "the row says again what \(place(of: rows[first], from: row)) says: it counts once")
        continue
      }
      said[matter, default: [:]][saying] = index
      self.rows.append(row)
    }
  }

  private struct Saying: Hashable {
    var school: String
    var change: String

    init(_ decision: Decision) {
      school = decision.school
      change = NameKey.key(decision.change)
    }
  }

  private mutating func noteConflict(
    _ row: DecisionsBuilder.Row, with other: DecisionsBuilder.Row
  ) {
    let (mine, others) = (row.decision.kind, other.decision.kind)
    let place = place(of: other, from: row)
    let message =
      mine == others
      ? "\(place) gives another value" : "\(place) decides \"\(others.rawValue)\""
    add(
      .conflictingDecisions, row, mine == others ? .change : .decision,
      mine == others ? row.decision.change : mine.rawValue,
      message + " about the same intervention in the same term: neither is used")
  }

  // MARK: - Findings

  private func place(of row: DecisionsBuilder.Row, from other: DecisionsBuilder.Row) -> String {
    let decision = row.decision
    let file = decision.file == other.decision.file ? "" : " of \(files[decision.file].name)"
    return "line \(decision.line)\(file)"
  }

  private mutating func add(
    _ code: FindingCode, severity: Severity? = nil, _ row: DecisionsBuilder.Row,
    _ column: DecisionsColumn, _ value: String, _ message: String, hint: String? = nil
  ) {
    findings.append(
      files[row.decision.file].finding(
        code, severity: severity, line: row.decision.line, column: column.rawValue, value: value,
        message: message, hint: hint))
  }
}
