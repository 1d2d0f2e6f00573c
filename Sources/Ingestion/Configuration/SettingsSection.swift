import Diagnostics
import ProvisionModel
import Yams

/// A mapping of a settings file. Whoever reads it takes the keys that it knows; `finish()` refuses
/// the rest.
struct SettingsSection {
  private let path: String
  private let entries: [(key: String, mark: Mark?, value: Node)]
  private let log: SettingsLog
  /// Where the section begins.
  let mark: Mark?
  private var known: [String] = []

  /// The section at a node; an empty one, with a finding, when the node is no mapping.
  init(_ node: Node, path: String, log: SettingsLog) {
    self.path = path
    self.log = log
    mark = node.mark
    if let mapping = node.mapping {
      entries = mapping.map { ($0.key.string ?? "", $0.key.mark, $0.value) }
    } else {
      entries = []
      if !node.isNothing {
        log.add(
          node.mark, value: node.string ?? "",
          message: "\(path.isEmpty ? "the file" : path) should hold keys with values")
      }
    }
  }

  /// The keys of the section with their values, for sections whose keys are names.
  var named: [(name: String, mark: Mark?, value: Node)] {
    entries.map { ($0.key, $0.mark, $0.value) }
  }

  /// The section under a key; nil when the key is not there.
  mutating func section(_ key: String) -> SettingsSection? {
    take(key).map { SettingsSection($0, path: path(of: key), log: log) }
  }

  /// A text.
  mutating func text(_ key: String) -> String? {
    value(key, wanted: "a text") { $0.string }
  }

  /// A text for which a condition holds; `wanted` tells the person what it is.
  mutating func text(
    _ key: String, _ wanted: String, where holds: (String) -> Bool
  ) -> String? {
    value(key, wanted: wanted) { node in node.string.flatMap { holds($0) ? $0 : nil } }
  }

  /// The sections of a list under a key; none when the key is not there.
  mutating func items(_ key: String) -> [SettingsSection] {
    let nodes: [Node] =
      value(key, wanted: "a list") { node in node.sequence.map { Array($0) } } ?? []
    return nodes.enumerated().map { index, node in
      SettingsSection(node, path: "\(path(of: key))[\(index + 1)]", log: log)
    }
  }

  /// Notes that a key is missing or of no use.
  func refuse(_ key: String, hint: String) {
    log.add(mark, value: key, message: "\(path(of: key)) is missing", hint: hint)
  }

  /// A number within limits.
  mutating func number(_ key: String, in limits: ClosedRange<Double>) -> Double? {
    value(key, wanted: limits.words) { node in
      // Yams reads 1:30 as 90.
      guard node.string?.contains(":") != true else { return nil }
      return node.float.flatMap { limits.contains($0) ? $0 : nil }
    }
  }

  /// A whole number within limits.
  mutating func whole(_ key: String, in limits: ClosedRange<Int>) -> Int? {
    value(key, wanted: "a whole number from \(limits.lowerBound) to \(limits.upperBound)") { node in
      // Yams reads 1:30 as 90, and overflows when such numbers are large.
      guard node.string?.contains(":") != true else { return nil }
      return node.int.flatMap { limits.contains($0) ? $0 : nil }
    }
  }

  /// True or false.
  mutating func flag(_ key: String) -> Bool? {
    value(key, wanted: "true or false") { $0.bool }
  }

  /// One of the raw values of a type.
  mutating func choice<Choice>(_ key: String) -> Choice?
  where Choice: RawRepresentable<String> & CaseIterable {
    let words = Choice.allCases.map(\.rawValue)
    return value(key, wanted: "one of \(words.joined(separator: ", "))") { node in
      node.string.flatMap { Choice(rawValue: $0) }
    }
  }

