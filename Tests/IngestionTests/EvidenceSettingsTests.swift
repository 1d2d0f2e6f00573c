import Diagnostics
import Ingestion
import ProvisionModel
import TestSupport
import Testing

@Suite("The section evidence of school.yml")
struct EvidenceSettingsTests {
  private func reading(_ yaml: String) throws -> SettingsReading {
    try SettingsFile.reading(yaml: yaml, name: "school.yml")
  }

  private func findings(_ yaml: String) throws -> [Finding] {
    let failure = #expect(throws: UnusableInput.self) { try reading(yaml) }
    let refusal = try #require(failure)
    #expect(refusal.reason == .settings)
    return refusal.findings
  }

  @Test("sets everything of METHOD sections 5 and 7")
  func everything() throws {
    let read = try reading(
      """
      evidence:
        priors: 1
        lookback_days: 200
        comparable_days: 0
        min_df: 8
        spread_df: 1
        group_sd: 0
        far: 0.2
        far_n: 2.5
        beyond: 0.3
        bend_sd: 0.5
        bend_at: 1.5
        min_spread: 0.05
        prior_sd: 0.2
        smallest_effect: 0.15
        better: 0.8
        worse: 0.95
        same: 0.7
        likely_better: 0.8
        no_gain: 0.2
        well_above: 97.5
        well_below: 5
      """)
    var wanted = EvidenceSettings()
    (wanted.priors, wanted.lookbackDays, wanted.comparableDays) = (1, 200, 0)
    (wanted.minDf, wanted.spreadDf, wanted.groupSd) = (8, 1, 0)
    (wanted.far, wanted.farN, wanted.beyond) = (0.2, 2.5, 0.3)
    (wanted.bendSd, wanted.bendAt, wanted.minSpread) = (0.5, 1.5, 0.05)
    (wanted.priorSd, wanted.smallestEffect) = (0.2, 0.15)
    (wanted.better, wanted.worse, wanted.same) = (0.8, 0.95, 0.7)
    (wanted.likelyBetter, wanted.noGain) = (0.8, 0.2)
    (wanted.wellAbove, wanted.wellBelow) = (97.5, 5)
    #expect(read.settings.evidence == wanted)
    #expect(read.findings.isEmpty)
  }

  @Test("has the defaults of METHOD for what it leaves out")
  func defaults() throws {
    let evidence = try reading("evidence: {priors: 2}").settings.evidence
    #expect([evidence.priors, evidence.lookbackDays, evidence.comparableDays] == [2, 400, 45])
    #expect([evidence.minDf, evidence.spreadDf] == [10, 30])
    #expect([evidence.groupSd, evidence.far, evidence.farN] == [0.1, 0.15, 4])
    #expect([evidence.beyond, evidence.bendSd, evidence.bendAt] == [0.15, 0.4, 1])
    #expect([evidence.minSpread, evidence.priorSd, evidence.smallestEffect] == [0.1, 0.3, 0.1])
    #expect([evidence.better, evidence.worse, evidence.same] == [0.75, 0.94, 0.75])
    #expect([evidence.likelyBetter, evidence.noGain] == [0.65, 0.25])
    #expect([evidence.wellAbove, evidence.wellBelow] == [95, 2.5])
  }

  @Test(
    "is refused where a number is out of its range, which the hint names",
    arguments: [
      ("priors", "0", "from 1 to 3"), ("priors", "4", "from 1 to 3"),
      ("lookback_days", "0", "from 1 to 3650"), ("comparable_days", "366", "from 0 to 365"),
      ("comparable_days", "-1", "from 0 to 365"), ("min_df", "7", "from 8 to 100000"),
      ("spread_df", "0", "from 1 to 10000"), ("group_sd", "-0.1", "from 0 to 10"),
      ("far", "11", "from 0 to 10"), ("far_n", "0", "a number over 0"),
      ("beyond", ".nan", "from 0 to 10"), ("bend_sd", "0", "over 0 and up to 10"),
      ("bend_at", "-1", "from 0 to 10"), ("min_spread", "0", "from 0.01 to 10"),
      ("prior_sd", "0", "a number over 0"), ("smallest_effect", "-0.1", "from 0 to 10"),
      ("better", "1", "from 0.5 to 0.999"), ("better", "0.4", "from 0.5 to 0.999"),
      ("worse", "75%", "from 0.5 to 0.999"), ("same", "1", "from 0.5 to 0.999"),
      ("likely_better", "0.4", "from 0.5 to 0.999"), ("no_gain", "0", "over 0 and up to 0.5"),
      ("no_gain", "0.6", "over 0 and up to 0.5"), ("well_above", "100", "from 50 to 99.999"),
      ("well_below", "51", "over 0 and up to 50"),
    ])
  func outOfRange(key: String, value: String, hint: String) throws {
    let findings = try findings("evidence:\n  \(key): \(value)")
    #expect(findings.count == 1)
    #expect(findings[0].place == "school.yml:2:\(key.count + 5)")
    #expect(findings[0].message == "evidence.\(key) is \"\(value)\"")
    #expect(findings[0].hint.hasSuffix(hint))
  }

