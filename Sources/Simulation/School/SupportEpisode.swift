package import ProvisionModel

/// A pupil's time in an intervention: a row of the provision map.
package struct SupportEpisode: Sendable {
  /// The pupil's place in the roll.
  package var pupil: Int
  /// The intervention's place in the catalogue.
  package var intervention: Int
  /// The term in which it begins.
  package var term: Int
  /// The term whose tests are its outcome; nil while it goes on.
  package var lastTerm: Int?
  /// The first day.
  package var start: Day
  /// The last day; nil while it goes on.
  package var end: Day?
  /// The group's letters within the intervention and term; nil for one-to-one.
  package var group: Int?
  /// The TA, and a second one for some groups; nil for universal provision.
  package var assistants: (Int, Int?)?
  /// Sessions a week.
  package var sessions: Int
  /// Minutes a session.
  package var minutes: Int
  /// Sessions planned in all.
  package var planned: Int
  /// Sessions attended.
  package var attended: Int
}
