import Diagnostics
import ProvisionModel

/// The names of the tracking files' measures, by their codes: a test that has scores in several
/// subjects is as many measures, unless school.yml names the test.
struct TrackedMeasures {
  /// The name of each code.
  private(set) var names: [String]
  /// What there is to say of them.
  private(set) var findings: [Finding] = []

  /// - Parameters:
  ///   - isNamed: Whether school.yml names a measure.
  ///   - file: The first of the tracking files.
  init(_ tracking: TrackingBuilder, file: String, isNamed: (String) -> Bool) {
    names = tracking.names.measures.texts
    var codes: [String: [Int]] = [:]
    for code in names.indices where !tracking.subject(ofMeasure: UInt32(code)).isEmpty {
      codes[NameKey.key(names[code]), default: []].append(code)
    }
    let split = codes.values.filter { codes in
      Set(codes.map { NameKey.key(tracking.subject(ofMeasure: UInt32($0))) }).count > 1
    }
    .sorted { $0[0] < $1[0] }
    for codes in split where !isNamed(names[codes[0]]) {
      let name = names[codes[0]]
      for code in codes { names[code] += " " + tracking.subject(ofMeasure: UInt32(code)) }
      findings.append(
        Finding(
          .subjectsOfTest, file: file, value: name,
          message: "\"\(name)\" has scores in several subjects; each is a measure of its own, such "
            + "as \"\(names[codes[0]])\""))
    }
    findings += Self.sharedHeadings(tracking.selfNamed)
  }

  /// Files whose scores only their heading names, and that share it: they may be of two tests.
  private static func sharedHeadings(_ named: [TrackingBuilder.SelfNamed]) -> [Finding] {
    var first: [String: TrackingBuilder.SelfNamed] = [:]
    return named.compactMap { entry in
      guard let earlier = first[NameKey.key(entry.measure)] else {
        first[NameKey.key(entry.measure)] = entry
        return nil
      }
      return Finding(
        .mergedNames, severity: .warning, file: entry.file, value: entry.measure,
        message: "nothing but the heading \"\(entry.measure)\" names the test; it is taken to be "
          + "that of \(earlier.file)",
        hint: "if they are two tests, list them in school.yml: layout: {tracking: {scores: "
          + "[{heading: \"\(entry.measure)\", file: \"\(entry.file)\", measure: \"…\"}]}}")
    }
  }
}
