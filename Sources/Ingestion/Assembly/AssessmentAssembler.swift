import Diagnostics
import ProvisionModel
import Synchronization

/// Makes the table of scores, sorted by pupil, measure and date, of the rows of the tracking files.
///
/// Rows are put where they belong by counting: how many scores each pupil has on each measure tells
/// where the next one goes. Files come in order of date mostly, so that what is left to sort is
/// little. Groups of neighbouring stretches are worked on at the same time; each knows from the
/// counts of the groups before it where its own scores begin.
struct AssessmentAssembler {
  private let cells: CellReading
  private let pupilCount: Int
  private let jobs: Int
  /// How many runs each pupil has: one for each measure, unless that would be more than there are
  /// scores.
  private var runsOfPupil = 1

  /// - Parameters:
  ///   - cells: What makes scores of cells.
  ///   - pupilCount: How many pupils there are in all.
  ///   - jobs: How many threads may work at the same time.
  init(_ cells: CellReading, pupilCount: Int, jobs: Int) {
    self.cells = cells
    self.pupilCount = pupilCount
    self.jobs = jobs
  }

  /// The table of all rows that hold a score, and what was found about the others.
  ///
  /// - Complexity: O(*n* + *n* · log of the rows of one pupil); rows in order of date cost O(*n*).
  consuming func table(
    _ stretches: consuming [TrackingStretch]
  ) -> (AssessmentTable, CellReading.Found) {
    let rows = stretches.reduce(0) { $0 + $1.rows.count }
    if pupilCount * cells.measures.count <= rows / 2 { runsOfPupil = max(1, cells.measures.count) }
    var groups = readScores(consume stretches)
    var found = CellReading.Found()
    for group in groups { found.append(group.found) }
    let others = groups.flatMap { $0.stretches.flatMap(\.rows.others) }
    let firstOfRun = placeRuns(&groups)
    let hasPositions = groups.contains {
      $0.stretches.contains { !$0.rows.positions.isEmpty }
    }
    var columns = fill(&groups, count: Int(firstOfRun.last ?? 0), hasPositions: hasPositions)
    var firstRow = (0...pupilCount).map { firstOfRun[$0 * runsOfPupil] }
    let unsorted = unsortedPupils(columns, firstRow)
    sort(&columns, firstRow, unsorted)
    mergeSameDays(&columns, &firstRow, unsorted, others, &found)
    return (
      AssessmentTable(
        firstRow: firstRow, measure: columns.measure, day: columns.day,
        score: PackedScores(digits: columns.digits, decimals: columns.decimals, others: others),
        censoring: columns.censoring, line: columns.line, file: columns.file),
      found
    )
  }

  /// Neighbouring stretches.
  private struct Group {
    var stretches: [TrackingStretch] = []
    /// For each run, how many scores it has in the group; later where the next of them goes.
    var next: [UInt32] = []
    var found = CellReading.Found()
  }

  /// Reads the scores of all stretches, in as many groups as there are threads.
  private func readScores(_ stretches: consuming [TrackingStretch]) -> [Group] {
    let count = max(1, min(jobs, stretches.count))
    let size = (stretches.count + count - 1) / count
    // Nobody else may hold a stretch, or it would be copied when it is changed.
    var parts = (0..<count).map { _ in Group() }
    for (index, stretch) in stretches.enumerated() { parts[index / size].stretches.append(stretch) }
    stretches = []
    let groups = Mutex(consume parts)
    Concurrently.forEach(count: count, jobs: jobs) { index in
      var group = Self.take(index, of: groups)
      group.next = [UInt32](repeating: 0, count: pupilCount * runsOfPupil)
      for stretch in group.stretches.indices {
        cells.resolve(&group.stretches[stretch], &group.found)
        for row in group.stretches[stretch].rows.rows where row.pupil != CellReading.noPupil {
          group.next[run(of: row)] += 1
        }
      }
      groups.withLock { $0[index] = group }
    }
    return groups.withLock { groups in
      var taken: [Group] = []
      swap(&taken, &groups)
      return taken
    }
  }

  @inline(__always)
  private func run(of row: TrackingRow) -> Int {
    runsOfPupil == 1 ? Int(row.pupil) : Int(row.pupil) * runsOfPupil + Int(row.measure)
  }

  /// Takes a group out, so that nobody else holds what is in it.
  private static func take(_ index: Int, of groups: borrowing Mutex<[Group]>) -> Group {
    groups.withLock { groups in
      var taken = Group()
      swap(&taken, &groups[index])
      return taken
    }
  }

  /// Turns the counts of each group into the places of its first scores; the first row of each run,
  /// one entry more than there are runs.
  private func placeRuns(_ groups: inout [Group]) -> [UInt32] {
    var firstOfRun = [UInt32](repeating: 0, count: pupilCount * runsOfPupil + 1)
    var next: UInt32 = 0
    for run in 0..<pupilCount * runsOfPupil {
      firstOfRun[run] = next
      for group in groups.indices {
        let count = groups[group].next[run]
        groups[group].next[run] = next
        next += count
      }
    }
    firstOfRun[pupilCount * runsOfPupil] = next
    return firstOfRun
  }

