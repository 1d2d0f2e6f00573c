/// What a row's effect rests on (METHOD §6).
package enum Basis: String, Sendable, CaseIterable {
  /// Both contrasts: the answer is the range between them.
  case similarPupils = "similar-pupils"
  /// The growth contrast alone; it flatters where pupils were picked by score.
  case classmates
  /// Gains beside the expected ones; nobody to compare with.
  case expectedProgress = "expected-progress"
  /// Nothing.
  case none

  /// The basis of a set of episodes, by which of its effects there are.
  init(matched: Effect?, growth: Effect?, expected: Effect?) {
    if matched != nil, growth != nil {
      self = .similarPupils
    } else if growth != nil {
      self = .classmates
    } else if expected != nil {
      self = .expectedProgress
    } else {
      self = .none
    }
  }
}
