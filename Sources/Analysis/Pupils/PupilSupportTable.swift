import ProvisionModel
import Threading

/// All rows of KPI 5.6 pupil by pupil.
struct PupilSupportTable {
  private let figures: EpisodeFigures
  private let data: SchoolData
  private let term: Term
  private let asOf: Day
  private let history: SupportHistory
  private let latestScores: LatestScores

  /// The rows of a reported term, as far as the as-of date knows.
  init(figures: EpisodeFigures, term: Term, asOf: Day) {
    self.figures = figures
    self.data = figures.data
    self.term = term
    self.asOf = asOf
    history = SupportHistory(figures: figures, term: term, asOf: asOf)
    latestScores = LatestScores(figures: figures, term: term, asOf: asOf)
  }

  /// The rows, in order of school, pupil and measure.
  ///
  /// - Complexity: O(*p* · *m* log *n*) for *p* pupils, *m* measures of their school's support and
  ///   *n* scores of a pupil, and the sorting of the rows.
  func rows(jobs: Int) -> [PupilSupport] {
    guard asOf >= term.first else { return [] }
    let measures = history.measuresOfSchools()
    return sorted(
      Concurrently.flatMap(count: data.pupils.count, inLotsOf: 4096, jobs: jobs) { pupils in
        var rows: [PupilSupport] = []
        for pupil in pupils {
          let supported = history.measuresUnderWay(pupil: pupil)
          for measure in supported { rows.append(supportedRow(pupil, measure)) }
          for measure in measures[data.pupils[pupil].school] where !supported.contains(measure) {
            addUnserved(pupil, measure, to: &rows)
          }
        }
        return rows
      })
  }

  /// Rows in order of school, pupil and measure.
  private func sorted(_ rows: [PupilSupport]) -> [PupilSupport] {
    let schools = ScalarOrder.ranks(data.schools)
    let measures = ScalarOrder.ranks(data.measures.map(\.name))
    let order = rows.indices.sorted { left, right in
      let (one, other) = (rows[left].pupil, rows[right].pupil)
      if one != other {
        let ranks = (schools[data.pupils[one].school], schools[data.pupils[other].school])
        if ranks.0 != ranks.1 { return ranks.0 < ranks.1 }
        if ScalarOrder.precedes(data.pupils[one].id, data.pupils[other].id) { return true }
        if ScalarOrder.precedes(data.pupils[other].id, data.pupils[one].id) { return false }
      }
      return (measures[rows[left].measure], left) < (measures[rows[right].measure], right)
    }
    return order.map { rows[$0] }
  }

  private func row(_ pupil: Int, _ measure: Int) -> PupilSupport {
    PupilSupport(school: data.pupils[pupil].school, pupil: pupil, measure: measure)
  }

  /// Adds a row of a pupil without support who is far under the cohort.
  private func addUnserved(_ pupil: Int, _ measure: Int, to rows: inout [PupilSupport]) {
    guard let latest = latestScores.recent(pupil: pupil, measure: measure),
      latest.isUnder(data.settings.thresholds.notServedBelow)
    else { return }
    var row = row(pupil, measure)
    row.latest = latest
    row.plannedStart = history.plannedStart(pupil: pupil, measure: measure)
    rows.append(row)
  }

  private func supportedRow(_ pupil: Int, _ measure: Int) -> PupilSupport {
    let past = history.past(pupil: pupil, measure: measure)
    let now = past.filter { history.isUnderWay($0) }
    var row = row(pupil, measure)
    row.episodes = now
    row.isMeasureNamed = history.isNamed[now[0]]
    row.interventions = figures.interventions(now)
    row.attendance = attendance(now)
    row.latest = latestScores.latest(pupil: pupil, measure: measure)
    row.isSeveralAtOnce = row.isMeasureNamed && isSeveralAtOnce(now)
    row.missed = history.missed(past)
    let ended = history.latestEnded(now)
    row.ended = ended.first { figures.links[$0].isOnTrack == true } ?? ended.first
    row.isOnTrack = row.ended.flatMap { figures.links[$0].isOnTrack }
    row.isChangedSince = isChanged(now, since: row.missed)
    row.nextStep = nextStep(row)
    return row
  }

  private func intervention(_ position: Int) -> Int {
    figures.episodes[position].intervention
  }

  /// Whether some of a pupil's episodes go on, none of them of an intervention of the missed terms.
  private func isChanged(_ now: [Int], since missed: [Int]) -> Bool {
    let goingOn = now.filter { !history.hasEndedInTerm($0) }
    return !goingOn.isEmpty
      && !goingOn.contains { one in
        missed.contains { intervention($0) == intervention(one) }
      }
  }

  /// Of an episode under way the planned sessions are still to come.
  private func attendance(_ positions: [Int]) -> Double? {
    let ended = positions.filter { figures.episodes[$0].status == .ended }
    return figures.dose(ended).attendance
  }

  private func isSeveralAtOnce(_ positions: [Int]) -> Bool {
    positions.indices.contains { one in
      positions[(one + 1)...].contains { other in
        intervention(positions[one]) != intervention(other)
          && history.daysInTerm(positions[one]).overlaps(history.daysInTerm(other))
      }
    }
  }

  /// What is suggested: the first that holds.
  private func nextStep(_ row: PupilSupport) -> NextStep {
    let thresholds = data.settings.thresholds
    guard row.isMeasureNamed else { return .nameMeasure }
    if row.isOnTrack != false, isReady(row) { return .readyToLeave }
    if let attendance = row.attendance, attendance < thresholds.lowAttendance {
      return .checkAttendance
    }
    if row.isSeveralAtOnce { return .oneAtATime }
    if row.termsWithoutProgress >= thresholds.termsWithoutProgress, !row.isChangedSince {
      return .changeSupport
    }
    if let ended = row.ended, figures.links[ended].outcome == nil { return .test }
    return row.isOnTrack == false ? .watch : .goOn
  }

  /// Whether the latest score is at the cohort, and is not the one for which the pupil was chosen: a
  /// baseline may lie some days after the start (METHOD §3).
  private func isReady(_ row: PupilSupport) -> Bool {
    guard let latest = row.latest,
      let start = row.episodes.map({ figures.episodes[$0].start }).min(),
      latest.score.day > start.advanced(by: data.settings.linking.baselineDaysAfter)
    else { return false }
    return latest.isAtLeast(data.settings.thresholds.readyToLeave)
  }
}