  /// Puts all scores into their places.
  private func fill(
    _ groups: inout [Group], count: Int, hasPositions: Bool
  ) -> AssessmentColumns {
    var firstOther: Int32 = 0
    let firstOthers = groups.map { group in
      defer { firstOther += Int32(group.stretches.reduce(0) { $0 + $1.rows.others.count }) }
      return firstOther
    }
    let left = Mutex(groups)
    let groupCount = groups.count
    groups = []
    let positions = Mutex([UInt16](repeating: .max, count: hasPositions ? count : 0))
    var columns = ScoreColumns.filled(count: count) { columns in
      Concurrently.forEach(count: groupCount, jobs: jobs) { index in
        var group = Self.take(index, of: left)
        var firstOther = firstOthers[index]
        // Each stretch is let go as soon as its scores are in their places.
        group.stretches.reverse()
        while let stretch = group.stretches.popLast() {
          let file = stretch.file
          stretch.rows.lines.forEach(rows: stretch.rows.count) { rows, offset in
            for number in rows {
              let row = stretch.rows[number]
              if row.pupil == CellReading.noPupil { continue }
              let run = run(of: row)
              let place = Int(group.next[run])
              group.next[run] += 1
              columns.set(
                place, to: row, line: number + offset, file: file, firstOther: firstOther)
              if !stretch.rows.positions.isEmpty {
                positions.withLock { $0[place] = stretch.rows.positions[number] }
              }
            }
          }
          firstOther += Int32(stretch.rows.others.count)
        }
      }
    }
    columns.position = positions.withLock { $0 }
    return columns
  }

  /// Pupils whose rows are not in order of measure and date, or have two on the same.
  private func unsortedPupils(_ columns: AssessmentColumns, _ firstRow: [UInt32]) -> [Int] {
    (0..<pupilCount).filter { pupil in
      let rows = Int(firstRow[pupil])..<Int(firstRow[pupil + 1])
      return rows.dropFirst().contains { row in
        columns.measure[row - 1] > columns.measure[row]
          || columns.measure[row - 1] == columns.measure[row]
            && columns.day[row - 1] >= columns.day[row]
      }
    }
  }

  /// Sorts the rows of some pupils by measure and date; those of one measure and date stay in file
  /// order.
  private func sort(
    _ columns: inout AssessmentColumns, _ firstRow: [UInt32], _ pupils: [Int]
  ) {
    for pupil in pupils {
      let rows = Int(firstRow[pupil])..<Int(firstRow[pupil + 1])
      let order = rows.sorted { left, right in
        (columns.measure[left], columns.day[left], left)
          < (columns.measure[right], columns.day[right], right)
      }
      columns.rearrange(rows, order)
    }
  }
}

// MARK: - Two scores of one day

extension AssessmentAssembler {
  /// Leaves one row of each pupil, measure and date: equal scores count once; of different ones
  /// the later in the files is used and the earlier is a finding (METHOD §3).
  private func mergeSameDays(
    _ columns: inout AssessmentColumns, _ firstRow: inout [UInt32], _ pupils: [Int],
    _ others: [Double], _ found: inout CellReading.Found
  ) {
    var isDropped: Set<Int> = []
    for pupil in pupils {
      let rows = Int(firstRow[pupil])..<Int(firstRow[pupil + 1])
      guard var last = rows.first else { continue }
      for row in rows.dropFirst() {
        let isSameDay =
          columns.measure[last] == columns.measure[row] && columns.day[last] == columns.day[row]
        guard isSameDay else {
          last = row
          continue
        }
        if isSameScore(columns, last, row, others) {
          isDropped.insert(row)
          continue
        }
        addConflict(columns, last, later: row, others, &found)
        isDropped.insert(last)
        last = row
      }
    }
    if isDropped.isEmpty { return }
    let kept = columns.measure.indices.filter { !isDropped.contains($0) }
    columns.keep(kept)
    var next = 0
    for pupil in firstRow.indices {
      while next < kept.count, kept[next] < firstRow[pupil] { next += 1 }
      firstRow[pupil] = UInt32(next)
    }
  }

  private func value(_ columns: AssessmentColumns, _ row: Int, _ others: [Double]) -> Double {
    columns.decimals[row] == PackedScore.apart
      ? others[Int(columns.digits[row])]
      : PackedScore(digits: columns.digits[row], decimals: columns.decimals[row]).value
  }

  private func isSameScore(
    _ columns: AssessmentColumns, _ left: Int, _ right: Int, _ others: [Double]
  ) -> Bool {
    value(columns, left, others) == value(columns, right, others)
      && columns.censoring[left] == columns.censoring[right]
  }

  private func addConflict(
    _ columns: AssessmentColumns, _ earlier: Int, later: Int, _ others: [Double],
    _ found: inout CellReading.Found
  ) {
    let measure = cells.measures[Int(columns.measure[earlier])]
    let date = Day(number: columns.day[earlier])
    let file = cells.files[Int(columns.file[earlier])]
    let place =
      columns.file[earlier] == columns.file[later]
      ? "line \(columns.line[later])"
      : "\(cells.files[Int(columns.file[later])].name):\(columns.line[later])"
    let position = columns.position.isEmpty ? UInt16.max : columns.position[earlier]
    found.findings.append(
      file.scoreFinding(
        .conflictingScores, line: Int(columns.line[earlier]),
        position: position == .max ? nil : position,
        value: measure.text(of: value(columns, earlier, others)),
        message: "the pupil has another score on \"\(measure.name)\" for \(date) on \(place), "
          + "which is used"))
  }
}
