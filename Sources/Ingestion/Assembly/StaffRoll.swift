import Diagnostics
import ProvisionModel

/// The TAs of the provision maps with what the staff files say of them.
struct StaffRoll {
  /// The TAs of the provision maps in their order, then those that only the staff files name.
  private(set) var assistants: [TeachingAssistant]

  private let hasStaffFile: Bool

  /// - Parameters:
  ///   - names: The TAs as the provision maps name them.
  ///   - staff: The staff files.
  init(names: [String], staff: TableFiles<StaffBuilder>) {
    var byKey: [String: TeachingAssistant] = [:]
    for assistant in staff.builder.assistants { byKey[assistant.key] = assistant }
    let named = Set(names)
    assistants =
      names.map { byKey[$0] ?? TeachingAssistant(key: $0) }
      + staff.builder.assistants.filter { !named.contains($0.key) }
    hasStaffFile = !staff.inputs.isEmpty
  }

  /// TAs whom the staff files should list and do not.
  ///
  /// - Parameters:
  ///   - rows: The provision map's rows.
  ///   - inputs: The data's inputs.
  func findings(rows: [ProvisionRow], inputs: [InputFile]) -> [Finding] {
    guard hasStaffFile else { return [] }
    var isReported = assistants.map(\.isListed)
    let listed = assistants.filter(\.isListed).map(\.key)
    var findings: [Finding] = []
    for row in rows {
      for assistant in row.teachingAssistants where !isReported[assistant] {
        isReported[assistant] = true
        let key = assistants[assistant].key
        let nearest = Suggestion.nearest(to: key, among: listed)
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
