import ProvisionModel

/// Progress beside the expected one, for sets of courses without enough pupils to compare with
/// (METHOD §6). It is never judged.
struct ExpectedProgress {
  private let comparison: AgainstOtherPupils
  private let episodes: [Episode]
  private let links: [LinkedEpisode]

  init(_ comparison: AgainstOtherPupils, episodes: [Episode], links: [LinkedEpisode]) {
    self.comparison = comparison
    self.episodes = episodes
    self.links = links
  }

  /// The mean of gain − expected, with the plain t interval over pupils, whose courses are averaged;
  /// nil where it rests on fewer pupils than `minimumPupils`.
  func effect(_ positions: [Int], measure: Int, minimumPupils: Int) -> Effect? {
    let used = positions.filter { links[$0].isPaired && links[$0].expectedGain != nil }
    var ofPupil: [Int: [Double]] = [:]
    for position in used {
      let surplus = (links[position].gain ?? 0) - (links[position].expectedGain ?? 0)
      ofPupil[episodes[position].pupil, default: []].append(surplus)
    }
    guard ofPupil.count >= max(2, minimumPupils), let sd = comparison.referenceSDs[measure] else {
      return nil
    }
    let means = ofPupil.sorted { $0.key < $1.key }.compactMap { SampleSummary($0.value).mean }
    let summary = SampleSummary(means)
    guard let mean = summary.mean, let spread = summary.standardDeviation else { return nil }
    return Effect(
      pupils: means.count, courses: used.count, value: mean,
      variance: spread * spread / Double(means.count), degreesOfFreedom: means.count - 1, sd: sd)
  }
}

/// The rise that chance alone predicts for pupils picked for a low score (METHOD §6): an upper guide,
/// never subtracted.
struct ChanceRise {
  private let data: SchoolData
  private let links: [LinkedEpisode]
  /// r and μ of each measure, μ with the measure's sign; nil where they are not known.
  private let known: [(correlation: Double, mean: Double)?]

  init(_ comparison: AgainstOtherPupils, data: SchoolData, links: [LinkedEpisode]) {
    self.data = data
    self.links = links
    known = data.measures.indices.map { Self.known(data.measures[$0], at: $0, comparison, data) }
  }

  /// (1 − r)(μ − x̄), positive where chance improves the score [the measure's unit]; nil where r or μ
  /// is not known.
  func rise(_ positions: [Int], measure: Int) -> Double? {
    let paired = positions.filter { links[$0].isPaired }
    let own = SampleSummary(paired.compactMap { links[$0].baseline?.value }).mean
    guard let own, let (correlation, mean) = known[measure] else { return nil }
    return Self.rise(
      correlation: correlation, mean: mean, ownMean: data.measures[measure].sign * own)
  }

  /// (1 − r)(μ − x̄).
  static func rise(correlation: Double, mean: Double, ownMean: Double) -> Double {
    (1 - correlation) * (mean - ownMean)
  }

  /// The correlation of x_1 and y over the pairs of one score, where there are enough, else what
  /// school.yml says; the mean x_1 of those pairs, else the measure's.
  private static func known(
    _ measure: Measure, at position: Int, _ comparison: AgainstOtherPupils, _ data: SchoolData
  ) -> (correlation: Double, mean: Double)? {
    let pairs = comparison.pairs[comparison.pairs(ofMeasure: position, scores: 1)]
    let starts = pairs.map { $0.scores[0] }
    let ends = pairs.map(\.outcome)
    let startMean = SampleSummary(starts).mean
    var correlation = measure.retestCorrelation
    if pairs.count >= data.settings.thresholds.minimumRetestPairs, let startMean,
      let endMean = SampleSummary(ends).mean
    {
      var (products, startSquares, endSquares) = (0.0, 0.0, 0.0)
      for (start, end) in zip(starts, ends) {
        products += (start - startMean) * (end - endMean)
        startSquares += (start - startMean) * (start - startMean)
        endSquares += (end - endMean) * (end - endMean)
      }
      if startSquares > 0, endSquares > 0 {
        correlation = products / (startSquares * endSquares).squareRoot()
      }
    }
    guard let correlation, let mean = startMean ?? measure.mean.map({ measure.sign * $0 }) else {
      return nil
    }
    return (correlation, mean)
  }
}
