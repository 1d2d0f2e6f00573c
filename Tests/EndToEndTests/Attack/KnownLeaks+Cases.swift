extension KnownLeaks {
  /// The case that takes no attack.
  static let printed = "a small count is printed"

  /// One leak of each kind.
  static let cases = [
    KnownLeaks(
      description: printed,
      lines: "5.5 term A Phonics Spelling: n_started=3", column: "n_started", truth: 3),
    KnownLeaks(
      description: "started − paired",
      lines: "5.5 term A Phonics Spelling: n_started=9 n_paired=7",
      column: "n_started − n_paired", truth: 2),
    KnownLeaks(
      description: "paired − growth",
      lines: "5.5 term A Phonics Spelling: n_started=c9 n_paired=9 n_growth=8",
      column: "n_paired − n_growth", truth: 1),
    KnownLeaks(
      description: "year − term",
      lines: """
        5.5 term A Phonics Spelling: n_started=9
        5.5 year A Phonics Spelling: n_started=12
        """, column: "n_started year − term", truth: 3),
    KnownLeaks(
      description: "all − year, of pupils",
      lines: """
        5.5 year A Phonics Spelling: n_started=c9 pupils=9
        5.5 all A Phonics Spelling: n_started=c11 pupils=10
        """, column: "pupils all − year", truth: 1),
    KnownLeaks(
      description: "a verdict of the term before beside its pupils",
      lines: """
        episodes 5 A Phonics Spelling 2025-12-01: paired=yes
        5.6 A Phonics pupils: before=6 after=c6 verdict_before=unclear verdicts_on=Spelling
        """, column: "before − pupils paired before", truth: 1),
    KnownLeaks(
      description: "a verdict of the term before beside the year",
      lines: """
        episodes 6 A Phonics Spelling 2025-12-01: paired=yes
        episodes 1 A Phonics Spelling 2026-02-01: paired=yes
        5.5 term A Phonics Spelling: n_started=c1 n_paired=c1
        5.5 year A Phonics Spelling: n_started=c7 n_paired=7
        5.6 A Phonics pupils: before=c6 after=c6 verdict_before=unclear verdicts_on=Spelling
        """, column: "n_paired", truth: 1),
    KnownLeaks(
      description: "a school beside all schools",
      lines: """
        5.5 term A Phonics Spelling: n_started=9
        5.5 term B Phonics Spelling: n_started=c3
        5.5 term all Phonics Spelling: n_started=12
        """, column: "n_started", truth: 3),
    KnownLeaks(
      description: "a share of a printed number, and its complement",
      lines: """
        5.5 term A Phonics Spelling: n_started=10 n_paired=10 share_on_track=0.8
        episodes 8 A Phonics Spelling 2026-02-01: paired=yes on_track=yes
        episodes 2 A Phonics Spelling 2026-02-01: paired=yes on_track=no
        """, column: "on track: no", truth: 2),
    KnownLeaks(
      description: "a share as a page shows it",
      lines: """
        5.5 term A Phonics Spelling: n_started=11 n_paired=11 share_on_track=0.27
        episodes 3 A Phonics Spelling 2026-02-01: paired=yes on_track=yes
        episodes 8 A Phonics Spelling 2026-02-01: paired=yes on_track=no
        """, column: "on track: yes", truth: 3),
    KnownLeaks(
      description: "attrition of a printed number",
      lines: "5.5 term A Phonics Spelling: n_started=10 n_paired=c4 attrition=0.6",
      column: "n_paired", truth: 4),
    KnownLeaks(
      description: "up, same and down beside paired",
      lines: """
        5.5 term A Phonics Spelling: n_started=13 n_paired=13 n_up=6 n_same=c2 n_down=5
        """, column: "n_same", truth: 2),
    KnownLeaks(
      description: "two kept counts that come to 3",
      lines: """
        5.5 term A Phonics Spelling: n_started=8 n_paired=8 n_up=5 n_same=c1 n_down=c2
        """, column: "n_down", truth: 2),
    KnownLeaks(
      description: "a merged row of few",
      lines: """
        5.5 term A Phonics Spelling: - n_started=1
        5.5 term A Inference Spelling: - n_started=2
        merged term A Spelling: intervention=2_interventions n_started=3
        5.5 term A Fluency Spelling: n_started=8
        """, column: "n_started", truth: 1),
    KnownLeaks(
      description: "who left, by before, after and joined",
      lines: "5.6 A Phonics pupils: before=9 after=7 pupils_joined=0 pupils_left=c2",
      column: "pupils_left", truth: 2),
    KnownLeaks(
      description: "who stayed",
      lines: "5.6 A Phonics pupils: before=9 after=8 pupils_joined=c6 pupils_left=7",
      column: "stayed", truth: 2),
    KnownLeaks(
      description: "who goes on, by KPI 5.6 and KPI 5.5",
      lines: """
        5.5 term A Phonics Spelling: n_started=7 pupils=7 n_in_progress=c2
        5.6 A Phonics pupils: before=c9 after=9 pupils_joined=c6 pupils_left=c6
        """, column: "only under way", truth: 2),
  ]

  /// Leaks between KPI 9.5 and KPI 5.5.
  static let unitCases = [
    KnownLeaks(
      description: "a TA's episodes − used ones",
      lines: "9.5 term A ta TA-1: interventions=c0 pupils=9 n_episodes=9 n_used=7",
      column: "n_episodes − n_used", truth: 2),
    KnownLeaks(
      description: "a group beside its intervention",
      lines: """
        5.5 term A Phonics Spelling: n_started=12 n_paired=c0
        9.5 term A ta-group G-1: interventions=Phonics n_episodes=8
        9.5 term A ta-group G-2: interventions=Phonics n_episodes=c4
        episodes 8 A Phonics Spelling 2026-02-01: group=one
        episodes 4 A Phonics Spelling 2026-02-01: group=two
        """, column: "n_episodes", truth: 4),
    KnownLeaks(
      description: "a TA beside the intervention",
      lines: """
        5.5 term A Phonics Spelling: n_started=12 n_paired=c0
        9.5 term A ta TA-1: interventions=Phonics n_episodes=8 n_shared=0
        9.5 term A ta TA-2: interventions=Phonics n_episodes=c4 n_shared=0
        episodes 8 A Phonics Spelling 2026-02-01: ta=TA-1
        episodes 4 A Phonics Spelling 2026-02-01: ta=TA-2
        """, column: "n_episodes", truth: 4),
    KnownLeaks(
      description: "a TA's part of one of two interventions",
      lines: """
        5.5 term A Phonics Spelling: n_started=7 n_paired=c0
        5.5 term A Inference Spelling: n_started=9 n_paired=c0
        9.5 term A ta TA-1: interventions=Phonics;Inference n_episodes=10 n_shared=0
        9.5 term A ta TA-2: interventions=Inference n_episodes=6 n_shared=0
        episodes 7 A Phonics Spelling 2026-02-01: ta=TA-1
        episodes 3 A Inference Spelling 2026-02-01: ta=TA-1
        episodes 6 A Inference Spelling 2026-02-01: ta=TA-2
        """, column: "n_episodes in an intervention", truth: 3),
    KnownLeaks(
      description: "a TA beside the role level",
      lines: """
        9.5 term A ta TA-1: role_level=TA2 interventions=c0 n_episodes=9 n_shared=0
        9.5 term A ta TA-2: role_level=TA2 interventions=c0 n_episodes=c3 n_shared=0
        9.5 term A role-level TA2: role_level=TA2 interventions=c0 n_episodes=12 n_shared=0
        """, column: "n_episodes", truth: 3),
    KnownLeaks(
      description: "a role level of one TA",
      lines: """
        9.5 term A ta TA-1: role_level=TA2 interventions=c0 n_episodes=9 n_paired=c7
        9.5 term A role-level TA2: role_level=TA2 interventions=c0 n_episodes=c9 n_paired=7
        """, column: "n_episodes − n_paired", truth: 2),
  ]

  /// Tables that keep what they should.
  static let safe = """
    5.5 term A Phonics Spelling: n_started=c3 pupils=c3 n_paired=c3 n_growth=c2
    5.5 year A Phonics Spelling: n_started=15 pupils=15 n_paired=c14 n_growth=c14
    5.5 term A Inference Spelling: n_started=12 pupils=12 n_paired=7 n_growth=c5
    5.6 A Phonics pupils: before=9 after=9 pupils_joined=c4 pupils_left=c4
    9.5 term A ta TA-1: interventions=c0 n_episodes=9 n_used=c7 n_paired=c8
    """
}
