import ProvisionModel

/// Words for what a school decides.
enum DecisionText {
  /// What a word says, without regard to case, spaces and punctuation; nil where it says nothing.
  ///
  /// The words for recommendations are taken too: who agrees with one writes it as the decision.
  static func kind(_ text: String) -> DecisionKind? {
    let key = PlainName.key(text)
    if let recommendation = Recommendation.allCases.first(where: {
      PlainName.key($0.rawValue) == key
    }) {
      return kind(of: recommendation)
    }
    return kinds[key]
  }

  private static func kind(of recommendation: Recommendation) -> DecisionKind {
    switch recommendation {
    case .continue, .checkDelivery, .assess: .continue
    case .varyFrequency, .varyDuration, .varyGroupSize, .varyPupils: .vary
    case .stopOrReplace: .stop
    }
  }

  private static let kinds: [String: DecisionKind] = [
    "keep": .continue, "carryon": .continue, "goon": .continue, "vary": .vary, "change": .vary,
    "adapt": .vary, "amend": .vary, "stop": .stop, "end": .stop, "cease": .stop,
    "discontinue": .stop, "replace": .stop, "start": .start, "begin": .start, "introduce": .start,
    "new": .start,
  ]
}
