import Diagnostics
import ProvisionModel

/// The words of one column as the files write them, and the spelling under which each is reported.
///
/// Of several spellings of one word the shortest is reported, and of equally short ones the first in
/// Unicode scalar order: the order of the rows and how often each is written do not matter.
struct Spellings: Sendable {
  private struct Spelling: Sendable {
    var text: String
    /// The number of what it means.
    var meaning: Int
    var file: Int
    var line: Int
  }

  private let key: @Sendable (String) -> String
  private var spellings: [Spelling] = []
  private var numbers: [String: Int] = [:]
  private var meanings: [String: Int] = [:]
  /// For each meaning the spelling that is reported.
  private var reported: [String] = []
  private var last: String?

  /// No spellings yet.
  ///
  /// - Parameter key: Gives two spellings of one word the same text.
  init(key: @escaping @Sendable (String) -> String) {
    self.key = key
  }

  /// Takes note of a text and of where it stands, in file order.
  mutating func add(_ text: String, file: Int, line: Int) {
    // Rows next to each other mostly say the same.
    guard !text.isEmpty, text != last else { return }
    last = text
    guard numbers[text] == nil else { return }
    let meaning = meanings[key(text), default: reported.count]
    if meaning == reported.count {
      meanings[key(text)] = meaning
      reported.append(text)
    } else if Self.precedes(text, reported[meaning]) {
      reported[meaning] = text
    }
    numbers[text] = spellings.count
    spellings.append(Spelling(text: text, meaning: meaning, file: file, line: line))
  }

  /// Whether a word has several spellings.
  var hasVariants: Bool { reported.count < spellings.count }

  /// The spelling under which a text is reported.
  func reported(_ text: String) -> String {
    numbers[text].map { reported[spellings[$0].meaning] } ?? text
  }

  /// The spellings that are reported under another, each where it first stands.
  ///
  /// - Parameters:
  ///   - thing: What the words are.
  ///   - column: The canonical column.
  ///   - files: The data's inputs.
  func findings(of thing: String, column: String, files: [InputFile]) -> [Finding] {
    spellings.compactMap { spelling in
      let reported = reported[spelling.meaning]
      guard spelling.text != reported else { return nil }
      return files[spelling.file].finding(
        .mergedNames, line: spelling.line, column: column, value: spelling.text,
        message: NameVariants.message(of: thing, spelling.text, as: reported))
    }
  }

  private static func precedes(_ one: String, _ other: String) -> Bool {
    one.count == other.count ? ScalarOrder.precedes(one, other) : one.count < other.count
  }
}
