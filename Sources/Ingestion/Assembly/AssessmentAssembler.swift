import Diagnostics
import ProvisionModel
import Synchronization
import Threading

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
    let counted = readScores(consume stretches)
    var found = CellReading.Found()
    for group in counted { found.append(group.found) }
    let others = counted.flatMap { $0.stretches.flatMap(\.others) }
    let hasPositions = counted.contains {
      $0.stretches.contains { !$0.positions.isEmpty }
    }
    let linesBefore = AssessmentTable.linesBefore(lastLines: lastLines(counted))
    var (firstRow, groups) = placeRuns(consume counted)
    var table = fill(
      &groups, count: Int(firstRow.last ?? 0), linesBefore: linesBefore,
      hasPositions: hasPositions)
    let unsorted = unsortedPupils(table.rows, firstRow)
    sort(&table, firstRow, unsorted)
    mergeSameDays(&table, &firstRow, unsorted, linesBefore, others, &found)
    return (
      AssessmentTable(
        firstRow: firstRow, rows: table.rows, others: others, linesBefore: linesBefore),
      found
    )
  }

  /// Neighbouring stretches with their scores counted.
  private struct CountedGroup {
    var stretches: [ResolvedStretch] = []
    /// For each run how many scores it has in the group.
    var counts: [UInt32] = []
    var found = CellReading.Found()
  }

  /// Neighbouring stretches whose scores have their places in the table.
  private struct PlacedGroup {
    var stretches: [ResolvedStretch] = []
    /// For each run where its next score goes.
    var next: [UInt32] = []
  }

  /// Reads the scores of all stretches, in as many groups as there are threads.
  private func readScores(_ stretches: consuming [TrackingStretch]) -> [CountedGroup] {
    let count = max(1, min(jobs, stretches.count))
    let size = (stretches.count + count - 1) / count
    // Nobody else may hold a stretch, or it would be copied when it is changed.
    var parts = [[TrackingStretch]](repeating: [], count: count)
    for (index, stretch) in stretches.enumerated() { parts[index / size].append(stretch) }
    stretches = []
    let left = Mutex(consume parts)
    let groups = Mutex([CountedGroup](repeating: CountedGroup(), count: count))
    Concurrently.forEach(count: count, jobs: jobs) { index in
      var part = Self.take(index, of: left, leaving: [])
      part.reverse()
      var group = CountedGroup()
      group.counts = [UInt32](repeating: 0, count: pupilCount * runsOfPupil)
      while let read = part.popLast() {
        let stretch = cells.resolve(consume read, &group.found)
        stretch.forEachScore { row, pupil in group.counts[run(pupil, row.measure)] += 1 }
        group.stretches.append(stretch)
      }
      groups.withLock { $0[index] = group }
    }
    return groups.withLock { groups in
      var taken: [CountedGroup] = []
      swap(&taken, &groups)
      return taken
    }
  }

  @inline(__always)
  private func run(_ pupil: Int, _ measure: UInt16) -> Int {
    runsOfPupil == 1 ? pupil : pupil * runsOfPupil + Int(measure)
  }

  /// Takes a part out, so that its arrays are changed in place.
  private static func take<Part: Sendable>(
    _ index: Int, of parts: borrowing Mutex<[Part]>, leaving nothing: Part
  ) -> Part {
    parts.withLock { parts in
      var taken = nothing
      swap(&taken, &parts[index])
      return taken
    }
  }

  /// Turns the counts of each group into the places of its first scores; the first row of each
  /// pupil, one entry more than there are pupils.
  private func placeRuns(
    _ counted: consuming [CountedGroup]
  ) -> (firstRow: [UInt32], groups: [PlacedGroup]) {
    var groups: [PlacedGroup] = []
    counted.reverse()
    while let group = counted.popLast() {
      groups.append(PlacedGroup(stretches: group.stretches, next: group.counts))
    }
    var firstRow = [UInt32](repeating: 0, count: pupilCount + 1)
    var next: UInt32 = 0
    for pupil in 0..<pupilCount {
      firstRow[pupil] = next
      for run in pupil * runsOfPupil..<(pupil + 1) * runsOfPupil {
        for group in groups.indices {
          let count = groups[group].next[run]
          groups[group].next[run] = next
          next += count
        }
      }
    }
    firstRow[pupilCount] = next
    return (firstRow, groups)
  }

  /// The last line of each input that has a row.
  private func lastLines(_ groups: [CountedGroup]) -> [UInt32] {
    var lines = [UInt32](repeating: 0, count: cells.files.count)
    for stretch in groups.lazy.flatMap(\.stretches) {
      if let line = stretch.lastLine {
        let last = UInt32(truncatingIfNeeded: line)
        lines[Int(stretch.file)] = max(lines[Int(stretch.file)], last)
      }
    }
    return lines
  }

  /// Puts all scores into their places.
  private func fill(
    _ groups: inout [PlacedGroup], count: Int, linesBefore: [UInt32], hasPositions: Bool
  ) -> AssessmentRows {
    var firstOther: Int32 = 0
    let firstOthers = groups.map { group in
      defer { firstOther += Int32(group.stretches.reduce(0) { $0 + $1.others.count }) }
      return firstOther
    }
    let left = Mutex(groups)
    let groupCount = groups.count
    groups = []
    let positions = Mutex([UInt16](repeating: .max, count: hasPositions ? count : 0))
    let rows = AssessmentPlaces.filled(count: count) { rows in
      Concurrently.forEach(count: groupCount, jobs: jobs) { index in
        var group = Self.take(index, of: left, leaving: PlacedGroup())
        var firstOther = firstOthers[index]
        // Each stretch is let go as soon as its scores are in their places.
        group.stretches.reverse()
        while let stretch = group.stretches.popLast() {
          let linesBefore = linesBefore[Int(stretch.file)]
          stretch.forEachScore { number, row, pupil, line in
            let run = run(pupil, row.measure)
            let place = Int(group.next[run])
            group.next[run] += 1
            rows.put(
              AssessmentRow(
                measure: row.measure, day: row.day,
                score: row.score.packed.movedApart(by: firstOther),
                line: linesBefore &+ UInt32(truncatingIfNeeded: line)),
              into: place)
            if !stretch.positions.isEmpty {
              positions.withLock { $0[place] = stretch.positions[number] }
            }
          }
          firstOther += Int32(stretch.others.count)
        }
      }
    }
    return AssessmentRows(rows: rows, position: positions.withLock { $0 })
  }

  /// Pupils whose rows are not in order of measure and date, or have two on the same.
  private func unsortedPupils(_ rows: [AssessmentRow], _ firstRow: [UInt32]) -> [Int] {
    Concurrently.flatMap(count: pupilCount, inLotsOf: 1 << 14, jobs: jobs) { pupils in
      pupils.filter { pupil in
        let own = Int(firstRow[pupil])..<Int(firstRow[pupil + 1])
        return own.dropFirst().contains { rows[$0 - 1].key >= rows[$0].key }
      }
    }
  }

  /// Sorts the rows of some pupils by measure and date; those of one measure and date stay in file
  /// order.
  private func sort(
    _ table: inout AssessmentRows, _ firstRow: [UInt32], _ pupils: [Int]
  ) {
    for pupil in pupils {
      let rows = Int(firstRow[pupil])..<Int(firstRow[pupil + 1])
      let order = rows.sorted { left, right in
        (table.rows[left].key, left) < (table.rows[right].key, right)
      }
      table.rearrange(rows, order)
    }
  }
}

