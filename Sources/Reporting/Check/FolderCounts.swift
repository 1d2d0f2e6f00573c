import ProvisionModel

/// Counts of what a folder holds.
enum FolderCounts {
  /// Every measure, with its scores' number, range and dates.
  static func measures(_ data: SchoolData) -> [FolderSummary.MeasureSummary] {
    var tallies = [Tally](repeating: Tally(), count: data.measures.count)
    let table = data.assessments
    for pupil in data.pupils.indices {
      for row in table.rows(ofPupil: pupil) {
        tallies[Int(table.measure[row])].add(
          pupil: pupil, score: table.score[row], isCensored: table.censoring[row] != .none,
          day: table.day[row])
      }
    }
    return zip(data.measures, tallies).map { measure, tally in
      let hasScores = tally.scores > 0
      return FolderSummary.MeasureSummary(
        name: measure.name, kind: measure.kind.rawValue, scores: tally.scores,
        censored: tally.censored, pupils: tally.pupils,
        lowest: hasScores ? measure.text(of: tally.lowest) : nil,
        highest: hasScores ? measure.text(of: tally.highest) : nil,
        firstDate: hasScores ? Day(number: tally.first).description : nil,
        lastDate: hasScores ? Day(number: tally.last).description : nil,
        lowerIsBetter: measure.lowerIsBetter, codes: measure.codes)
    }
  }

  /// Every intervention, with its rows, pupils and dates.
  static func interventions(_ data: SchoolData) -> [FolderSummary.InterventionSummary] {
    var rows = [[Int]](repeating: [], count: data.interventions.count)
    for (index, row) in data.provision.enumerated() { rows[row.intervention].append(index) }
    return zip(data.interventions, rows).filter { !$1.isEmpty }.map { intervention, rows in
      let own = rows.map { data.provision[$0] }
      let named = Set(own.flatMap(\.measures)).union(intervention.measures)
      return FolderSummary.InterventionSummary(
        name: intervention.name, rows: own.count, pupils: Set(own.map(\.pupil)).count,
        firstStart: own.map(\.start).min()?.description,
        lastEnd: own.compactMap(\.end).max()?.description,
        rowsWithoutEnd: own.count { $0.end == nil }, universal: intervention.isUniversal,
        measures: named.sorted().map { data.measures[$0].name })
    }
  }

  /// Pupils by the files that name them.
  static func pupils(_ data: SchoolData) -> FolderSummary.Pupils {
    let scored = data.pupils.indices.map { !data.assessments.rows(ofPupil: $0).isEmpty }
    var supported = [Bool](repeating: false, count: data.pupils.count)
    for row in data.provision { supported[row.pupil] = true }
    func count(_ holds: (Int) -> Bool) -> Int { data.pupils.indices.count(where: holds) }
    return FolderSummary.Pupils(
      listed: count { data.pupils[$0].isListed }, withScores: count { scored[$0] },
      inProvisionMap: count { supported[$0] },
      inProvisionMapWithScores: count { supported[$0] && scored[$0] },
      inAllThree: count { supported[$0] && scored[$0] && data.pupils[$0].isListed })
  }

  /// The first date of the tracking files or the provision maps.
  static func firstDate(_ data: SchoolData) -> Day? {
    let dates = [
      data.assessments.day.min().map { Day(number: $0) }, data.provision.map(\.start).min(),
    ]
    return dates.compactMap(\.self).min()
  }

  private struct Tally {
    var scores = 0
    var censored = 0
    var pupils = 0
    var lowest = Double.infinity
    var highest = -Double.infinity
    var first = Int32.max
    var last = Int32.min
    private var lastPupil = -1

    mutating func add(pupil: Int, score: Double, isCensored: Bool, day: Int32) {
      scores += 1
      if isCensored { censored += 1 }
      if pupil != lastPupil { pupils += 1 }
      lastPupil = pupil
      lowest = min(lowest, score)
      highest = max(highest, score)
      first = min(first, day)
      last = max(last, day)
    }
  }
}
