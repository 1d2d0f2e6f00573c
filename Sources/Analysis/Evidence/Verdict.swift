import ProvisionModel

extension Verdict {
  /// The verdict on two predictions, of which the first of METHOD §7's lines holds.
  ///
  /// - Parameters:
  ///   - sizes: The effect at each end.
  ///   - chosenBy: How the school says that the pupils were chosen: `scores` lets the score end count
  ///     as both; `need` the need end, on which no more is said than `likely-better`.
  init(_ sizes: Ends<EffectSize>, chosenBy: ChosenBy?, _ settings: EvidenceSettings) {
    let verdict = Verdict(
      Probabilities(Self.counting(sizes, chosenBy: chosenBy), settings), settings)
    self = chosenBy == .need && verdict == .better ? .likelyBetter : verdict
  }

  /// The ends that count: with `scores` and `need` the one of them as both.
  static func counting(
    _ sizes: Ends<EffectSize>, chosenBy: ChosenBy?
  ) -> Ends<EffectSize> {
    switch chosenBy {
    case .scores: Ends { _ in sizes.score }
    case .need: Ends { _ in sizes.need }
    case .both, .unknown, nil: sizes
    }
  }

  private init(_ probabilities: Probabilities, _ settings: EvidenceSettings) {
    if probabilities.better.lowerBound >= settings.better {
      self = .better
    } else if probabilities.worse.lowerBound >= settings.worse {
      self = .worse
    } else if probabilities.same.lowerBound >= settings.same {
      self = .same
    } else if probabilities.better.lowerBound >= settings.likelyBetter {
      self = .likelyBetter
    } else if probabilities.better.upperBound <= settings.noGain {
      self = .noGain
    } else {
      self = .unclear
    }
  }
}
