extension KnownLeaks {
  /// Leaks by what pages say of counts, which the tables alone do not give away.
  static let pageCases = [
    KnownLeaks(
      description: "a count that only a page prints",
      lines: "5.5 term A Phonics Spelling: n_started=9 n_paired=c7",
      column: "n_started − n_paired", truth: 2,
      page: row("kpi-5.5-interventions:0", "<td data-figure=\"n_paired\">7</td>")),
    KnownLeaks(
      description: "a count in a sentence of a cell, beside a printed one",
      lines: "5.5 term A Phonics Spelling: n_started=c10 pupils=10 contrast_pupils=c9",
      column: "pupils − contrast_pupils", truth: 1,
      page: row(
        "kpi-5.5-interventions:0",
        "<td>Of <span data-figure='contrast_pupils'>9</span> pupils it is not clear.</td>")),
    KnownLeaks(
      description: "one of two counts of a cell",
      lines: """
        5.5 term A Inference Spelling: n_started=9
        5.5 term A Phonics Spelling: n_started=c10 n_paired=9 n_growth=c8 n_matched=c8
        """,
      column: "n_paired − n_matched", truth: 1,
      page: row(
        "kpi-5.5-interventions:1", "<td class=n data-figure=\"n_matched n_paired\">8 of 9</td>")),
    KnownLeaks(
      description: "about 15 pupils beside a row of 13",
      lines: """
        episodes 13 A Phonics Spelling 2026-02-01: paired=yes
        episodes 2 A Inference Spelling 2026-02-01: paired=yes
        5.5 term A Phonics Spelling: n_started=13 pupils=13
        5.5 term A Inference Spelling: n_started=c2 pupils=c2
        """, column: "pupils who finished others", truth: 2, page: about(15)),
    KnownLeaks(
      description: "about 20 pupils beside a row of 20",
      lines: """
        episodes 20 A Phonics Spelling 2026-02-01: paired=yes
        episodes 2 A Inference Spelling 2026-02-01: paired=yes
        5.5 term A Phonics Spelling: n_started=c20 pupils=20 n_paired=c17
        5.5 term A Inference Spelling: n_started=c8 pupils=c8 n_paired=8
        """, column: "pupils who finished others", truth: 2, page: about(20)),
    KnownLeaks(
      description: "about 20 pupils beside rows that come to 15 and one that is kept",
      lines: """
        episodes 8 A Phonics Spelling 2026-02-01: paired=yes
        episodes 9 A Inference Spelling 2026-02-01: paired=yes
        episodes 3 A Fluency Spelling 2026-02-01: paired=yes
        5.5 term A Phonics Spelling: n_started=8 pupils=8
        5.5 term A Inference Spelling: n_started=9 pupils=9
        5.5 term A Fluency Spelling: n_started=c3 pupils=c3
        5.5 year A Fluency Spelling: n_started=c4 pupils=c4
        5.5 all A Fluency Spelling: n_started=c4 pupils=4
        """, column: "pupils", truth: 3, page: about(20)),
    KnownLeaks(
      description: "months passed beside their mean",
      lines: "5.5 term A Phonics Age: n_started=c6 n_paired=c3 mean_months=3.4",
      column: "n_paired", truth: 3,
      page: row(
        "kpi-5.5-interventions:0", "<td data-figure=\"months_passed\">10.2</td>")),
  ]

  private static func row(_ place: String, _ cells: String) -> String {
    "<table><tr data-row=\"\(place)\">\(cells)</tr></table>"
  }

  private static func about(_ pupils: Int) -> String {
    "<p>About <span data-figure=\"pupils_finished\">\(pupils)</span> pupils finished.</p>"
  }
}
