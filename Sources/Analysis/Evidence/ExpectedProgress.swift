import ProvisionModel

/// Progress beside the expected one, for sets of episodes without anybody to compare with
/// (METHOD §6).
struct ExpectedProgress {
  private let comparison: AgainstOtherPupils
  private let episodes: [Episode]
  private let links: [LinkedEpisode]

  init(_ comparison: AgainstOtherPupils, episodes: [Episode], links: [LinkedEpisode]) {
    self.comparison = comparison
    self.episodes = episodes
    self.links = links
  }

  /// The mean of gain − expected, with the plain t interval over pupils, whose episodes are averaged;
  /// nil where it rests on fewer pupils than `minimumPupils`.
  func effect(_ positions: [Int], measure: Int, minimumPupils: Int) -> Effect? {
    let used = positions.filter { links[$0].isPaired && links[$0].expectedGain != nil }
    var ofPupil: [Int: [Double]] = [:]
    for position in used {
      let surplus = (links[position].gain ?? 0) - (links[position].expectedGain ?? 0)
      ofPupil[episodes[position].pupil, default: []].append(surplus)
    }
    guard ofPupil.count >= minimumPupils, let sd = comparison.referenceSDs[measure] else {
      return nil
    }
    let means = ofPupil.sorted { $0.key < $1.key }.compactMap { SampleSummary($0.value).mean }
    let summary = SampleSummary(means)
    guard let mean = summary.mean, let spread = summary.standardDeviation else { return nil }
    return Effect(
      pupils: means.count, episodes: used.count, value: mean,
      variance: spread * spread / Double(means.count), sd: sd)
  }
}

/// The rise that chance alone predicts for pupils picked for a low score (METHOD §6): an upper guide,
/// never subtracted.
struct ChanceRise {
  private let comparison: AgainstOtherPupils
  private let data: SchoolData
  private let links: [LinkedEpisode]
  /// r of each measure; nil where it is not known.
  private let correlations: [Double?]

  init(_ comparison: AgainstOtherPupils, data: SchoolData, links: [LinkedEpisode]) {
    self.comparison = comparison
    self.data = data
    self.links = links
    correlations = data.measures.indices.map { Self.correlation($0, comparison, data) }
  }

  /// (1 − r)(μ − x̄), its sign turned where lower is better [the measure's unit]; nil where r or μ is
  /// not known.
  func rise(_ positions: [Int], measure: Int) -> Double? {
    let paired = positions.filter { links[$0].isPaired }
    let own = SampleSummary(paired.compactMap { links[$0].baseline?.value }).mean
    guard let own, let correlation = correlations[measure],
      let mean = meanOfClassmates(paired) ?? data.measures[measure].mean
    else { return nil }
    return data.measures[measure].sign
      * Self.rise(
        correlation: correlation, mean: mean, ownMean: own)
  }

  /// (1 − r)(μ − x̄).
  static func rise(correlation: Double, mean: Double, ownMean: Double) -> Double {
    (1 - correlation) * (mean - ownMean)
  }

  /// The mean baseline of the distinct pairs that rules 1–3 admit for some episodes.
  private func meanOfClassmates(_ paired: [Int]) -> Double? {
    var rows: Set<UInt64> = []
    var baselines: [Double] = []
    for set in Set(paired.compactMap { comparison.contrasts[$0].set }).sorted() {
      for pair in comparison.sets[set].pairs where rows.insert(key(pair)).inserted {
        baselines.append(data.assessments.score[Int(comparison.pairs.baseline[Int(pair)])])
      }
    }
    return SampleSummary(baselines).mean
  }

  private func key(_ pair: UInt32) -> UInt64 {
    UInt64(comparison.pairs.baseline[Int(pair)]) << 32
      | UInt64(comparison.pairs.outcome[Int(pair)])
  }

  /// The correlation of start and end over the pairs of a measure that rest on the baseline alone,
  /// where there are enough; else what school.yml says.
  private static func correlation(
    _ measure: Int, _ comparison: AgainstOtherPupils, _ data: SchoolData
  ) -> Double? {
    let range = comparison.pairs(ofMeasure: measure, scores: 1)
    guard range.count >= data.settings.thresholds.minimumRetestPairs else {
      return data.measures[measure].retestCorrelation
    }
    let starts = range.map { comparison.pairs.level[$0] }
    let ends = range.map { data.assessments.score[Int(comparison.pairs.outcome[$0])] }
    guard let startMean = SampleSummary(starts).mean, let endMean = SampleSummary(ends).mean else {
      return data.measures[measure].retestCorrelation
    }
    var (products, startSquares, endSquares) = (0.0, 0.0, 0.0)
    for (start, end) in zip(starts, ends) {
      products += (start - startMean) * (end - endMean)
      startSquares += (start - startMean) * (start - startMean)
      endSquares += (end - endMean) * (end - endMean)
    }
    guard startSquares > 0, endSquares > 0 else { return data.measures[measure].retestCorrelation }
    return products / (startSquares * endSquares).squareRoot()
  }
}