  /// Several of the raw values of a type, each once; a single one counts as a list of one. A word
  /// that is none of them is told by itself.
  mutating func choices<Choice>(_ key: String) -> [Choice]?
  where Choice: RawRepresentable<String> & CaseIterable & Equatable {
    let words = Choice.allCases.map(\.rawValue)
    let wanted = "one or several of \(words.joined(separator: ", "))"
    let nodes: [Node]? = value(key, wanted: wanted) { node in
      node.sequence.map { Array($0) } ?? (node.string == nil ? nil : [node])
    }
    guard let nodes else { return nil }
    var choices: [Choice] = []
    for node in nodes {
      let text = node.string ?? "…"
      if let choice = Choice(rawValue: text) {
        if !choices.contains(choice) { choices.append(choice) }
      } else {
        log.add(
          node.mark, value: text, message: "\(path(of: key)) is \"\(text)\"",
          hint: Suggestion.nearest(to: text, among: words).map { "did you mean \"\($0)\"?" }
            ?? "it should be \(wanted)")
      }
    }
    return choices.isEmpty ? nil : choices
  }

  /// Where the value of a key stands.
  func mark(of key: String) -> Mark? {
    entries.first { $0.key == key }?.value.mark
  }

  /// Whether a key is there with a value.
  func has(_ key: String) -> Bool {
    entries.contains { $0.key == key && !$0.value.isNothing }
  }

  /// A list of texts; a single text counts as a list of one.
  mutating func texts(_ key: String) -> [String]? {
    value(key, wanted: "a list of texts") { node in
      if let sequence = node.sequence {
        let texts = sequence.compactMap(\.string)
        return texts.count == sequence.count ? texts : nil
      }
      return node.string.map { [$0] }
    }
  }

  /// A list of so many rising numbers.
  mutating func rising(_ key: String, count: Int) -> [Double]? {
    value(key, wanted: "a list of \(count) rising numbers") { node in
      let numbers = node.sequence?.compactMap(\.float) ?? []
      let isRising = zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 }
      return numbers.count == count && isRising ? numbers : nil
    }
  }

  /// Refuses unknown keys, and says where former ones have gone.
  func finish() {
    for entry in entries where !known.contains(entry.key) {
      if let hint = RemovedSettings.hint(for: path(of: entry.key)) {
        log.add(
          entry.mark, value: entry.key,
          message: "\"\(path(of: entry.key))\" is no longer a setting", hint: hint)
        continue
      }
      let nearest = Suggestion.nearest(to: entry.key, among: known)
      log.add(
        entry.mark, value: entry.key, message: "unknown key \"\(path(of: entry.key))\"",
        hint: nearest.map { "did you mean \"\($0)\"?" }
          ?? "known here: \(known.sorted().joined(separator: ", "))")
    }
  }

  /// The name of a key with those of the sections around it.
  func path(of key: String) -> String {
    path.isEmpty ? key : "\(path).\(key)"
  }

  private mutating func take(_ key: String) -> Node? {
    known.append(key)
    let node = entries.first { $0.key == key }?.value
    return node.flatMap { $0.isNothing ? nil : $0 }
  }

  private mutating func value<Value>(
    _ key: String, wanted: String, _ read: (Node) -> Value?
  ) -> Value? {
    guard let node = take(key) else { return nil }
    if let value = read(node) { return value }
    let text = node.string ?? "…"
    log.add(
      node.mark, value: text, message: "\(path(of: key)) is \"\(text)\"",
      hint: "it should be \(wanted)")
    return nil
  }
}

extension Node {
  /// Whether a key was written without a value.
  fileprivate var isNothing: Bool {
    guard let string, mapping == nil, sequence == nil else { return false }
    return string.isEmpty && null != nil || ["~", "null"].contains(string)
  }
}

extension ClosedRange<Double> {
  fileprivate var words: String {
    if lowerBound <= -1e9 { return "a number" }
    // The least positive limits stand for "over 0": nobody has to know how close to it.
    let isOverZero = lowerBound > 0 && lowerBound < 0.01
    let least = PlainNumber.shortest(lowerBound)
    if upperBound >= 1e3 { return isOverZero ? "a number over 0" : "a number from \(least) up" }
    let most = PlainNumber.shortest(upperBound)
    return isOverZero ? "a number over 0 and up to \(most)" : "a number from \(least) to \(most)"
  }
}
