import Analysis
import ProvisionModel
import TestSupport
import TestTraits
import Testing

@testable import Reporting

/// What if a figure were governed by another decision of the release than its own?
@Suite("The audit, where a figure of the governors is governed by the wrong decision", .long)
struct SwappedFootingTests {
  private static let released = pack(.governors, of: .ofSmallNumbers)
  private static let minimum = 5
  /// The columns of KPI 5.5 that are numbers of pupils or episodes.
  private static let counts: Set = [
    "pupils", "n_started", "n_in_progress", "n_paired", "n_censored", "n_matched", "n_growth",
    "n_up",
    "n_same", "n_down", "matched_pupils", "growth_pupils",
  ]

  @Test("finds nothing as it is, although much is left out")
  func asItIs() {
    #expect(leaks(Self.released).isEmpty)
    let left = rows(InterventionFigures.table, in: Self.released).flatMap(\.values).count {
      $0 == .suppressed
    }
    #expect(left > 300)
  }

  @Test(
    "finds every printed figure of KPI 5.5 that tells of few",
    arguments: InterventionFigures.table.figures.map(\.name))
  func interventions(name: String) throws {
    try swap(name, of: InterventionFigures.table) { row, cell in
      if Self.counts.contains(name) { return .itself(if: isSmall(cell)) }
      let label = "\(row.period.rawValue), school, \(Self.released.name(of: row))"
      switch name {
      case "share_on_track": return side(row.progress.onTrack, label, "onTrack", "notOnTrack")
      case "share_met_target":
        return side(row.progress.metTarget, label, "metTarget", "missedTarget")
      case "attrition":
        return isFew(row.started - row.progress.paired)
          ? .count("\(label), unpaired: printed") : nil
      default: return .itself(if: isFew(behind(name, of: row)))
      }
    }
  }

  @Test(
    "finds every printed figure of KPI 9.5 that tells of few",
    arguments: UnitFigures.table.figures.map(\.name))
  func units(name: String) throws {
    let rows = Self.released.units
    try swap(name, of: UnitFigures.table) { row, cell in
      switch name {
      case "role_level", "interventions":
        // Of a level of one or two TAs it tells whose code is whose.
        let level = row.kind == .roleLevel ? row.unit : row.roleLevel
        let assistants = rows.filter { $0.kind == .teachingAssistant && $0.roleLevel == level }
        let isOfLevel = (name == "role_level") == (row.kind == .teachingAssistant)
        return .itself(
          if: row.kind != .group && isOfLevel && Set(assistants.map(\.unit)).count < 3)
      case "pupils", "n_episodes", "n_used", "n_paired", "n_shared":
        return .itself(if: isSmall(cell))
      case "mean_progress", "shrunk_progress", "shrunk_low", "shrunk_high", "finding":
        return .itself(if: isFew(row.pupilsUsed))
      case "attendance": return .itself(if: isFew(row.figurePupils.attendance))
      case "hours_per_pupil": return .itself(if: isFew(row.figurePupils.hours))
      case "share_on_track":
        let label = "\(row.period.rawValue), school, \(Self.released.name(of: row))"
        return side(row.onTrack, label, "onTrack", "notOnTrack")
      default: return nil
      }
    }
  }

  @Test(
    "finds every printed figure of KPI 5.6 that tells of few",
    arguments: VariationFigures.table.figures.map(\.name))
  func variations(name: String) throws {
    try swap(name, of: VariationFigures.table) { row, cell in
      let label = "KPI 5.6, school, \(Self.released.name(ofIntervention: row.intervention))"
      let (before, now) = (row.comparison.before?.evidence, row.comparison.after?.evidence)
      switch name {
      case "pupils_joined", "pupils_left", "pupils_stayed": return .itself(if: isSmall(cell))
      case "before":
        if row.before.isCount { return isSmall(cell) ? .count("\(label), before: printed") : nil }
        return .itself(if: isFew(row.pupilsBefore))
      case "after":
        if row.after.isCount { return isSmall(cell) ? .count("\(label), now: printed") : nil }
        return .itself(if: isFew(row.pupilsNow))
      case "verdict_before": return .itself(if: isFew(before?.fewestPupils ?? 0))
      case "verdict_now": return .itself(if: isFew(now?.fewestPupils ?? 0))
      default: return nil
      }
    }
  }