  @Test("asks no more of likely-better than of better")
  func likelyBetterOverBetter() throws {
    let both = try findings("evidence:\n  better: 0.7\n  likely_better: 0.8")
    #expect(both.map(\.place) == ["school.yml:3:18"])
    #expect(both[0].message.hasPrefix("evidence.likely_better, 0.8, is over evidence.better, 0.7"))
    #expect(both[0].hint == "write likely_better: 0.7 or less")
    let one = try findings("evidence:\n  better: 0.6")
    #expect(one.map(\.place) == ["school.yml:2:11"])
    #expect(one[0].message.hasPrefix("evidence.likely_better, 0.65, is over evidence.better, 0.6"))
  }

  @Test(
    "has taken the place of settings that are gone: each says where it went",
    arguments: [
      ("linking", "priors", "evidence.priors"),
      ("linking", "lookback_days", "evidence.lookback_days"),
      ("thresholds", "minimum_comparison", "three classmates"),
      ("thresholds", "similar_within", "no longer"),
      ("thresholds", "minimum_pairs", "evidence.min_df"),
      ("thresholds", "prior_sd", "evidence.prior_sd"),
      ("thresholds", "smallest_effect", "evidence.smallest_effect"),
      ("thresholds", "probability", "evidence.better, worse, same, likely_better and no_gain"),
    ])
  func removed(section: String, key: String, hint: String) throws {
    let findings = try findings("\(section):\n  \(key): 3")
    #expect(findings.count == 1)
    #expect(findings[0].place == "school.yml:2:3" && findings[0].severity == .error)
    #expect(findings[0].message == "\"\(section).\(key)\" is no longer a setting")
    #expect(findings[0].hint.contains(hint))
  }

  @Test("does not lend the names of what is gone to other sections")
  func sameNameElsewhere() throws {
    let finding = try #require(try findings("linking:\n  probability: 0.8").first)
    #expect(finding.message == "unknown key \"linking.probability\"")
  }
}

@Suite("Recommendations of school.yml that were written for the former verdicts")
struct FormerRecommendationsTests {
  private func findings(_ lines: String...) throws -> [Finding] {
    let yaml = "school: Oak\nrecommendations:\n" + lines.map { "  - {\($0)}\n" }.joined()
    return try SettingsFile.reading(yaml: yaml, name: "school.yml").findings
  }

  @Test("are used, with a warning that names the verdicts without a line")
  func former() throws {
    let yaml = "school: Oak\nrecommendations:\n  - {recommend: continue, verdict: [better, same]}\n"
    let reading = try SettingsFile.reading(yaml: yaml, name: "school.yml")
    #expect(reading.settings.recommendations == [RecommendationRule(.continue, [.better, .same])])
    let finding = try #require(reading.findings.first)
    #expect(reading.findings.count == 1)
    #expect(finding.code == .setting && finding.severity == .warning)
    #expect(finding.place == "school.yml:2:1")
    #expect(
      finding.message == "no line of recommendations names likely-better or no-gain: what has such "
        + "a verdict gets assess")
    #expect(finding.hint.contains("unclear is likely-better or no-gain now"))
    #expect(finding.hint.contains("better on expected-progress is not-judged"))
  }

  @Test("get the warning for one of the two verdicts alone")
  func oneOfTheTwo() throws {
    let likely = try findings("recommend: continue, verdict: [better, likely-better]")
    #expect(likely.map(\.value) == ["no-gain"])
    #expect(likely[0].message.contains("names no-gain: "))
    let noGain = try findings("recommend: stop-or-replace, verdict: no-gain, evidence: 2")
    #expect(noGain.map(\.value) == ["likely-better"])
  }

  @Test("get no warning once lines name both, nor where the file has none")
  func all() throws {
    #expect(
      try findings(
        "recommend: continue, verdict: likely-better", "recommend: assess, verdict: no-gain"
      ).isEmpty)
    #expect(
      try SettingsFile.reading(yaml: "school: Oak", name: "school.yml").findings.isEmpty)
  }

  @Test("leave it at the errors where a line is refused")
  func refused() throws {
    let failure = #expect(throws: UnusableInput.self) {
      try findings("recommend: continue, verdict: likely")
    }
    #expect(failure?.findings.map(\.severity) == [.error])
  }

  @Test("are warned of with the findings about the school's files, ahead of them")
  func reader() async throws {
    let folder = try TemporaryFolder()
    try folder.write("other.yml", "recommendations: [{recommend: assess, verdict: unclear}]\n")
    try folder.write("tracking.csv", "pupil_id,date,measure,score,house\nP0,2025-09-10,R,9,A\n")
    try folder.write("provision-map.csv", "pupil_id,intervention,start_date\nP0,A,2025-09-15\n")
    let result = try await SchoolReader(
      folder: folder.path, settings: folder.path(of: "other.yml")
    ).read()
    #expect(
      result.findings.map { "\($0.place) \($0.severity.rawValue)" }
        == ["other.yml:1:1 warning", "tracking.csv:1 note"])
  }
}
