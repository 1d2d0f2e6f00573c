import Analysis
import ProvisionModel

/// The pictures of a page. They show what the tables beside them show, and nothing that those keep
/// from the governors.
extension Pages {
  /// The effects of interventions on the two predictions from classmates.
  ///
  /// - Parameters:
  ///   - id: The beginning of the pictures' ids.
  ///   - title: What the rows are of.
  func rangePictures(_ things: [InterventionProgress], id: String, _ title: Sentence) -> [Picture] {
    typealias Evidence = InterventionFigures
    let rows = things.compactMap { thing -> RangePicture.Row? in
      let row = pack.row(thing)
      guard let range = row.ends(Evidence.rangeLow, Evidence.rangeHigh),
        let outer = row.ends(Evidence.outerLow, Evidence.outerHigh), let measure = thing.measure,
        row[Evidence.verdict].isValue
      else { return nil }
      let evidence = thing.evidence
      return RangePicture.Row(
        name: pack.name(of: thing), measure: data.measures[measure].name,
        basis: evidence.basis.note, verdict: evidence.verdict.title,
        shape: evidence.verdict.shape, style: evidence.verdict.style, range: range, outer: outer)
    }
    return RangePicture.pictures(
      id: id, title: "\(title): progress compared with classmates’, with how sure it is",
      rows: rows, smallest: data.settings.evidence.smallestEffect,
      naming: isMarked ? "intervention measure range_low range_high outer_low outer_high" : "")
  }

  /// The TAs or groups of the term, in the order of their table.
  func unitsPictures(_ kind: UnitKind) -> [Picture] {
    let all = pack.units.filter { $0.period == .term && $0.kind == kind }
    let drawn = all.filter { $0.pooled != nil && pack.shows(.pooled, of: $0) }
    let rows = drawn.compactMap { thing -> UnitsPicture.Row? in
      let row = pack.row(thing)
      guard let finding = thing.pooled?.finding, let shrunk = row[UnitFigures.shrunk].number,
        let own = row[UnitFigures.mean].number
      else { return nil }
      return UnitsPicture.Row(
        name: pack.labelled(pack.name(of: thing), thing.school), finding: finding.title,
        shape: finding.shape, shrunk: shrunk,
        interval: finding == .noDifferenceShown
          ? nil : row.ends(UnitFigures.low, UnitFigures.high), own: own)
    }
    let left = all.count - rows.count
    let what = kind == .teachingAssistant ? "TA" : "group"
    let note: Sentence =
      left > 0
      ? " Not drawn: \(Wording.count(left, what, is: "units")) without a figure in the table." : ""
    let title: Sentence = kind == .teachingAssistant ? "TAs" : "TA groups"
    return UnitsPicture.pictures(
      id: "units-\(kind.rawValue)", title: "\(title): progress of their pupils", rows: rows,
      mean: isForSENCo ? meanOfAll(drawn) : nil, note: note,
      naming: isMarked ? "unit mean_progress shrunk_progress shrunk_low shrunk_high" : "")
  }

  /// The mean of the episodes of all units, ȳ of METHOD §8; nil for several schools, each of which
  /// has its own.
  private func meanOfAll(_ rows: [UnitProgress]) -> Double? {
    guard !pack.isOfSeveralSchools else { return nil }
    let used = rows.reduce(0) { $0 + $1.used }
    guard used > 0 else { return nil }
    return rows.reduce(0) { $0 + Double($1.used) * ($1.pooled?.mean ?? 0) } / Double(used)
  }

  /// A slope picture of each intervention and measure of the term.
  var slopePictures: [Picture] {
    let figures = pack.figures
    var paired: [SlopeKey: [Int]] = [:]
    for (position, episode) in figures.episodes.enumerated()
    where endedInTerm(episode) && figures.links[position].isPaired {
      paired[SlopeKey(episode), default: []].append(position)
    }
    let keys = ScalarOrder.sorted(Array(paired.keys)) {
      [data.interventions[$0.intervention].name, data.measures[$0.measure].name]
    }
    return keys.prefix(Picture.mostRowsInAll).enumerated().compactMap { index, key in
      let measure = data.measures[key.measure]
      return SlopePicture.picture(
        id: "slope-\(index + 1)",
        title: "\(data.interventions[key.intervention].name): \(scaleName(key.measure))",
        lines: (paired[key] ?? []).compactMap(slope), measure: measure)
    }
  }

  private func slope(_ position: Int) -> SlopePicture.Line? {
    let link = pack.figures.links[position]
    guard let baseline = link.baseline, let outcome = link.outcome else { return nil }
    return SlopePicture.Line(
      name: pack.name(ofPupil: pack.figures.episodes[position].pupil), baseline: baseline.value,
      outcome: outcome.value, isOnTrack: link.isOnTrack)
  }

  /// Attendance against progress in the term; hours where attendance is not known of enough.
  var dosePicture: Picture? {
    let figures = pack.figures
    func dots(_ dose: (Dose) -> Double?) -> [DosePicture.Dot] {
      figures.episodes.indices.compactMap { position in
        let episode = figures.episodes[position]
        guard endedInTerm(episode), let progress = figures.progressInSD(position),
          let dose = dose(figures.doses[episode.row])
        else { return nil }
        let name = data.interventions[episode.intervention].name
        return DosePicture.Dot(
          name: "\(pack.name(ofPupil: episode.pupil)), \(name)", dose: dose, progress: progress)
      }
    }
    return DosePicture.picture(
      id: "dose", title: "Attendance and progress, interventions that ended in the term",
      dots: dots { $0.attendance.map { $0 * 100 } }, doseName: "Sessions attended", unit: "%")
      ?? DosePicture.picture(
        id: "dose", title: "Hours and progress, interventions that ended in the term",
        dots: dots(\.hours), doseName: "Hours attended", unit: " hours")
  }

  /// A measure with what one has to know to read its axis.
  func scaleName(_ position: Int) -> String {
    data.measures[position].kind == .age
      ? "\(data.measures[position].name) (years:months)" : pack.title(ofMeasure: position)
  }

  /// Whether an episode ended in the reported term.
  func endedInTerm(_ episode: Episode) -> Bool {
    guard episode.status == .ended, let end = episode.end else { return false }
    return evaluation.term.contains(end)
  }
}

private struct SlopeKey: Hashable {
  var intervention: Int
  var measure: Int

  init(_ episode: Episode) {
    intervention = episode.intervention
    measure = episode.measure
  }
}

extension ReleasedRow {
  /// From one number to another; nil where one of them is not there or kept back.
  fileprivate func ends(_ low: Figure<Row>, _ high: Figure<Row>) -> ClosedRange<Double>? {
    guard let low = self[low].number, let high = self[high].number else { return nil }
    return min(low, high)...max(low, high)
  }
}

extension Verdict {
  /// The verdict's style in a picture.
  fileprivate var style: String {
    switch self {
    case .better: "two"
    case .worse: "three"
    case .same: "one"
    case .likelyBetter, .noGain, .unclear, .countsOnly, .notJudged, .tooFew: "open"
    }
  }
}

extension Basis {
  /// What has to be known of the basis beside a verdict, in a few words.
  fileprivate var note: String {
    switch self {
    case .twoPredictions, .none: ""
    case .expectedProgress: "expected progress only"
    }
  }
}

extension UnitFinding {
  /// The finding's mark; nil: a dot.
  fileprivate var shape: MarkShape? {
    switch self {
    case .above: .up
    case .below: .down
    case .notDistinguishable, .noDifferenceShown: nil
    }
  }
}
