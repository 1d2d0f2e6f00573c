/// Finds the counts that the sums and the printed counts determine together, where no single sum does:
/// linear algebra over a field of many elements.
///
/// A count is determined if and only if it is 0 in every solution of the sums with all known counts
/// set to 0. One solution with free counts set at random tells with near certainty.
struct CountElimination {
  private let ranges: CountRanges
  private let part: CountRanges.Part
  private let positions: CountRanges.Positions
  /// The sums as rows of a matrix, each changed while others are taken out of it.
  private var rows: [SparseRow]
  /// What was subtracted of each row since it was the sum of the ledger that it began as.
  private var subtracted: ShortLists<(row: Int, factor: UInt64)>
  /// The rows in the order in which they were taken out, with the column that each then stood for.
  private var taken: [(row: Int, pivot: Int)] = []
  private var orderOfColumn: [Int?]
  private var orderOfRow: [Int?]
  private var value: [UInt64]
  /// The rows that came to have each column besides the sums in which its count stands.
  private var furtherRows: ShortLists<Int>
  /// How many rows that are not taken out have each column.
  private var uses: [Int]
  private var isOpen: [Bool]

  /// Solves the sums of one set of counts.
  ///
  /// - Parameters:
  ///   - ranges: What is known of the counts.
  ///   - part: The set.
  ///   - positions: The columns and rows of its counts and sums.
  init(_ ranges: CountRanges, _ part: CountRanges.Part, _ positions: CountRanges.Positions) {
    self.ranges = ranges
    self.part = part
    self.positions = positions
    let width = part.counts.count
    orderOfColumn = Array(repeating: nil, count: width)
    value = Array(repeating: 0, count: width)
    furtherRows = ShortLists(count: width)
    uses = Array(repeating: 0, count: width)
    rows = Self.rows(ranges, part, positions)
    orderOfRow = Array(repeating: nil, count: rows.count)
    subtracted = ShortLists(count: rows.count)
    isOpen = rows.map { !$0.terms.isEmpty }
    for row in rows {
      for term in row.terms { uses[term.column] += 1 }
    }
    strip()
    eliminate()
    solve()
  }

  /// The unknown counts of each sum, all in one array. They come in the order of their columns.
  private static func rows(
    _ ranges: CountRanges, _ part: CountRanges.Part, _ positions: CountRanges.Positions
  ) -> [SparseRow] {
    var ends = Array(repeating: 0, count: part.sums.count + 1)
    func forEachTerm(_ body: (_ row: Int, _ column: Int, _ isTotal: Bool) -> Void) {
      for (column, count) in part.counts.enumerated() {
        for place in ranges.sumsOfCount.places(of: count) {
          let sum = ranges.sumsOfCount[place]
          body(positions.ofSum[sum], column, ranges.ledger.sums[sum].total == count)
        }
      }
    }
    forEachTerm { row, _, _ in ends[row + 1] += 1 }
    for row in part.sums.indices { ends[row + 1] += ends[row] }
    let starts = ends
    var terms = [SparseRow.Term](repeating: (0, 0), count: starts[part.sums.count])
    forEachTerm { row, column, isTotal in
      terms[ends[row]] = (column, isTotal ? Residue.negative(1) : 1)
      ends[row] += 1
    }
    return part.sums.indices.map { SparseRow(terms[starts[$0]..<starts[$0 + 1]]) }
  }

  /// Takes out the rows with a column that no other has: they determine nothing else.
  private mutating func strip() {
    var waiting = uses.indices.filter { uses[$0] == 1 }
    while let column = waiting.popLast() {
      guard uses[column] == 1, let row = openRow(with: column) else { continue }
      take(row, pivot: column)
      for term in rows[row].terms where uses[term.column] == 1 { waiting.append(term.column) }
    }
  }

  /// The first sum with a column that is not taken out.
  private func openRow(with column: Int) -> Int? {
    for place in ranges.sumsOfCount.places(of: part.counts[column]) {
      let row = positions.ofSum[ranges.sumsOfCount[place]]
      if isOpen[row], rows[row][column] != nil { return row }
    }
    return nil
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
      for place in ranges.sumsOfCount.places(of: part.counts[pivot.column]) {
        let other = positions.ofSum[ranges.sumsOfCount[place]]
        clear(pivot, of: other, with: row, &shortest)
      }
      var link = furtherRows.first(of: pivot.column)
      while let (other, next) = link.map({ furtherRows[$0] }) {
        link = next
        clear(pivot, of: other, with: row, &shortest)
      }
    }
  }

  /// Takes a row that has been taken out away from another as often as makes a column of that 0.
  private mutating func clear(
    _ pivot: SparseRow.Term, of other: Int, with row: Int, _ shortest: inout ShortestFirst
  ) {
    guard isOpen[other], let factor = rows[other][pivot.column] else { return }
    subtract(row, times: Residue.quotient(factor, pivot.factor), from: other)
    shortest.put(other, length: rows[other].count)
  }

  private mutating func take(_ row: Int, pivot: Int) {
    isOpen[row] = false
    orderOfColumn[pivot] = taken.count
    orderOfRow[row] = taken.count
    taken.append((row, pivot))
    for term in rows[row].terms { uses[term.column] -= 1 }
  }

  private mutating func subtract(_ row: Int, times factor: UInt64, from other: Int) {
    rows[other].subtract(
      rows[row], times: factor,
      gained: { column in
        uses[column] += 1
        furtherRows.append(other, to: column)
      }, lost: { uses[$0] -= 1 })
    subtracted.append((row, factor), to: other)
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
  func grounds(of count: Int) -> Set<Int> {
    var known: [Int: UInt64] = [:]
    let isKnown = ranges.isKnown
    for (sum, factor) in sums(thatDetermine: count) {
      let entry = ranges.ledger.sums[sum]
      for part in entry.parts where isKnown[part] {
        known[part] = Residue.sum(known[part] ?? 0, factor)
      }
      if isKnown[entry.total] {
        known[entry.total] = Residue.sum(known[entry.total] ?? 0, Residue.negative(factor))
      }
    }
    return Set(known.filter { $0.value != 0 }.keys)
  }

  /// How often each sum of the ledger has to be taken to be left with one count.
  private func sums(thatDetermine count: Int) -> [(sum: Int, factor: UInt64)] {
    var left = SparseRow([(column: positions.ofCount[count], factor: 1)])
    var factors: [Int: UInt64] = [:]
    while let order = left.terms.compactMap({ orderOfColumn[$0.column] }).min() {
      let (row, pivot) = taken[order]
      let factor = Residue.quotient(left[pivot] ?? 0, rows[row][pivot] ?? 1)
      left.subtract(rows[row], times: factor)
      factors[order] = Residue.negative(factor)
    }
    // What was subtracted of a row was taken out before it.
    var sums: [(sum: Int, factor: UInt64)] = []
    while let order = factors.keys.max(), let factor = factors.removeValue(forKey: order) {
      let row = taken[order].row
      sums.append((part.sums[row], factor))
      var link = subtracted.first(of: row)
      while let ((other, times), next) = link.map({ subtracted[$0] }) {
        link = next
        guard let before = orderOfRow[other] else { continue }
        factors[before] = Residue.sum(
          factors[before] ?? 0, Residue.negative(Residue.product(factor, times)))
      }
    }
    return sums
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
