package import ProvisionModel

/// A pupil of a made-up school.
package struct MadeUpPupil: Sendable {
  /// SEN status as in the census.
  package enum Status: String, Sendable {
    /// No special need.
    case none = "N"
    /// SEN support.
    case support = "K"
    /// An education, health and care plan.
    case plan = "E"
  }

  /// The number in the admission register; the id is `A` and the number.
  package var number: Int
  /// The name.
  package var name: MadeUpName
  /// The year group in the last term, Reception being 0.
  package var year: Int
  /// The class within the year, from 0.
  package var classIndex: Int
  /// The date of birth.
  package var birth: Day
  /// Whether a boy.
  package var isBoy: Bool
  /// The SEN status.
  package var status = Status.none
  /// The primary need, with SEN support or a plan.
  package var need: Need?
  /// Whether the school gets the pupil premium.
  package var hasPremium: Bool
  /// Whether English is an additional language.
  package var hasOtherLanguage: Bool
  /// Whether looked after by a local authority.
  package var isLookedAfter: Bool
  /// Whether the wellbeing questionnaire is filled in each term.
  package var isWatched = false
  /// The first term on roll; 0: before the first term with interventions.
  package var joined: Int
  /// The last term on roll.
  package var left: Int

  /// The id, e.g. `A00123`.
  package var id: String {
    let digits = String(number)
    return "A" + String(repeating: "0", count: max(0, 5 - digits.utf8.count)) + digits
  }

  /// The year group as the files have it.
  package var yearName: String { year == 0 ? "R" : String(year) }

  /// The class, e.g. `4B`.
  package var className: String { yearName + letters(classIndex) }

  /// Whether on roll in a term.
  package func isOnRoll(in term: Int) -> Bool {
    joined <= term && term <= left
  }
}

/// A, B, … Z, AA, AB, … for 0, 1, …
package func letters(_ index: Int) -> String {
  let letter = String(UnicodeScalar(UInt8(65 + index % 26)))
  return index < 26 ? letter : letters(index / 26 - 1) + letter
}
