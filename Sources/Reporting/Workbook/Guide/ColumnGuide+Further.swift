/// The columns of KPI 5.1, 6.4, 7.5 and 9.4.
extension ColumnGuide {
  /// The columns of KPI 5.1 in the governors' pack.
  static let governorsProgrammes: [ColumnGuide] = [
    ColumnGuide("school", "School", .text, "The school."),
    ColumnGuide("intervention", "Intervention", .text, "The intervention, as the map names it."),
    ColumnGuide(
      "provision", "Provision", .text,
      "Targeted provision is evaluated; universal provision is only counted."),
    ColumnGuide(
      "evidence_base", "Evidence base", .prose,
      "What is known of the programme, by the school's settings, else by the map."),
    ColumnGuide("measures", "Measures", .text, "The tests on which it is evaluated."),
    ColumnGuide("waves", "Waves", .text, "Its waves, as the map writes them."),
  ]

  /// The columns of KPI 5.1 in the SENCo's pack.
  static let programmes: [ColumnGuide] =
    governorsProgrammes + [
      ColumnGuide("areas_of_need", "Areas of need", .text, "As the map writes them."),
      ColumnGuide(
        "pupils", "Pupils", .whole, "Pupils who were in it on a day of the school year so far."),
      ColumnGuide("tas", "TAs", .text, "The TAs who taught it in that time."),
    ]

  /// The columns of KPI 6.4 that KPI 5.5 has not.
  static let labelsOfAreas: [ColumnGuide] = [
    ColumnGuide("school", "School", .text, "The school; all: the schools together."),
    ColumnGuide("area_of_need", "Area of need", .text, "The area, as the map writes it."),
    ColumnGuide(
      "interventions", "Interventions", .text,
      "The interventions whose pupils the row takes together, of those in which a TA is named. The "
        + "other columns are those of KPI 5.5, for the school year so far."),
  ]

  /// The columns of KPI 6.4.
  static let areas: [ColumnGuide] =
    labelsOfAreas
    + InterventionColumn.ofAreas.compactMap { column in
      interventions.first { $0.name == column.name }
    }

  /// The columns of KPI 7.5.
  static let training: [ColumnGuide] = [
    ColumnGuide("school", "School", .text, "The school."),
    ColumnGuide("ta", "TA", .text, "The TA, as the map writes the name."),
    ColumnGuide("role_level", "Role level", .text, "The role level of the TA."),
    ColumnGuide("intervention", "Intervention", .text, "An intervention that the TA taught."),
    ColumnGuide(
      "pupils", "Pupils", .whole, "Pupils whom the TA taught in it in the school year so far."),
    ColumnGuide(
      "trained", "Trained", .text,
      "yes: the staff file records training in it; no: in others only; not-recorded: it records none "
        + "of this TA, which is not to say that there was none."),
  ]

  /// The columns of KPI 9.4.
  static let deployment: [ColumnGuide] =
    [
      ColumnGuide("school", "School", .text, "The school."),
      ColumnGuide("role_level", "Role level", .text, "The role level, by the staff file."),
      ColumnGuide("n_tas", "TAs", .whole, "TAs of the level who taught the episodes of the row."),
      ColumnGuide("interventions", "Interventions", .text, "The interventions that were taught."),
      ColumnGuide(
        "pupils", "Pupils", .whole, "Pupils with an episode that ended in the school year so far."),
      ColumnGuide("n_episodes", "Episodes that ended", .whole, "Those episodes."),
      ColumnGuide("n_rows", "Rows of the map", .whole, "The map's rows behind them."),
      ColumnGuide(
        "n_rows_pupil_hours", "Rows with pupil-hours", .whole,
        "Of those rows, the ones with sessions attended and their length."),
      ColumnGuide(
        "pupil_hours", "Pupil-hours", .decimals(1),
        "Sessions attended times their length, added up over the pupils."),
      ColumnGuide(
        "n_rows_ta_hours", "Rows with TA-hours", .whole, "Of those again, the ones with a group."),
      ColumnGuide(
        "ta_hours", "TA-hours", .decimals(1),
        "An estimate of the hours taught: pupil-hours divided by the pupils in the group while the "
          + "row lasted, times the TAs of the level whom the row names."),
    ]
    + units.filter {
      [
        "n_used", "mean_progress", "shrunk_progress", "shrunk_low", "shrunk_high", "finding",
      ].contains($0.name)
    }
}