  // MARK: Swapping

  /// What the audit has to say of a cell that tells of few.
  private enum Telling {
    /// That it does.
    case itself
    /// That a count which follows from it is printed or can be worked out, e.g. `term, school, A, onTrack`.
    case count(String)

    /// Where something is so.
    static func itself(if isSo: Bool) -> Telling? { isSo ? .itself : nil }
  }

  /// That one of a share's two sides is of few.
  private func side(_ share: Share, _ label: String, _ one: String, _ other: String) -> Telling? {
    if isFew(share.count) { return .count("\(label), \(one): printed") }
    return isFew(share.total - share.count) ? .count("\(label), \(other): printed") : nil
  }

  /// Prints a figure by each decision of the release but its own; wherever that prints a cell that tells of
  /// few, the audit has to find it in the bytes of the CSV file.
  private func swap<Row>(
    _ name: String, of table: ReportTable<Row>, tells: (Row, TableCell) -> Telling?
  ) throws {
    let pack = Self.released
    let rows = table.rows(pack)
    let index = try #require(table.figures.firstIndex { $0.name == name })
    let own = table.figures[index]
    var known: Set<Set<Int>> = []
    for footing in Footing.allCases where footing != own.ground.footing {
      let other = own.governed(by: footing)
      let printed = rows.indices.filter { place in
        let shown = pack.footings(of: rows[place])
        return !pack.cell(own, rows[place], shown).isValue
          && pack.cell(other, rows[place], shown).isValue
      }
      let telling = printed.compactMap { place in
        tells(rows[place], pack.cell(other, rows[place], pack.footings(of: rows[place]))).map {
          (place, $0)
        }
      }
      guard !telling.isEmpty, known.insert(Set(printed)).inserted else { continue }
      var swapped = table
      swapped.figures[index] = other
      let file = try #require(swapped.csv(pack))
      let found = DisclosureAudit.leaks(
        WrittenPack(files: [(file.path, file.bytes)], workbook: nil), of: pack,
        minimum: Self.minimum)
      for (place, telling) in telling {
        let words =
          switch telling {
          case .itself: "\(file.path), \(table.file):\(place), \(name): "
          case .count(let count): count
          }
        #expect(found.contains { $0.hasPrefix(words) }, "\(footing), row \(place): no “\(words)”")
      }
    }
  }

  private func isFew(_ pupils: Int) -> Bool { pupils > 0 && pupils < Self.minimum }

  private func isSmall(_ cell: TableCell) -> Bool { cell.number.map { isFew(Int($0)) } ?? false }

  /// How many pupils a figure of KPI 5.5 rests on, by METHOD; 0: nobody.
  private func behind(_ name: String, of row: InterventionProgress) -> Int {
    let figures = Self.released.figures
    switch name {
    case "baseline_mean", "outcome_mean", "mean_gain", "gain_low", "gain_high", "mean_months",
      "total_months_gained", "months_passed", "ratio_gain", "ratio_band":
      return row.pupilsPaired
    case "weeks_per_pupil": return Set(row.ended.map { figures.episodes[$0].pupil }).count
    case "expected_gain": return row.figurePupils.expectedGain
    case "attendance": return row.figurePupils.attendance
    case "hours_per_pupil": return row.figurePupils.hours
    case "cost_per_pupil", "cost_per_month": return row.figurePupils.cost
    case "matched_effect", "matched_low", "matched_high", "matched_g", "matched_g_low",
      "matched_g_high", "growth_effect", "growth_low", "growth_high", "growth_g", "growth_g_low",
      "growth_g_high", "baseline_difference", "beyond":
      return row.evidence.contrastPupils
    case "months_low", "months_high", "p_value", "p_better", "p_better_high", "p_same", "p_worse",
      "p_worse_high", "verdict", "evidence_strength", "warnings":
      return row.evidence.fewestPupils
    case "expected_effect", "expected_low", "expected_high":
      return row.pupilsPaired
    default: return 0
    }
  }
}

extension ChangeValue {
  /// Whether it is a number of pupils.
  fileprivate var isCount: Bool { if case .count = self { true } else { false } }
}
