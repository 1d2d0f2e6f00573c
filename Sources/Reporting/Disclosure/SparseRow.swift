/// A row of a matrix over the numbers modulo `Residue.modulus`, most of whose columns are 0.
struct SparseRow {
  /// A column that is not 0.
  typealias Term = (column: Int, factor: UInt64)

  /// Those columns, in order. Rows that nothing was subtracted of may share an array.
  private(set) var terms: ArraySlice<Term>

  /// A row of some terms in order of their columns; those of one column are added up.
  init(_ terms: ArraySlice<Term>) {
    self.terms = terms
    let isSum = zip(terms, terms.dropFirst()).contains { $0.column == $1.column }
    if isSum { self.terms = Self.sums(terms) }
  }

  private static func sums(_ terms: ArraySlice<Term>) -> ArraySlice<Term> {
    var sums: ArraySlice<Term> = []
    for term in terms {
      if let last = sums.last, last.column == term.column {
        let sum = Residue.sum(last.factor, term.factor)
        sums.removeLast()
        if sum != 0 { sums.append((term.column, sum)) }
      } else {
        sums.append(term)
      }
    }
    return sums
  }

  /// How many columns are not 0.
  var count: Int { terms.count }

  /// The factor of a column; nil: it is 0.
  subscript(column: Int) -> UInt64? {
    var (low, high) = (terms.startIndex, terms.endIndex)
    while low < high {
      let middle = (low + high) / 2
      if terms[middle].column < column { low = middle + 1 } else { high = middle }
    }
    return low < terms.endIndex && terms[low].column == column ? terms[low].factor : nil
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
    var result: [Term] = []
    result.reserveCapacity(terms.count + other.terms.count)
    var next = terms.startIndex
    for term in other.terms {
      while next < terms.endIndex, terms[next].column < term.column {
        result.append(terms[next])
        next += 1
      }
      let rest = Residue.negative(Residue.product(term.factor, factor))
      if next < terms.endIndex, terms[next].column == term.column {
        let sum = Residue.sum(terms[next].factor, rest)
        next += 1
        if sum != 0 { result.append((term.column, sum)) } else { lost(term.column) }
      } else {
        result.append((term.column, rest))
        gained(term.column)
      }
    }
    result.append(contentsOf: terms[next...])
    terms = result[...]
  }
}
