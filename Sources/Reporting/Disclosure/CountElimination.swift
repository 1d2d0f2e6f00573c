/// Finds the counts that the sums and the printed counts determine together, where no single sum does:
/// linear algebra over a field of many elements.
///
/// A count is determined if and only if it is 0 in every solution of the sums with all known counts
/// set to 0. One solution with free counts set at random tells with near certainty.
struct CountElimination {
  private let ledger: CountLedger
  private let part: CountRanges.Part
  /// The column of each count of the part.
  private let columns: [Int]
  /// The sums as rows of a matrix, each changed while others are taken out of it.
  private var rows: [SparseRow] = []
  /// What those rows are made of that are no longer the sum of the ledger that they began as.
  private var made: [Int: SparseRow] = [:]
  /// The rows in the order in which they were taken out, with the column that each then stood for.
  private var taken: [(row: Int, pivot: Int)] = []
  private var orderOfColumn: [Int?]
  private var value: [UInt64]
  private var rowsOfColumn: [[Int]]
  private var uses: [Int]
  private var isOpen: [Bool]

  /// Solves the sums of one set of counts.
  ///
  /// - Parameters:
  ///   - columns: The position of each count among those of the set.
  ///   - isKnown: Whether a count is known for itself.
  init(_ ledger: CountLedger, _ part: CountRanges.Part, columns: [Int], isKnown: [Bool]) {
    self.ledger = ledger
    self.part = part
    self.columns = columns
    let width = part.counts.count
    orderOfColumn = Array(repeating: nil, count: width)
    value = Array(repeating: 0, count: width)
    rowsOfColumn = Array(repeating: [], count: width)
    uses = Array(repeating: 0, count: width)
    rows = part.sums.map { sum in
      let entry = ledger.sums[sum]
      var terms: [(Int, UInt64)] = []
      for count in entry.parts where !isKnown[count] { terms.append((columns[count], 1)) }
      if !isKnown[entry.total] { terms.append((columns[entry.total], Residue.negative(1))) }
      return SparseRow(terms)
    }
    isOpen = rows.map { !$0.terms.isEmpty }
    for (row, entry) in rows.enumerated() {
      for term in entry.terms {
        rowsOfColumn[term.column].append(row)
        uses[term.column] += 1
      }
    }
    strip()
    eliminate()
    solve()
  }

  /// Takes out the rows with a column that no other has: they determine nothing else.
  private mutating func strip() {
    var waiting = uses.indices.filter { uses[$0] == 1 }
    while let column = waiting.popLast() {
      guard uses[column] == 1,
        let row = rowsOfColumn[column].first(where: { isOpen[$0] && rows[$0][column] != nil })
      else { continue }
      take(row, pivot: column)
      for term in rows[row].terms where uses[term.column] == 1 { waiting.append(term.column) }
    }
  }

  /// Gauss's elimination of those that are left, the shortest first.
  private mutating func eliminate() {
    var shortest = ShortestFirst(rows.indices.filter { isOpen[$0] }.map { ($0, rows[$0].count) })
    while let row = shortest.next(length: { isOpen[$0] ? rows[$0].count : nil }) {
      let pivot = rows[row].terms.min { left, right in
        let (one, other) = (uses[left.column], uses[right.column])
        return one != other ? one < other : left.column < right.column
      }
      guard let pivot else {
        isOpen[row] = false
        continue
      }
      take(row, pivot: pivot.column)
      for other in rowsOfColumn[pivot.column] where isOpen[other] {
        guard let factor = rows[other][pivot.column] else { continue }
        subtract(row, times: Residue.quotient(factor, pivot.factor), from: other)
        shortest.put(other, length: rows[other].count)
      }
    }
  }

  private mutating func take(_ row: Int, pivot: Int) {
    isOpen[row] = false
    orderOfColumn[pivot] = taken.count
    taken.append((row, pivot))
    for term in rows[row].terms { uses[term.column] -= 1 }
  }

  private mutating func subtract(_ row: Int, times factor: UInt64, from other: Int) {
    let before = rows[other]
    let after = before.subtracting(rows[row], times: factor)
    for term in before.terms where after[term.column] == nil { uses[term.column] -= 1 }
    for term in rows[row].terms where before[term.column] == nil && after[term.column] != nil {
      uses[term.column] += 1
      rowsOfColumn[term.column].append(other)
    }
    rows[other] = after
    made[other] = sums(of: other).subtracting(sums(of: row), times: factor)
  }

  /// The sums of the ledger that a row is made of.
  private func sums(of row: Int) -> SparseRow {
    made[row] ?? SparseRow([(part.sums[row], 1)])
  }

  /// Sets the counts that are no pivot at random, and finds the others.
  private mutating func solve() {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    for column in value.indices where orderOfColumn[column] == nil {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      value[column] = 1 + (state >> 8) % (Residue.modulus - 1)
    }
    for (row, pivot) in taken.reversed() {
      var sum: UInt64 = 0
      for term in rows[row].terms where term.column != pivot {
        sum = Residue.sum(sum, Residue.product(term.factor, value[term.column]))
      }
      value[pivot] = Residue.quotient(Residue.negative(sum), rows[row][pivot] ?? 1)
    }
  }

