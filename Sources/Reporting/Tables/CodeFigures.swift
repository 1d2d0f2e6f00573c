import Analysis

/// Which TA and which group is which code of the governors' pack: the columns of codes.csv, for the SENCo
/// only.
enum CodeFigures {
  typealias Column = Figure<StaffCodes.Entry>

  static let table = ReportTable(
    file: "codes",
    sheet: TableSheet("Codes", "Codes of TAs and groups", repeating: 2, [.symbols]),
    summary: "Which TA and group is which code for governors", rows: { $0.facts.codes.entries },
    figures: [
      Column("unit_kind", "TA or group", "What the code stands for.") { row, _ in
        .text(row.kind.rawValue)
      },
      Column("code", "Code", "The code in the governors' pack.") { row, _ in .text(row.code) },
      Column("school", "School", "The school.") { row, _ in .free(row.school) },
      Column("name", "Name", "The name, as the map writes it.") { row, _ in .free(row.name) },
      .intervention("The intervention of a group.") { row, _ in row.intervention },
    ])
}
