import Diagnostics
import ProvisionModel

/// The TAs of the provision maps with what the staff files say of them.
struct StaffRoll {
  /// The TAs of the provision maps in their order, then those that only the staff files name.
  private(set) var assistants: [TeachingAssistant]

  /// The TA's number, by the code of the provision maps.
  let numberOfCode: [Int]
  /// Names that are reported under another that differs in what does not matter.
  private(set) var variants = NameVariants()

  private let hasStaffFile: Bool
  private let roleLevels: Spellings

  /// - Parameters:
  ///   - names: The TAs as the provision maps name them.
  ///   - file: The first of the provision maps.
  ///   - staff: The staff files.
  init(names: [String], file: String, staff: TableFiles<StaffBuilder>) {
    let roleLevels = staff.builder.roleLevels
    let listed = staff.builder.assistants.map { assistant in
      var assistant = assistant
      assistant.roleLevel = roleLevels.reported(assistant.roleLevel)
      return assistant
    }
    let listedOfKey = Dictionary(
      listed.map { (NameKey.key($0.key), $0) }, uniquingKeysWith: { first, _ in first })
    let listedOfName = Dictionary(
      listed.flatMap { assistant in
        (PersonName.keys(assistant.name) + PersonName.keys(assistant.key)).map { ($0, assistant) }
      }, uniquingKeysWith: { first, _ in first })
    var assistants: [TeachingAssistant] = []
    var numbers: [String: Int] = [:]
    var variants = NameVariants()
    variants.file = file
    numberOfCode = names.map { name in
      let key = NameKey.key(name)
      let known =
        listedOfKey[key]
        ?? PersonName.keys(name).lazy.compactMap { listedOfName[$0] }.first
      let own = known.map { NameKey.key($0.key) } ?? PersonName.key(name)
      if let number = numbers[own] {
        if known?.name != name { variants.add(name, as: assistants[number].key) }
        return number
      }
      numbers[own] = assistants.count
      assistants.append(known ?? TeachingAssistant(key: name))
      return assistants.count - 1
    }
    self.variants = variants
    self.assistants = assistants + listed.filter { numbers[NameKey.key($0.key)] == nil }
    self.roleLevels = roleLevels
    hasStaffFile = !staff.inputs.isEmpty
  }

  /// The TAs with the interventions that they are trained in, of those that the provision maps name;
  /// people may be trained in others, too.
  func assistants(trainedIn interventions: InterventionRegistry) -> [TeachingAssistant] {
    assistants.map { assistant in
      var assistant = assistant
      assistant.trainedInterventions = MeasureRegistry.distinct(
        assistant.trainedIn.compactMap { interventions.number(ofKnown: $0) })
      return assistant
    }
  }

  /// TAs whom the staff files should list and do not, and role levels that they write in two ways.
  ///
  /// - Parameters:
  ///   - rows: The provision map's rows.
  ///   - inputs: The data's inputs.
  func findings(rows: [ProvisionRow], inputs: [InputFile]) -> [Finding] {
    guard hasStaffFile else { return [] }
    var isReported = assistants.map(\.isListed)
    let listed = assistants.filter(\.isListed).map(\.key)
    var findings = roleLevels.findings(
      of: "role level", column: StaffColumn.roleLevel.rawValue, files: inputs)
    var suggestions = Suggestion.Budget()
    for row in rows {
      for assistant in row.teachingAssistants where !isReported[assistant] {
        isReported[assistant] = true
        let key = assistants[assistant].key
        let nearest = suggestions.nearest(to: key, among: listed)
        findings.append(
          inputs[row.file].finding(
            .unknownTeachingAssistant, line: row.line,
            column: ProvisionColumn.teachingAssistant.rawValue, value: key,
            message: "the staff file does not list the TA \"\(key)\"",
            hint: nearest.map { "is \"\($0)\" meant? Else add the TA to the staff file" }))
      }
    }
    return findings
  }
}
