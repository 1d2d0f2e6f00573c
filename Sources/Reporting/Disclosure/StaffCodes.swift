package import Analysis
package import ProvisionModel

/// The codes under which the governors' pack speaks of TAs and TA groups.
///
/// The codes follow an order that depends on the provision map and on the pupils' ids, which the
/// governors do not have (run.json has the hash of the map only): neither the alphabet nor somebody who knows the names can tell which code is whose.
package struct StaffCodes: Sendable {
  /// A TA or a group and its code.
  package struct Entry: Sendable, Equatable {
    /// `ta` or `ta-group`.
    package var kind: UnitKind
    /// The school's id.
    package var school: String
    /// The name, as the provision map writes it.
    package var name: String
    /// The intervention of a group; empty for a TA.
    package var intervention: String
    /// The code, e.g. `TA-03`.
    package var code: String
  }

  /// All codes, in their order.
  package let entries: [Entry]
  private let codeOfKey: [String: String]

  /// The codes of all TAs and groups of the provision map.
  package init(data: SchoolData) {
    // In no order, as that of the rows shall not matter.
    let pupils = data.pupils.indices.reduce(0 as UInt64) { $0 &+ Self.hash(data.pupils[$1].id) }
    let salt =
      data.inputs.filter { $0.kind == .provisionMap }.map(\.sha256).joined() + String(pupils)
    var found = Self.entries(data)
    let keys = found.map { Self.key($0.kind, $0.school, $0.name, $0.intervention) }
    let hashes = keys.map { Self.hash(salt + $0) }
    var known: Set<String> = []
    let shuffled = found.indices.sorted { left, right in
      hashes[left] != hashes[right]
        ? hashes[left] < hashes[right] : ScalarOrder.precedes(keys[left], keys[right])
    }.filter { known.insert(keys[$0]).inserted }
    var order: [Int] = []
    var codeOfKey: [String: String] = [:]
    for (kind, prefix) in [(UnitKind.teachingAssistant, "TA-"), (.group, "G-")] {
      let wanted = shuffled.filter { found[$0].kind == kind }
      for (place, index) in wanted.enumerated() {
        let code = prefix + Self.number(place + 1, of: wanted.count)
        found[index].code = code
        codeOfKey[keys[index]] = code
      }
      order += wanted
    }
    entries = order.map { found[$0] }
    self.codeOfKey = codeOfKey
  }

  /// The TAs and groups of the provision map, without codes and in no order.
  private static func entries(_ data: SchoolData) -> [Entry] {
    struct Assistant: Hashable {
      var school: Int
      var assistant: Int
    }
    var assistants: Set<Assistant> = []
    var groups: Set<TAGroup> = []
    var last: TAGroup?
    for index in data.provision.indices {
      let school = data.pupils[data.provision[index].pupil].school
      for assistant in data.provision[index].teachingAssistants {
        assistants.insert(Assistant(school: school, assistant: assistant))
      }
      // Rows of one group stand together mostly.
      guard let group = data.group(ofRow: index), group != last else { continue }
      groups.insert(group)
      last = group
    }
    return assistants.map {
      Entry(
        kind: .teachingAssistant, school: data.schools[$0.school],
        name: data.teachingAssistants[$0.assistant].key, intervention: "", code: "")
    }
      + groups.map {
        Entry(
          kind: .group, school: data.schools[$0.school], name: $0.name,
          intervention: data.interventions[$0.intervention].name, code: "")
      }
  }

  /// The code of a TA.
  package func code(ofTA name: String, school: String) -> String {
    codeOfKey[Self.key(.teachingAssistant, school, name, "")] ?? ""
  }

  /// The code of a group of an intervention.
  package func code(ofGroup name: String, intervention: String, school: String) -> String {
    codeOfKey[Self.key(.group, school, name, intervention)] ?? ""
  }

  /// The code of what a row of KPI 9.5 is about; a role level is its own.
  func code(of row: UnitProgress, data: SchoolData) -> String {
    switch row.kind {
    case .teachingAssistant:
      return code(ofTA: row.unit, school: data.schools[row.school])
    case .group:
      let intervention = row.groupIntervention.map { data.interventions[$0].name } ?? ""
      return code(
        ofGroup: row.unit, intervention: intervention, school: data.schools[row.school])
    case .roleLevel:
      return row.unit
    }
  }

  /// Rows of KPI 9.5 in order of period, school, kind and code.
  func ordered(_ rows: [UnitProgress], data: SchoolData) -> [UnitProgress] {
    ScalarOrder.sorted(rows) { row in
      [
        "\(Period.allCases.firstIndex(of: row.period) ?? 0)", data.schools[row.school],
        "\(UnitKind.allCases.firstIndex(of: row.kind) ?? 0)", code(of: row, data: data),
      ]
    }
  }

  private static func key(
    _ kind: UnitKind, _ school: String, _ name: String, _ intervention: String
  ) -> String {
    [kind.rawValue, school, name, intervention].joined(separator: "\u{1F}")
  }

  /// A number with zeros in front, up to as many digits as the last of so many has, at least two.
  private static func number(_ number: Int, of count: Int) -> String {
    let width = max(2, String(count).utf8.count)
    let digits = String(number)
    return String(repeating: "0", count: width - digits.utf8.count) + digits
  }

  /// FNV-1a, with the finisher of SplitMix64 so that names that differ in their last letter lie
  /// far apart.
  private static func hash(_ text: String) -> UInt64 {
    var mixed = text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01b3
    }
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
