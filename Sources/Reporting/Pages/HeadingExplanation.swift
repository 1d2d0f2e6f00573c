/// Where the glossary of a page explains the figures under a heading.
enum HeadingExplanation {
  /// The id of the glossary's entry; nil for a heading over names and other texts that need none.
  static func id(of heading: String) -> String? {
    let scalars = heading.unicodeScalars.filter { $0 != "\u{AD}" }
    return entries[String(String.UnicodeScalarView(scalars))].map { "word-\($0)" }
  }

  /// The entry of each heading, by its text without soft hyphens.
  static let entries: [String: String] = [
    "Verdict": "verdict", "Compared": "compared", "Effect size": "effect-size",
    "Outer 95% range": "outer-range", "Months of progress": "months-of-progress",
    "Evidence (0 to 4)": "evidence", "Beware": "beware",
    "Measure": "measure", "Pupils": "pupils", "Pupils who finished": "pupils",
    "Under way": "under-way", "Episodes": "episode", "Both tests": "both-tests",
    "Both scores": "both-tests", "Start to end": "start-to-end", "Start": "start-to-end",
    "End": "start-to-end", "Mean gain": "gain", "Gain": "gain", "95% range": "range-95",
    "Expected": "expected", "On track": "on-track", "Met target": "met-target",
    "Target met": "met-target", "Attendance": "attendance", "Hours a pupil": "hours",
    "Cost a pupil": "cost",
    "Months gained": "ratio-gain", "Months passed": "ratio-gain", "Ratio gain": "ratio-gain",
    "Called": "ratio-gain",
    "Up": "direction", "Same": "direction", "Down": "direction",
    "Before": "before-and-now", "Now": "before-and-now", "Joined": "joined-and-left",
    "Left": "joined-and-left", "Latest decision": "decision",
    "Recommended": "recommended", "Followed through": "followed-through",
    "Verdict before": "verdict", "Verdict now": "verdict",
    "Beside each other": "beside-each-other", "Result, then and after": "beside-each-other",
    "Stayed": "joined-and-left", "Evidence at least": "evidence",
    "Sessions a week": "form", "Minutes": "form", "Weeks": "form", "Pupils a group": "form",
    "Progress (SD)": "progress-sd", "Own mean (SD)": "own-mean",
    "Beside the others": "beside-the-others",
    "How many": "findings",
    "Pupils in the year": "pupils-in-the-year", "Number of TAs": "number-of-tas",
    "Pupil-hours": "pupil-hours", "TA-hours": "ta-hours",
    "Standing (SD)": "standing", "Latest score, standing (SD)": "standing",
  ]
}