  /// The counts that are determined.
  var determined: [Int] {
    part.counts.indices.filter { value[$0] == 0 }.map { part.counts[$0] }
  }

  /// The known counts that determine a count.
  func grounds(of count: Int, isKnown: [Bool]) -> Set<Int> {
    var left = SparseRow([(columns[count], 1)])
    var used = SparseRow([])
    while let order = left.terms.compactMap({ orderOfColumn[$0.column] }).min() {
      let (row, pivot) = taken[order]
      let factor = Residue.quotient(left[pivot] ?? 0, rows[row][pivot] ?? 1)
      left = left.subtracting(rows[row], times: factor)
      used = used.subtracting(sums(of: row), times: factor)
    }
    var known: [Int: UInt64] = [:]
    for term in used.terms {
      let entry = ledger.sums[term.column]
      for part in entry.parts where isKnown[part] {
        known[part] = Residue.sum(known[part] ?? 0, term.factor)
      }
      if isKnown[entry.total] {
        known[entry.total] = Residue.sum(
          known[entry.total] ?? 0, Residue.negative(term.factor))
      }
    }
    return Set(known.filter { $0.value != 0 }.keys)
  }
}

/// A row of a matrix most of whose columns are 0.
private struct SparseRow {
  /// The others, by column.
  private(set) var terms: [(column: Int, factor: UInt64)]

  /// A row of some terms; those of one column are added up.
  init(_ terms: [(Int, UInt64)]) {
    self.terms = []
    for (column, factor) in terms.sorted(by: { $0.0 < $1.0 }) {
      if let last = self.terms.last, last.column == column {
        let sum = Residue.sum(last.factor, factor)
        self.terms.removeLast()
        if sum != 0 { self.terms.append((column, sum)) }
      } else {
        self.terms.append((column, factor))
      }
    }
  }

  var count: Int { terms.count }

  /// The factor of a column; nil: it is 0.
  subscript(column: Int) -> UInt64? {
    var (low, high) = (0, terms.count)
    while low < high {
      let middle = (low + high) / 2
      if terms[middle].column < column { low = middle + 1 } else { high = middle }
    }
    return low < terms.count && terms[low].column == column ? terms[low].factor : nil
  }

  func subtracting(_ other: SparseRow, times factor: UInt64) -> SparseRow {
    var result = SparseRow([])
    result.terms.reserveCapacity(terms.count + other.terms.count)
    var next = 0
    for term in other.terms {
      while next < terms.count, terms[next].column < term.column {
        result.terms.append(terms[next])
        next += 1
      }
      var rest = Residue.negative(Residue.product(term.factor, factor))
      if next < terms.count, terms[next].column == term.column {
        rest = Residue.sum(terms[next].factor, rest)
        next += 1
      }
      if rest != 0 { result.terms.append((term.column, rest)) }
    }
    result.terms.append(contentsOf: terms[next...])
    return result
  }
}

/// Sums by their length, the shortest first. Lengths change: an entry counts only while it is right.
private struct ShortestFirst {
  private var waiting: [[Int]] = []
  private var first = 0

  init(_ sums: [(sum: Int, length: Int)]) {
    for (sum, length) in sums { put(sum, length: length) }
  }

  mutating func put(_ sum: Int, length: Int) {
    while waiting.count <= length { waiting.append([]) }
    waiting[length].append(sum)
    first = min(first, length)
  }

  mutating func next(length: (Int) -> Int?) -> Int? {
    while first < waiting.count {
      if let sum = waiting[first].popLast() {
        if length(sum) == first { return sum }
      } else {
        first += 1
      }
    }
    return nil
  }
}

/// Arithmetic modulo a large prime, in which nothing is rounded.
private enum Residue {
  /// 2⁶¹ − 1.
  static let modulus: UInt64 = (1 << 61) - 1

  static func sum(_ one: UInt64, _ other: UInt64) -> UInt64 {
    (one + other) % modulus
  }

  static func negative(_ one: UInt64) -> UInt64 {
    one == 0 ? 0 : modulus - one
  }

  static func product(_ one: UInt64, _ other: UInt64) -> UInt64 {
    let (high, low) = one.multipliedFullWidth(by: other)
    return modulus.dividingFullWidth((high, low)).remainder
  }

  /// By Fermat's little theorem.
  static func quotient(_ one: UInt64, _ other: UInt64) -> UInt64 {
    if other == 1 { return one }
    if other == modulus - 1 { return negative(one) }
    var (power, exponent, inverse) = (other, modulus - 2, UInt64(1))
    while exponent > 0 {
      if exponent & 1 == 1 { inverse = product(inverse, power) }
      power = product(power, power)
      exponent >>= 1
    }
    return product(one, inverse)
  }
}
