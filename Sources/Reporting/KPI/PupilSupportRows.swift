import Analysis
import ProvisionModel

/// KPI 5.6 pupil by pupil, for the SENCo only: the table kpi-5.6-pupils.csv.
extension Report {
  /// The table.
  var pupilSupportTable: OutputTable<PupilSupport> {
    let reason = PupilReason(of: self)
    return OutputTable(
      headings: [
        "school", "pupil_id", "name", "year_group", "sen_status", "primary_need", "measure",
        "interventions", "supported", "on_track", "terms_without_progress", "attendance",
        "several_at_once", "latest_score", "latest_date", "cohort_mean", "standing", "next_step",
        "reason",
      ],
      things: evaluation.pupilSupport
    ) { row in
      let isSupported = row.isSupported
      return [
        .free(row.school), .text(data.pupils[row.pupil].id), .free(data.pupils[row.pupil].name),
        .word(data.pupils[row.pupil].yearGroup), .word(data.pupils[row.pupil].senStatus),
        .word(data.pupils[row.pupil].primaryNeed), .free(data.measures[row.measure].name),
        .free(interventionNames(row).joined(separator: "; ")), .answer(isSupported),
        .answer(row.isOnTrack), isSupported ? .whole(row.termsWithoutProgress) : .absent,
        .number(row.attendance), isSupported ? .answer(row.isSeveralAtOnce) : .absent,
        score(row.latest?.score, row.measure), .date(row.latest?.score.day),
        .number(row.latest?.mean), .number(row.latest?.standing),
        .text(row.nextStep.rawValue), .free(reason.text(row)),
      ]
    }
  }

  /// The interventions of a row, in order.
  func interventionNames(_ row: PupilSupport) -> [String] {
    row.interventions.map { data.interventions[$0].name }
  }
}
