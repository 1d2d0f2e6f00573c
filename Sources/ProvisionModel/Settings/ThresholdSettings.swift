/// The thresholds of METHOD §1 and §5–9.
public struct ThresholdSettings: Sendable, Equatable, Encodable {
  /// Waves that are universal provision (§1).
  public var universalWaves = ["1", "universal"]
  /// Nothing is said of an effect on fewer pupils (§5).
  public var minimumPupils = 5
  /// A stratum of fewer scores is passed over (§5.1).
  public var minimumStratum = 5
  /// The predicted rise by chance needs this many pairs (§6).
  public var minimumRetestPairs = 30
  /// Effect sizes further from 0 than this are implausible (§7).
  public var implausibleEffect = 0.8
  /// The lower ends of the bands of ratio gain: small, useful, substantial, remarkable (§4).
  public var ratioBands = [1.4, 2, 3, 4]
  /// The lower ends of 1, 2, … 12 months of progress in |g| (§5; FIELD's table of the EEF).
  public var monthsOfProgress = [
    0.05, 0.10, 0.19, 0.27, 0.36, 0.45, 0.53, 0.62, 0.70, 0.79, 0.88, 0.96,
  ]
  /// The usual length of a session [minutes], from and to (§9).
  public var usualMinutes = [20.0, 50]
  /// The usual sessions in a week, from and to (§9).
  public var usualSessionsPerWeek = [3.0, 5]
  /// The usual length of a programme [weeks], from and to (§9).
  public var usualWeeks = [8.0, 20]
  /// The upper ends of the bands of cost per pupil and year [£] (§9).
  public var costBands = [80.0, 200, 720, 1200]
  /// Dose and response are set against each other from this many episodes on (§9).
  public var minimumDoseResponse = 10

  /// An attendance under this is low: what was not attended cannot be judged.
  public var lowAttendance = 0.8
  /// A share of episodes without both tests over this is large.
  public var manyMissing = 0.2
  /// Groups of more pupils are large.
  public var largestGroup = 6.0
  /// Groups of no more pupils are small, so that others could join them.
  public var smallestGroup = 3.0
  /// A month of progress that costs more is costly [£ a pupil]: a quarter of the lower end of the
  /// EEF's highest band, for the four months that interventions led by TAs gave on average.
  public var costlyMonth = 300.0
  /// Pupils' own effects that spread so many times as far as classmates' growth differ widely.
  public var wideSpread = 1.5
  /// A pupil whose latest score lies no less than this over the mean of the cohort seems ready to
  /// leave [SD].
  public var readyToLeave = 0.0
  /// A pupil without support whose latest score lies more than this under the mean of the cohort is
  /// not served [SD].
  public var notServedBelow = 1.5
  /// So many terms in a row without the expected progress ask for another support.
  public var termsWithoutProgress = 2

  /// The defaults.
  public init() {}
}
