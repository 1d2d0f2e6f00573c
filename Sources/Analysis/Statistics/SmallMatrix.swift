/// Up to four numbers of a pupil, the scores x_1, x_2, x_3 and the level in other subjects o; those
/// that a fit does not use are 0.
package typealias Scores4 = SIMD4<Double>

/// A symmetric matrix of up to four rows; rows and columns that are not used are 0.
package struct SmallMatrix: Sendable, Equatable {
  private var columns = SIMD16<Double>.zero

  /// The matrix of zeros.
  package init() {}

  /// The element in a row and a column, each from 0 to 3.
  package subscript(row: Int, column: Int) -> Double {
    get { columns[4 * column + row] }
    set { columns[4 * column + row] = newValue }
  }

  /// A column.
  package subscript(column column: Int) -> Scores4 {
    Scores4(
      columns[4 * column], columns[4 * column + 1], columns[4 * column + 2],
      columns[4 * column + 3])
  }

  /// The matrix × a vector.
  package func times(_ vector: Scores4) -> Scores4 {
    var product = Scores4.zero
    for column in 0..<4 { product += self[column: column] * vector[column] }
    return product
  }

  /// vᵀ × the matrix × v.
  package func form(_ vector: Scores4) -> Double {
    (vector * times(vector)).sum()
  }

  /// Adds weight × v × vᵀ.
  package mutating func add(_ vector: Scores4) {
    let low = SIMD8(lowHalf: vector * vector[0], highHalf: vector * vector[1])
    let high = SIMD8(lowHalf: vector * vector[2], highHalf: vector * vector[3])
    columns += SIMD16(lowHalf: low, highHalf: high)
  }

  /// The first `size` rows and columns; the others are 0.
  package func leading(_ size: Int) -> SmallMatrix {
    var part = SmallMatrix()
    for column in 0..<size {
      for row in 0..<size { part[row, column] = self[row, column] }
    }
    return part
  }

  /// The matrix ÷ a number.
  package static func / (matrix: SmallMatrix, divisor: Double) -> SmallMatrix {
    var quotient = matrix
    quotient.columns /= divisor
    return quotient
  }

  /// The inverse of the first `size` rows and columns, by Gauss and Jordan; nil of a matrix that is
  /// not positive definite.
  package func inverse(_ size: Int) -> SmallMatrix? {
    var rest = self
    var inverse = SmallMatrix()
    for place in 0..<size { inverse[place, place] = 1 }
    for column in 0..<size {
      let scale = rest[column, column]
      guard scale > 0, scale.isFinite else { return nil }
      for place in 0..<size {
        rest[column, place] /= scale
        inverse[column, place] /= scale
      }
      for row in 0..<size where row != column {
        let factor = rest[row, column]
        for place in 0..<size {
          rest[row, place] -= factor * rest[column, place]
          inverse[row, place] -= factor * inverse[column, place]
        }
      }
    }
    return inverse
  }

  /// The condition number of the first `size` rows and columns: the largest eigenvalue ÷ the
  /// smallest, in absolute value, by Jacobi's rotations; infinite of a singular matrix.
  package func conditionNumber(_ size: Int) -> Double {
    var rest = self
    for _ in 0..<60 {
      var largest = 0.0
      var place = (row: 0, column: 0)
      for column in 0..<size {
        for row in 0..<column where abs(rest[row, column]) > largest {
          largest = abs(rest[row, column])
          place = (row, column)
        }
      }
      let diagonal = (0..<size).map { abs(rest[$0, $0]) }.max() ?? 0
      guard largest > 1e-300, largest > 1e-15 * diagonal else { break }
      rest.rotate(place.row, place.column, size)
    }
    let values = (0..<size).map { abs(rest[$0, $0]) }
    guard let least = values.min(), let most = values.max(), least > 0 else { return .infinity }
    return most / least
  }

  /// One rotation, after which the element in a row and a column is 0.
  private mutating func rotate(_ row: Int, _ column: Int, _ size: Int) {
    let theta = (self[column, column] - self[row, row]) / (2 * self[row, column])
    let tangent =
      (theta < 0 ? -1 : 1) / (abs(theta) + (theta * theta + 1).squareRoot())
    let cosine = 1 / (tangent * tangent + 1).squareRoot()
    let sine = tangent * cosine
    for place in 0..<size {
      let (one, other) = (self[place, row], self[place, column])
      self[place, row] = cosine * one - sine * other
      self[place, column] = sine * one + cosine * other
    }
    for place in 0..<size {
      let (one, other) = (self[row, place], self[column, place])
      self[row, place] = cosine * one - sine * other
      self[column, place] = sine * one + cosine * other
    }
  }
}
