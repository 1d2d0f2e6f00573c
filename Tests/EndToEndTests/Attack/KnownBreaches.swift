/// A hand-made run of which a page or a table prints what it should not.
struct KnownBreaches: Sendable, CustomStringConvertible {
  /// What is wrong.
  let description: String
  /// The tables, as for `KnownLeaks`.
  let lines: String
  /// The page.
  var page = ""
  /// What is found.
  let kind: Breach.Kind
  /// The figure of it.
  let figure: String
  /// What is true of it.
  let truth: String

  /// The packs of both readers.
  var packs: Packs {
    KnownLeaks(description: description, lines: lines, column: "", truth: 0, page: page).packs
  }

  /// Pages that print what tables keep, small counts, and other numbers than the tables.
  static let pages = [
    KnownBreaches(
      description: "a cell that the table keeps",
      lines: "5.5 term A Phonics Spelling: n_started=9 n_paired=c7",
      page: "<tr data-row='kpi-5.5-interventions:0'><td data-figure='n_paired'>7</td></tr>",
      kind: .kept, figure: "n_paired", truth: "7"),
    KnownBreaches(
      description: "the second count of a cell",
      lines: "5.5 term A Phonics Spelling: n_matched=7 n_paired=c9",
      page: """
        <tr data-row="kpi-5.5-interventions:0"><td data-figure="n_matched n_paired">7 of 9</td></tr>
        """, kind: .kept, figure: "n_paired", truth: "9"),
    KnownBreaches(
      description: "a verdict that the table keeps",
      lines: "5.5 term A Phonics Spelling: n_paired=c3 verdict=c0",
      page: "<tr data-row=kpi-5.5-interventions:0><td data-figure=verdict>Better</td></tr>",
      kind: .kept, figure: "verdict", truth: "0"),
    KnownBreaches(
      description: "what came of a decision, which the table keeps",
      lines: "5.6 A Phonics pupils: decided_term=2025-26-autumn followed_through=c0",
      page: """
        <tr data-row="kpi-5.6-variation:0"><td data-figure="decision term">vary (Autumn term 2025–26)
        </td><td data-figure="followed_through">no</td></tr>
        """, kind: .kept, figure: "followed_through", truth: "0"),
    KnownBreaches(
      description: "the end of a range of kept effects",
      lines: "5.5 term A Phonics Spelling: matched_g=c2 growth_g=c2",
      page: """
        <tr data-row="kpi-5.5-interventions:0"><td data-figure="range_low range_high">0.40</td></tr>
        """, kind: .kept, figure: "range_low", truth: "c and c"),
    KnownBreaches(
      description: "an effect in the words of a picture",
      lines: "5.5 term A Phonics Spelling: growth_g=c2 growth_g_low=0.1",
      page: """
        <svg><title data-figure="intervention measure range_low range_high">Phonics, Spelling: \
        better, 2.00, outer 95% range 0.10 to 2.90</title><line x1="1"/></svg>
        """, kind: .kept, figure: "range_low", truth: "no row prints all of these"),
    KnownBreaches(
      description: "more pupils than before, of a kept number",
      lines: "5.6 A Phonics pupils: before=c3 after=9",
      page: "<desc data-figure=\"intervention\">Phonics: pupils more; Fluency: started.</desc>",
      kind: .kept, figure: "before", truth: "3 to 9"),
    KnownBreaches(
      description: "a small count in a sentence", lines: "5.5 term A Phonics Spelling: n_paired=9",
      page: "<p>Of these, <b><span data-figure=\"pupils\">3</span></b> pupils went on.</p>",
      kind: .small, figure: "pupils", truth: "in a sentence"),
    KnownBreaches(
      description: "a small count under no name",
      lines: "5.5 term A Phonics Spelling: n_paired=9",
      page: "<div data-figure=\"caption\"><p>Phonics had <b>2</b> pupils.</p></div>",
      kind: .small, figure: "text", truth: "under no name"),
    KnownBreaches(
      description: "a small number of pupils before",
      lines: "5.6 A Phonics pupils: before=c3 after=9",
      page: "<tr data-row=\"kpi-5.6-variation:0\"><td data-figure=\"before\">3</td></tr>",
      kind: .small, figure: "before", truth: "3"),
    KnownBreaches(
      description: "another count than the table's",
      lines: "5.5 term A Phonics Spelling: n_paired=9",
      page: "<tr data-row=\"kpi-5.5-interventions:0\"><td data-figure=\"n_paired\">8</td></tr>",
      kind: .different, figure: "n_paired", truth: "9"),
    KnownBreaches(
      description: "another mean than the table's",
      lines: "5.5 term A Phonics Spelling: mean_gain=-4.3",
      page: "<tr data-row=\"kpi-5.5-interventions:0\"><td data-figure=\"mean_gain\">+4.3</td></tr>",
      kind: .different, figure: "mean_gain", truth: "-4.3"),
    KnownBreaches(
      description: "a row that is not there", lines: "5.5 term A Phonics Spelling: n_paired=9",
      page: "<tr data-row=\"kpi-5.5-interventions:4\"><td data-figure=\"n_paired\">9</td></tr>",
      kind: .different, figure: "n_paired", truth: "there is no such row"),
  ]

