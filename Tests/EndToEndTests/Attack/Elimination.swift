/// Solves the equations of counts that are not known, exactly, in whole numbers modulo a prime: a
/// count is known if and only if its row of the solution names no other.
struct Elimination {
  /// A count that the equations leave no choice.
  struct Solved {
    /// The count.
    var count: Int
    /// What it must be.
    var value: Int
    /// The equations that say so.
    var equations: [Int]
  }

  private struct Row {
    var factors: [Int: Int]
    var constant: Int
    var equations: Set<Int>
  }

  private static let prime = 2_147_483_647
  private var rows: [Row] = []
  private var rowOfPivot: [Int: Int] = [:]
  private var rowsOf: [Int: Set<Int>] = [:]

  /// The counts that are uniquely determined and not yet known.
  static func solve(_ knowledge: Knowledge, _ intervals: Intervals) -> [Solved] {
    var elimination = Elimination()
    for (place, row) in ordered(open(knowledge, intervals)) { elimination.add(row, pivot: place) }
    return elimination.rowOfPivot.compactMap { count, place in
      let row = elimination.rows[place]
      guard row.factors.count == 1 else { return nil }
      return Solved(count: count, value: row.constant, equations: row.equations.sorted())
    }.sorted { $0.count < $1.count }
  }

  /// The equations of unknown counts.
  private static func open(_ knowledge: Knowledge, _ intervals: Intervals) -> [Row] {
    knowledge.equations.enumerated().compactMap { place, equation in
      var row = Row(factors: [:], constant: 0, equations: [place])
      for term in equation.terms {
        if intervals.isKnown(term.count) {
          row.constant = reduced(row.constant - term.factor * intervals.low[term.count])
        } else {
          row.factors[term.count] = reduced(term.factor)
        }
      }
      return row.factors.isEmpty ? nil : row
    }
  }

  /// Rows that have a count to themselves come last, with that as their pivot: they cost nothing.
  private static func ordered(_ rows: [Row]) -> [(Int?, Row)] {
    var rowsOf: [Int: Set<Int>] = [:]
    for (place, row) in rows.enumerated() {
      for count in row.factors.keys { rowsOf[count, default: []].insert(place) }
    }
    var alone = rowsOf.filter { $0.value.count == 1 }.keys.sorted()
    var peeled: [(Int?, Row)] = []
    var isPeeled = rows.map { _ in false }
    while let count = alone.popLast() {
      guard let place = rowsOf[count]?.first, !isPeeled[place] else { continue }
      isPeeled[place] = true
      peeled.append((count, rows[place]))
      for other in rows[place].factors.keys.sorted() {
        rowsOf[other]?.remove(place)
        if rowsOf[other]?.count == 1 { alone.append(other) }
      }
    }
    let core = rows.indices.filter { !isPeeled[$0] }.map { (Int?.none, rows[$0]) }
    return core + peeled.reversed()
  }

  private mutating func add(_ row: Row, pivot wanted: Int?) {
    var row = row
    for count in row.factors.keys.sorted() {
      if let place = rowOfPivot[count], let factor = row.factors[count] {
        Self.subtract(rows[place], times: factor, from: &row)
      }
    }
    func uses(_ count: Int) -> Int { rowsOf[count]?.count ?? 0 }
    let pivot =
      wanted ?? row.factors.keys.min { (uses($0), $0) < (uses($1), $1) }
    guard let pivot, let factor = row.factors[pivot] else { return }
    let inverse = Self.power(factor, Self.prime - 2)
    row.factors = row.factors.mapValues { $0 * inverse % Self.prime }
    row.constant = row.constant * inverse % Self.prime
    let place = rows.count
    rows.append(row)
    rowOfPivot[pivot] = place
    for other in (rowsOf[pivot] ?? []).sorted() {
      guard let factor = rows[other].factors[pivot] else { continue }
      let before = rows[other].factors.keys
      Self.subtract(row, times: factor, from: &rows[other])
      for count in before where rows[other].factors[count] == nil { rowsOf[count]?.remove(other) }
      for count in rows[other].factors.keys { rowsOf[count, default: []].insert(other) }
    }
    for count in row.factors.keys { rowsOf[count, default: []].insert(place) }
  }

  private static func subtract(_ row: Row, times factor: Int, from other: inout Row) {
    for (count, own) in row.factors {
      let value = reduced((other.factors[count] ?? 0) - own * factor % prime)
      other.factors[count] = value == 0 ? nil : value
    }
    other.constant = reduced(other.constant - row.constant * factor % prime)
    other.equations.formUnion(row.equations)
  }

  private static func reduced(_ number: Int) -> Int {
    let rest = number % prime
    return rest < 0 ? rest + prime : rest
  }

  private static func power(_ base: Int, _ exponent: Int) -> Int {
    var (result, base, exponent) = (1, base, exponent)
    while exponent > 0 {
      if exponent & 1 == 1 { result = result * base % prime }
      base = base * base % prime
      exponent >>= 1
    }
    return result
  }
}
