/// What is suggested for a pupil on one measure (KPI 5.6). The school decides.
package enum NextStep: String, Sendable, CaseIterable {
  /// The pupil is where the cohort is: the support may end.
  case readyToLeave = "ready-to-leave"
  /// Too little was attended to judge the support.
  case checkAttendance = "check-attendance"
  /// Of several interventions at once nobody can tell which one helps.
  case oneAtATime = "one-at-a-time"
  /// Terms in a row without the expected progress.
  case changeSupport = "change-support"
  /// An episode ended without a test.
  case test
  /// Not on track, but not for long enough to change the support.
  case watch
  /// Nothing speaks against the support, or nothing is known yet.
  case goOn = "go-on"
  /// Nobody has said which measure the support is about.
  case nameMeasure = "name-measure"
  /// Far under the cohort, and without support.
  case considerSupport = "consider-support"
}
