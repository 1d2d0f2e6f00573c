/// A row of a matrix over the numbers modulo `Residue.modulus`, most of whose columns are 0.
struct SparseRow {
  /// The others, by column.
  private(set) var terms: [(column: Int, factor: UInt64)]

  /// A row of some terms; those of one column are added up.
  init(_ terms: [(column: Int, factor: UInt64)]) {
    self.terms = []
    self.terms.reserveCapacity(terms.count)
    for term in terms.sorted(by: { $0.column < $1.column }) {
      if let last = self.terms.last, last.column == term.column {
        let sum = Residue.sum(last.factor, term.factor)
        self.terms.removeLast()
        if sum != 0 { self.terms.append((term.column, sum)) }
      } else {
        self.terms.append(term)
      }
    }
  }

  /// How many columns are not 0.
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

  /// Takes a multiple of another row away.
  ///
  /// - Parameters:
  ///   - gained: What to do with each column that was 0 and is no longer.
  ///   - lost: What to do with each that has become 0.
  mutating func subtract(
    _ other: SparseRow, times factor: UInt64, gained: (Int) -> Void = { _ in },
    lost: (Int) -> Void = { _ in }
  ) {
    var result: [(column: Int, factor: UInt64)] = []
    result.reserveCapacity(terms.count + other.terms.count)
    var next = 0
    for term in other.terms {
      while next < terms.count, terms[next].column < term.column {
        result.append(terms[next])
        next += 1
      }
      let rest = Residue.negative(Residue.product(term.factor, factor))
      if next < terms.count, terms[next].column == term.column {
        let sum = Residue.sum(terms[next].factor, rest)
        next += 1
        if sum != 0 { result.append((term.column, sum)) } else { lost(term.column) }
      } else {
        result.append((term.column, rest))
        gained(term.column)
      }
    }
    result.append(contentsOf: terms[next...])
    terms = result
  }
}
