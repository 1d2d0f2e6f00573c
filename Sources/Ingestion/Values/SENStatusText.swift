/// What a school does about a pupil's special educational needs: `K`, `SEN Support`,
/// `K - SEN Support`.
package enum SENStatusText {
  /// `N` none, `K` support, `E` education, health and care plan, or `S` statement; nil when the text
  /// is anything else.
  package static func canonical(_ text: String) -> String? {
    statuses.code(of: text)
  }

  private static let statuses = CodedText([
    (
      "N",
      [
        "No SEN", "No SEND", "None", "No Special Educational Need",
        "No Special Educational Needs",
      ]
    ),
    ("K", ["SEN Support", "SEND Support", "Special Educational Needs Support"]),
    (
      "E",
      [
        "EHCP", "EHC plan", "EHC", "Education, Health and Care Plan",
        "Education, Health and Care Plan (EHCP)",
      ]
    ),
    ("S", ["Statement", "Statement of SEN", "Statement of Special Educational Needs"]),
  ])
}
