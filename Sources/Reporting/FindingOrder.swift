import Diagnostics
import ProvisionModel

/// The order in which findings are told: by file, line and column.
enum FindingOrder {
  /// Findings in that order; files come in the order in which they were read.
  static func sorted(_ findings: [Finding], inputs: [InputFile]) -> [Finding] {
    var position: [String: Int] = [:]
    for (index, input) in inputs.enumerated() { position[input.name] = index }
    func precedes(_ left: Int, _ right: Int) -> Bool {
      let (one, other) = (findings[left], findings[right])
      let files = (position[one.file] ?? -1, position[other.file] ?? -1)
      if files.0 != files.1 { return files.0 < files.1 }
      let places = (one.line ?? 0, one.column ?? 0, left)
      return places < (other.line ?? 0, other.column ?? 0, right)
    }
    // Millions of them are mostly in order.
    if findings.indices.dropFirst().allSatisfy({ precedes($0 - 1, $0) }) { return findings }
    let order = findings.indices.sorted(by: precedes)
    return order.map { findings[$0] }
  }
}