  /// Figures on few pupils.
  static let grounds = [
    KnownBreaches(
      description: "a mean on three pupils",
      lines: """
        5.5 term A Phonics Spelling: n_paired=c3 mean_gain=4.2
        episodes 3 A Phonics Spelling 2026-02-01: paired=yes
        episodes 9 A Phonics Spelling 2026-02-01: paired=no
        episodes 9 A Phonics Spelling 2025-10-01: paired=yes
        """, kind: .few, figure: "mean_gain", truth: "on 3 pupils"),
    KnownBreaches(
      description: "the attendance of two pupils",
      lines: """
        5.5 year A Phonics Spelling: n_started=9 attendance=0.9
        episodes 2 A Phonics Spelling 2026-02-01: sessions_planned=9 sessions_attended=8
        episodes 7 A Phonics Spelling 2026-02-01: sessions_planned=9
        """, kind: .few, figure: "attendance", truth: "on 2 pupils"),
    KnownBreaches(
      description: "months of progress beside four similar pupils",
      lines: """
        5.5 term A Phonics Spelling: months_low=3
        episodes 4 A Phonics Spelling 2026-02-01: growth=1 matched=1
        episodes 5 A Phonics Spelling 2026-02-01: growth=1
        """, kind: .few, figure: "months_low", truth: "on 4 pupils"),
    KnownBreaches(
      description: "the progress of one pupil of a TA",
      lines: """
        9.5 term A ta TA-1: interventions=Phonics mean_progress=0.4
        episodes 1 A Phonics Spelling 2026-02-01: ta=TA-1 d=0.4
        episodes 6 A Phonics Spelling 2026-02-01: ta=TA-2 d=0.4
        """, kind: .few, figure: "mean_progress", truth: "on 1 pupils"),
  ]

  /// A page that prints no more than the tables.
  static let safe = KnownBreaches(
    description: "safe",
    lines: """
      5.5 term A Phonics Spelling: n_started=c9 n_paired=9 n_matched=c3 share_on_track=0.585
      5.5 term A Fluency Age: n_started=c9 baseline_mean=91.2 outcome_mean=97 growth_g=0.4
      5.6 A Phonics pupils: before=c3 after=9
      5.6 A Phonics sessions-per-week: before=3 after=4
      5.6 A Fluency started: before=0 after=c2 decided_term=2025-26-autumn followed_through=c1
      """,
    page: """
      <!DOCTYPE html><title data-figure="term">Spring term 2026</title>
      <style>td { color: red }</style><!-- <td data-figure="pupils">3</td> -->
      <p>More than <span data-figure="setting">4</span> &lt; 5 &amp; so on.<br></p>
      <div data-figure="caption"><table><tr data-row="kpi-5.5-interventions:0">
      <td data-figure="n_started">c</td><td data-figure="n_matched n_paired">c</td>
      <td data-figure="n_paired"> 9</td><td data-figure="share_on_track">59%</td></tr>
      <tr data-row="kpi-5.5-interventions:1"><th data-figure="intervention">Fluency</th>
      <td data-figure="baseline_mean outcome_mean">7:07 to 8:01</td>
      <td data-figure="range_low range_high">0.40</td></tr></table></div>
      <tr data-row="kpi-5.6-variation:0"><td data-figure="before">c</td></tr>
      <tr data-row="kpi-5.6-variation:1"><td data-figure="before">3.0</td></tr>
      <tr data-row="kpi-5.6-variation:2"><td data-figure="decision term">vary (Summer term 2024–25)
      </td><td data-figure="followed_through">no</td></tr>
      <svg><desc data-figure="intervention">Phonics: pupils c, sessions more.</desc></svg>
      """, kind: .different, figure: "", truth: "")
}
