import Analysis
import ProvisionModel

/// KPI 9.5, "the progress of individuals and groups supported by TAs is monitored and reviewed":
/// the table kpi-9.5-ta-groups.csv.
extension Report {
  /// The table of a pack, in order of code for the governors: never a ranking.
  func unitsTable(_ pack: Pack) -> OutputTable<UnitProgress> {
    OutputTable(
      headings: [
        "period", "school", "unit_kind", "unit", "role_level", "interventions", "pupils",
        "n_episodes", "n_used", "mean_progress", "shrunk_progress", "shrunk_low", "shrunk_high",
        "finding", "n_paired", "share_on_track", "attendance", "hours_per_pupil", "n_shared",
      ],
      things: units(pack)
    ) { row in
      func figure(_ cell: TableCell, pupils: Int) -> TableCell {
        pack == .senco ? cell : suppression.cell(cell, pupils: pupils)
      }
      func known(_ pupils: Int, of all: Int) -> Int { pupils == 0 ? all : pupils }
      let paired = known(row.pupilsPaired, of: row.pupils)
      let used = known(row.pupilsUsed, of: row.pupils)
      return [
        .text(row.period.rawValue), .free(row.school), .text(row.kind.rawValue),
        .free(unitName(row, pack)), row.kind == .group ? .notApplicable : .word(row.roleLevel),
        .free(row.interventions.map { data.interventions[$0].name }.joined(separator: "; ")),
        figure(.whole(row.pupils), pupils: row.pupils),
        figure(.whole(row.episodes), pupils: row.pupils),
        figure(.whole(row.used), pupils: used),
        figure(.number(row.pooled?.mean), pupils: used),
        figure(.number(row.pooled?.shrunkMean), pupils: used),
        figure(.number(row.pooled?.interval.lowerBound), pupils: used),
        figure(.number(row.pooled?.interval.upperBound), pupils: used),
        figure(.word(row.pooled?.finding.rawValue ?? ""), pupils: used),
        figure(.whole(row.paired), pupils: paired),
        figure(
          .number(row.onTrack.value), pupils: known(row.figurePupils.expectedGain, of: paired)),
        figure(
          .number(row.dose.attendance), pupils: known(row.figurePupils.attendance, of: row.pupils)),
        figure(
          .number(row.dose.hoursPerPupil), pupils: known(row.figurePupils.hours, of: row.pupils)),
        figure(.whole(row.shared), pupils: min(row.pupils, known(row.shared, of: row.pupils))),
      ]
    }
  }

  /// The rows of a pack: in order of names for the SENCo, of codes for the governors.
  func units(_ pack: Pack) -> [UnitProgress] {
    pack == .governors ? codedUnits : evaluation.units
  }

  /// What a pack calls a TA, a group or a role level.
  func unitName(_ row: UnitProgress, _ pack: Pack) -> String {
    pack == .governors ? codes.code(of: row, data: data) : row.unit
  }
}
