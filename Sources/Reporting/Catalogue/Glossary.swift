/// A word that a page uses, and what it means.
struct GlossaryEntry: Sendable {
  /// The end of the id of its element.
  let id: String
  /// The word.
  let title: String
  /// What it means, as HTML of the program's own; `{better}`, `{likely}` and `{smallestEffect}` stand for the
  /// settings.
  let text: String
  /// The readers whose page has it.
  let audience: Audience

  /// An entry.
  init(_ id: String, _ title: String, _ text: String, for audience: Audience = .everyone) {
    self.id = id
    self.title = title
    self.text = text
    self.audience = audience
  }

  /// The id of its element.
  var anchor: String { "word-\(id)" }
}

/// The words of the pages.
extension GlossaryEntry {
  static let episode = GlossaryEntry(
    "episode", "Intervention, episode",
    "Extra teaching in a programme; one pupil in it from start to end. A pupil may have "
      + "several episodes.")
  static let measure = GlossaryEntry(
    "measure", "Measure",
    "The test or scale on which progress is looked at.")
  static let pupils = GlossaryEntry(
    "pupils", "Pupils",
    "How many pupils finished the intervention in the time that the table is about. A "
      + "pupil counts once.")
  static let underWay = GlossaryEntry(
    "under-way", "Under way",
    "Pupils who have begun and not finished on the day up to which things are known.")
  static let bothTests = GlossaryEntry(
    "both-tests", "Both tests, both scores",
    "Episodes with a score at their start and at their end. Means and shares rest on "
      + "these.")
  static let startToEnd = GlossaryEntry(
    "start-to-end", "Start to end",
    "The score (or mean of scores) near the day on which the intervention began, and near "
      + "its last day. <a href=\"#how\">Which days count</a>.")
  static let gain = GlossaryEntry(
    "gain", "Gain, mean gain",
    "The end score less the start score, turned round where lower is better; the mean of "
      + "these. A gain is not an effect: pupils also grow without help.")
  static let range95 = GlossaryEntry(
    "range-95", "95% range",
    "How far chance may have moved the figure beside it: ranges made in this way hold the "
      + "true one 19 times out of 20. Few pupils make it wide.")
  static let expected = GlossaryEntry(
    "expected", "Expected",
    "The ordinary gain over the same time: as many months as passed for a test in ages, 0 "
      + "for a standardised score, for points what the school’s settings say.")
  static let onTrack = GlossaryEntry(
    "on-track", "On track",
    "A gain of at least what is expected in the time.")
  static let metTarget = GlossaryEntry(
    "met-target", "Met target",
    "An end score that reaches the target of the provision map, of those episodes that "
      + "have one.")
  static let attendance = GlossaryEntry(
    "attendance", "Attendance",
    "Sessions attended, of those planned.")
  static let hours = GlossaryEntry(
    "hours", "Hours a pupil",
    "Sessions attended times their length; the mean of the pupils.")
  static let cost = GlossaryEntry(
    "cost", "Cost a pupil",
    "What the provision map says; else hours times the TAs’ hourly rate, shared among the "
      + "pupils of the group.")
  static let ratioGain = GlossaryEntry(
    "ratio-gain", "Ratio gain",
    "Months gained in all for each month that passed, on tests in ages; what it is called "
      + "goes by Brooks’ bands.")
  static let direction = GlossaryEntry(
    "direction", "Up, same, down",
    "Pupils whose teacher assessment at the end is above, at or below that of the start.")
  static let classmates = GlossaryEntry(
    "classmates", "Classmates",
    "Pupils of the same school and year group who took comparable tests without support.")
  static let predictions = GlossaryEntry(
    "predictions", "Two predictions",
    "What the pupils would have reached without the intervention, predicted from classmates’ scores in "
      + "two ways: fair if pupils were chosen by those scores, and fair if they were chosen for a need "
      + "that staff know better.")
  static let compared = GlossaryEntry(
    "compared", "Compared",
    "Episodes of pupils whose classmates took comparable tests, of those with both tests.")
  static let effectSize = GlossaryEntry(
    "effect-size", "Effect size",
    "How much further pupils came than was predicted without it, in standard "
      + "deviations (SD) of the test. 0: just as far. About two thirds of all pupils lie "
      + "within 1 SD of the mean.")
  static let range = GlossaryEntry(
    "range", "Range",
    "From the smaller to the larger of the two predictions’ effects. The truth is thought to lie "
      + "between.")
  static let outerRange = GlossaryEntry(
    "outer-range", "Outer 95% range",
    "What chance may have added to or taken from both ends. Few pupils make it wide.")
  static let verdict = GlossaryEntry(
    "verdict", "Verdict",
    "Better: the chance of a gain worth having, one over {smallestEffect} SD, is at least {better} at both "
      + "predictions. Likely better: at least {likely}. The other verdicts are under "
      + "<a href=\"#how\">how these figures are made</a>.")
  static let unclear = GlossaryEntry(
    "unclear", "Unclear",
    "The data cannot tell. It is no finding that the intervention does nothing.")
  static let evidence = GlossaryEntry(
    "evidence", "Evidence",
    "From 0 (none) to 4 (many pupils, most of them compared).")
  static let beware = GlossaryEntry(
    "beware", "Beware",
    "What makes the figures of the row less sure than they look.")
  static let monthsOfProgress = GlossaryEntry(
    "months-of-progress", "Months of progress",
    "The effect size in months of ordinary school progress, by the table of the Education "
      + "Endowment Foundation.")
  static let beforeAndNow = GlossaryEntry(
    "before-and-now", "Before, now",
    "What the provision map has in the term before, and in this one.")
  static let joinedAndLeft = GlossaryEntry(
    "joined-and-left", "Joined, stayed, left",
    "Pupils who were not in the intervention in the term before, those who were, and "
      + "those who no longer are.")
  static let recommended = GlossaryEntry(
    "recommended", "Recommended",
    "What the rules below the table make of the evidence, the attendance and the form of "
      + "the intervention. It is a suggestion: the school decides.")
  static let form = GlossaryEntry(
    "form", "Sessions a week, minutes, weeks, pupils a group",
    "Means of the provision map’s rows that were under way in the term.", for: .senco)
  static let followedThrough = GlossaryEntry(
    "followed-through", "Followed through",
    "Whether the provision map of the term after the decision shows what was decided: "
      + "yes; partly; no; or the map cannot show it.")
  static let besideEachOther = GlossaryEntry(
    "beside-each-other", "Beside each other",
    "Whether the outer 95% ranges of two terms lie apart. Where they touch, no difference "
      + "is shown, which is the rule for small groups.")
  static let decision = GlossaryEntry(
    "decision", "Latest decision",
    "What the school’s own list of decisions says last about the intervention.")
  static let progressSd = GlossaryEntry(
    "progress-sd", "Progress (SD)",
    "The mean progress of the pupils of a TA or group beside that of their classmates, in "
      + "standard deviations of the tests, drawn towards the mean of all by as much as luck "
      + "may have moved it.")
  static let ownMean = GlossaryEntry(
    "own-mean", "Own mean (SD)",
    "The same, not drawn. Of few pupils it is mostly luck.")
  static let besideTheOthers = GlossaryEntry(
    "beside-the-others", "Beside the others",
    "Above or below, where that is more than luck would explain.")
  static let pupilsInTheYear = GlossaryEntry(
    "pupils-in-the-year", "Pupils in the year",
    "Pupils who were in the intervention on a day of the school year so far, whether they "
      + "have finished or not.", for: .senco)
  static let numberOfTas = GlossaryEntry(
    "number-of-tas", "Number of TAs",
    "TAs of the role level who are named in the interventions that ended.", for: .senco)
  static let pupilHours = GlossaryEntry(
    "pupil-hours", "Pupil-hours",
    "Sessions attended times their length, added up over the pupils.", for: .senco)
  static let taHours = GlossaryEntry(
    "ta-hours", "TA-hours",
    "An estimate of the hours taught: pupil-hours divided by the pupils in the group "
      + "while the intervention lasted, times the TAs of the level who taught it.", for: .senco)
  static let standing = GlossaryEntry(
    "standing", "Standing (SD)",
    "How far the pupil’s latest score lies over the mean of the year group in that term, "
      + "in standard deviations (SD) of the test; with a minus on the poor side. Where the "
      + "year group has few scores, the mean of the test.", for: .senco)
  static let findings = GlossaryEntry(
    "findings", "How many",
    "How often something of the kind was found in the files; data-quality.csv lists each.",
    for: .senco)

  /// All of them in their order; those that columns declare for themselves follow.
  static let all: [GlossaryEntry] = [
    .episode, .measure, .pupils, .underWay, .bothTests, .startToEnd, .gain, .range95, .expected,
    .onTrack, .metTarget, .attendance, .hours, .cost, .ratioGain, .direction, .classmates,
    .predictions, .compared, .effectSize, .range, .outerRange, .verdict, .unclear, .evidence,
    .beware,
    .monthsOfProgress, .beforeAndNow, .joinedAndLeft, .recommended, .form, .followedThrough,
    .besideEachOther, .decision, .progressSd, .ownMean, .besideTheOthers, .pupilsInTheYear,
    .numberOfTas, .pupilHours, .taHours, .standing, .findings,
  ]
}
