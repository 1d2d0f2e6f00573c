import Diagnostics
import ProvisionModel

/// Pupils of one kind of file that the pupils file lists under another id.
struct PupilJoins {
  /// How a pupil was found.
  enum Way: CaseIterable {
    /// By another of the ids of the pupils file.
    case otherID
    /// By the id without regard to case, spaces and punctuation.
    case spelling
    /// By the id without the zeros in front, which spreadsheets drop.
    case withoutZeros
    /// By the name.
    case name
  }

  private struct Example {
    var text: String
    var listed: String
    var pupils: Set<Int> = []
  }

  private var examples: [Way: Example] = [:]
  private var wrongUPNs: [(text: String, code: UInt32)] = []

  /// Takes note of a pupil.
  ///
  /// - Parameters:
  ///   - number: The pupil's number.
  ///   - listed: How the pupils file calls the pupil.
  mutating func add(_ way: Way, _ text: String, _ listed: String, number: Int) {
    examples[way, default: Example(text: text, listed: listed)].pupils.insert(number)
  }

  /// Takes note of a pupil whom the pupils file does not list, if the id is a UPN with a slip.
  mutating func check(_ id: String, code: UInt32) {
    guard UPN.looksLikeUPN(id), !UPN.hasRightCheckLetter(id) else { return }
    wrongUPNs.append((id, code))
  }

  /// What there is to say, once for each way.
  ///
  /// - Parameters:
  ///   - file: The first file of the kind.
  ///   - place: The file and line of the first row of a pupil.
  func findings(file: String, place: (UInt32) -> (file: String, line: Int)?) -> [Finding] {
    let joined = Way.allCases.compactMap { way -> Finding? in
      guard let example = examples[way] else { return nil }
      let count = example.pupils.count
      let pupils = count == 1 ? "one pupil is" : "\(count) pupils are"
      let such = example.text == example.listed ? "" : " for \"\(example.listed)\""
      return Finding(
        .joinedPupils, severity: way == .name || way == .withoutZeros ? .warning : .note,
        file: file, value: example.text,
        message: "\(pupils) found in the pupils file \(Self.words(way)), such as "
          + "\"\(example.text)\"\(such)")
    }
    return joined
      + wrongUPNs.map { entry in
        let place = place(entry.code)
        return Finding(
          .upn, file: place?.file ?? file, line: place?.line, value: entry.text,
          message: UPNFindings.message(entry.text))
      }
  }

  private static func words(_ way: Way) -> String {
    switch way {
    case .otherID: "by another of their numbers"
    case .spelling: "by a number that is written otherwise"
    case .withoutZeros: "by a number that has lost its zeros or has more of them"
    case .name: "by the name"
    }
  }
}
