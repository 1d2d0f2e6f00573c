/// What a measure makes of a score cell.
public enum ScoreReading: Sendable, Equatable {
  /// A score.
  case score(Double)
  /// Nothing, or a code for absent, disapplied and so on: counted, never a score.
  case notAssessed
  /// Not a score of this measure; the text says why.
  case unreadable(String)
  /// A number that the scale does not have; the text says why.
  case outOfRange(String)
}

extension Measure {
  /// Reads a score cell by the measure's kind (METHOD §2).
  ///
  /// - Parameters:
  ///   - shape: What the cell looks like.
  ///   - value: Its number, or months for the shape `age`.
  ///   - text: Its text; looked at only where the shape does not tell all.
  public func reading(
    shape: ScoreShape, value: Double, text: @autoclosure () -> String
  ) -> ScoreReading {
    switch (kind, shape) {
    case (_, .empty):
      return .notAssessed
    case (.ordinal, _):
      return code(text())
    case (_, .text):
      return word(text())
    case (.age, .age):
      return checked(value)
    case (.age, _):
      return age(fromNumber: value, shape: shape, text: text())
    case (.standardised, .age), (.points, .age):
      return .unreadable("\"\(text())\" is an age, but the measure \"\(name)\" is not in ages")
    case (.standardised, _), (.points, _):
      return checked(value)
    }
  }

  private func word(_ text: String) -> ScoreReading {
    notAssessed.contains(text.uppercased())
      ? .notAssessed : .unreadable("cannot read \"\(text)\" as a score of \"\(name)\"")
  }

  private func code(_ text: String) -> ScoreReading {
    if let position = codes.firstIndex(of: text) { return .score(Double(position)) }
    let capitals = text.uppercased()
    if let position = codes.firstIndex(where: { $0.uppercased() == capitals }) {
      return .score(Double(position))
    }
    if notAssessed.contains(capitals) { return .notAssessed }
    let known = codes.isEmpty ? "no codes" : codes.joined(separator: " < ")
    return .unreadable("\"\(text)\" is not a code of \"\(name)\" (\(known))")
  }

  private func age(fromNumber value: Double, shape: ScoreShape, text: String) -> ScoreReading {
    switch ageFormat {
    case nil:
      return .unreadable(
        "\"\(text)\" may be years and months or decimal years; say which in age_format: of "
          + "\"\(name)\" in school.yml")
    case .decimalYears:
      return checked(value * 12)
    case .yearsMonths:
      let years = value.rounded(.down)
      let fraction = value - years
      switch shape {
      case .whole:
        return checked(years * 12)
      case .twoDecimals where (fraction * 100).rounded() <= 11:
        return checked(years * 12 + (fraction * 100).rounded())
      case .oneDecimal where (fraction * 10).rounded() != 1:
        return checked(years * 12 + (fraction * 10).rounded())
      case .oneDecimal:
        // A spreadsheet makes 7.1 of 7.10.
        return .unreadable("\"\(text)\" may be 1 month or 10 months")
      default:
        return .unreadable("\"\(text)\" is not years and months: months go from 0 to 11")
      }
    }
  }

  private func checked(_ value: Double) -> ScoreReading {
    if value < limits.lowerBound {
      return .outOfRange("\(PlainNumber.shortest(value)) is below what \"\(name)\" can give")
    }
    if value > limits.upperBound {
      return .outOfRange("\(PlainNumber.shortest(value)) is above what \"\(name)\" can give")
    }
    return .score(value)
  }

  /// The scores that the scale can give [the measure's unit].
  ///
  /// Where school.yml does not say: six SDs around the mean of a standardised scale, 1 month to 30
  /// years for an age, and four digits for points. Whatever lies outside is another thing that strayed into the column, such
  /// as a date without separators.
  public var limits: ClosedRange<Double> {
    var implied = -9_999.0...9_999
    if kind == .standardised {
      let spread = 6 * (sd ?? 15)
      implied = (mean ?? 100) - spread...(mean ?? 100) + spread
    } else if kind == .age {
      implied = 1...360
    }
    let lowest = minimum ?? implied.lowerBound
    return lowest...max(lowest, maximum ?? implied.upperBound)
  }
}