// MARK: - Two scores of one day

extension AssessmentAssembler {
  /// Leaves one row of each pupil, measure and date: equal scores count once; of different ones
  /// the later in the files is used and the earlier is a finding (METHOD §3).
  private func mergeSameDays(
    _ table: inout AssessmentRows, _ firstRow: inout [UInt32], _ pupils: [Int],
    _ linesBefore: [UInt32], _ others: [Double], _ found: inout CellReading.Found
  ) {
    var isDropped: Set<Int> = []
    for pupil in pupils {
      let rows = Int(firstRow[pupil])..<Int(firstRow[pupil + 1])
      guard var last = rows.first else { continue }
      for row in rows.dropFirst() {
        guard table.rows[last].key == table.rows[row].key else {
          last = row
          continue
        }
        if isSameScore(table.rows[last], table.rows[row], others) {
          isDropped.insert(row)
          continue
        }
        addConflict(table, last, later: row, linesBefore, others, &found)
        isDropped.insert(last)
        last = row
      }
    }
    if isDropped.isEmpty { return }
    let kept = table.rows.indices.filter { !isDropped.contains($0) }
    table.keep(kept)
    var next = 0
    for pupil in firstRow.indices {
      while next < kept.count, kept[next] < firstRow[pupil] { next += 1 }
      firstRow[pupil] = UInt32(next)
    }
  }

  private func value(_ row: AssessmentRow, _ others: [Double]) -> Double {
    row.score.isApart ? others[Int(row.score.digits)] : row.score.value
  }

  private func isSameScore(
    _ left: AssessmentRow, _ right: AssessmentRow, _ others: [Double]
  ) -> Bool {
    value(left, others) == value(right, others) && left.score.censoring == right.score.censoring
  }

  private func addConflict(
    _ table: AssessmentRows, _ earlier: Int, later: Int, _ linesBefore: [UInt32],
    _ others: [Double],
    _ found: inout CellReading.Found
  ) {
    let row = table.rows[earlier]
    let measure = cells.measures[row.measure]
    let place = AssessmentTable.source(ofLine: row.line, linesBefore: linesBefore)
    let other = AssessmentTable.source(
      ofLine: table.rows[later].line, linesBefore: linesBefore)
    let position = table.position.isEmpty ? UInt16.max : table.position[earlier]
    let line = other.file == place.file ? "line " : "\(cells.files[other.file].name):"
    found.findings.append(
      cells.files[place.file].scoreFinding(
        .conflictingScores, line: place.line, position: position == .max ? nil : position,
        value: measure.text(of: value(row, others)),
        message: "the pupil has another score on \"\(measure.name)\" for \(Day(number: row.day)) "
          + "on \(line)\(other.line), which is used"))
  }
}
