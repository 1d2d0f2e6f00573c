/// The headings by which a kind of file's columns are known, those of school.yml among them.
struct HeadingDictionary<Column: CanonicalColumn>: Sendable {
  /// The heading that school.yml gives a column, by canonical name.
  let named: [String: String]
  fileprivate let namedKeys: [(column: Column, key: String)]
  fileprivate let canonicalKeys: [(column: Column, key: String)]
  fileprivate let aliasKeys: [(column: Column, lists: [[String]])]

  /// - Parameter named: For a canonical column the heading that school.yml gives it.
  init(named: [String: String]) {
    self.named = named
    namedKeys = Column.allCases.compactMap { column in
      named[column.rawValue].map { (column, PlainName.key($0)) }
    }
    let others = Column.allCases.filter { named[$0.rawValue] == nil }
    canonicalKeys = others.map { ($0, PlainName.key($0.rawValue)) }
    aliasKeys = others.map { column in
      (column, column.aliases.map { Array(Set($0.map(PlainName.key))) })
    }
  }

  /// The keys of one of a column's lists of aliases.
  fileprivate func aliases(of column: Column, list: Int) -> [String] {
    aliasKeys.first { $0.column == column }.flatMap { list < $0.lists.count ? $0.lists[list] : nil }
      ?? []
  }
}

/// Finds the columns of a kind of file among headings: by what school.yml calls them, else by their
/// canonical names, else by the headings of well-known exports.
struct HeadingMatch<Column: CanonicalColumn> {
  /// Several headings that may be one column.
  struct Doubt {
    /// The column.
    var column: Column
    /// The positions of the headings, in ascending order.
    var positions: [Int]
    /// Whether they are one and the same heading.
    var isSameHeading: Bool
  }

  /// Where the columns are.
  private(set) var positions: [Column: Int] = [:]
  /// Columns of which nobody can tell where they are.
  private(set) var doubts: [Doubt] = []

  private let keys: [String]
  private var positionsOfKey: [String: [Int]] = [:]
  private var taken: Set<Int> = []

  /// - Parameter headings: As the file writes them.
  init(headings: [String], dictionary: HeadingDictionary<Column>) {
    keys = headings.map(PlainName.key)
    for (position, key) in keys.enumerated() where !key.isEmpty {
      positionsOfKey[key, default: []].append(position)
    }
    for (column, key) in dictionary.namedKeys { take(column, [key]) }
    for (column, key) in dictionary.canonicalKeys {
      // Beside a heading that says more, the plain name may be something else.
      let further = column.isPlainNameVague ? dictionary.aliases(of: column, list: 0) : []
      take(column, [key] + (positionsOfKey[key] == nil ? [] : further))
    }
    let mostLists = dictionary.aliasKeys.map(\.lists.count).max() ?? 0
    for list in 0..<mostLists {
      for (column, lists) in dictionary.aliasKeys where list < lists.count && isOpen(column, list) {
        take(column, lists[list])
      }
    }
  }

  /// Whether a column is still looked for: a substitute serves better than a vague heading.
  private func isOpen(_ column: Column, _ list: Int) -> Bool {
    if positions[column] != nil || doubt(column) != nil { return false }
    return list == 0 || !column.substitutes.contains { positions[$0] != nil }
  }

  /// What is to be asked about a column.
  func doubt(_ column: Column) -> Doubt? {
    doubts.first { $0.column == column }
  }

  /// The required columns that neither the column itself nor a substitute fills.
  var missing: [Column] {
    Column.allCases.filter { column in
      column.isRequired && positions[column] == nil
        && !column.substitutes.contains { positions[$0] != nil }
    }
  }

  /// Takes the heading with one of these keys; false when there is none.
  @discardableResult
  private mutating func take(_ column: Column, _ wanted: [String]) -> Bool {
    let found = wanted.flatMap { positionsOfKey[$0] ?? [] }.filter { !taken.contains($0) }.sorted()
    guard let first = found.first else { return false }
    if found.count > 1 {
      doubts.append(
        Doubt(
          column: column, positions: found,
          isSameHeading: found.allSatisfy { keys[$0] == keys[first] }))
    } else {
      positions[column] = first
    }
    taken.formUnion(found)
    return true
  }
}
