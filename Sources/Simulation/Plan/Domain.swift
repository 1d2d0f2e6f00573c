/// What a pupil's true level is about. The levels of one pupil are correlated.
package enum Domain: Int, Sendable, CaseIterable {
  case reading, spelling, maths, language, wellbeing, motor
}
