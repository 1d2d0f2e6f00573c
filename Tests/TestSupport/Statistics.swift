/// The arithmetic mean.
package func mean(_ values: [Double]) -> Double {
  values.reduce(0, +) / Double(values.count)
}

/// The product-moment correlation.
package func correlation(_ x: [Double], _ y: [Double]) -> Double {
  let (meanX, meanY) = (mean(x), mean(y))
  let products = zip(x, y).map { ($0 - meanX) * ($1 - meanY) }.reduce(0, +)
  let squaresX = x.map { ($0 - meanX) * ($0 - meanX) }.reduce(0, +)
  let squaresY = y.map { ($0 - meanY) * ($0 - meanY) }.reduce(0, +)
  return products / (squaresX * squaresY).squareRoot()
}
