import Analysis

/// codes.csv, for the SENCo only: which TA and which group is which code of the governors' pack.
extension Report {
  /// The table.
  var codesTable: OutputTable<StaffCodes.Entry> {
    OutputTable(
      headings: ["unit_kind", "code", "school", "name", "intervention"], things: codes.entries
    ) { entry in
      [
        .text(entry.kind.rawValue), .text(entry.code), .free(entry.school), .free(entry.name),
        .free(entry.intervention),
      ]
    }
  }
}
