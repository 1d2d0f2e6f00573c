import Diagnostics
import Ingestion
import ProvisionModel
import TestSupport
import Testing

@Suite("A school.yml that is wrong")
struct SettingsRefusalTests {
  private func findings(_ yaml: String) throws -> [Finding] {
    let failure = #expect(throws: UnusableInput.self) {
      try SettingsFile.settings(yaml: yaml, name: "school.yml")
    }
    let refusal = try #require(failure)
    #expect(refusal.reason == .settings)
    return refusal.findings
  }

  @Test(
    "is refused where a value is of the wrong kind, with line and column",
    arguments: [
      ("school: [Oak]", "1:9", "school is", "a text"),
      ("school:\n  name: Oak", "2:3", "school is", "a text"),
      ("linking: soon", "1:10", "linking should hold keys", "soon"),
      ("evidence:\n  priors: many", "2:11", "evidence.priors is \"many\"", "from 1 to 3"),
      ("evidence:\n  priors: 4", "2:11", "evidence.priors is \"4\"", "from 1 to 3"),
      ("evidence:\n  priors: 1.5", "2:11", "evidence.priors is \"1.5\"", "a whole number"),
      ("linking:\n  baseline_days_before: -1", "2:25", "is \"-1\"", "from 0 to 3650"),
      ("measures: [NGRT]", "1:11", "measures should hold keys", ""),
      ("measures:\n  NGRT: 15", "2:9", "measures.NGRT should hold keys", ""),
      ("measures:\n  N:\n    kind: score", "3:11", "measures.N.kind is \"score\"", "age, stand"),
      ("measures:\n  N:\n    sd: 0", "3:9", "measures.N.sd is \"0\"", "a number over 0"),
      ("measures:\n  N:\n    sd: wide", "3:9", "measures.N.sd is \"wide\"", "a number over 0"),
      ("measures:\n  N:\n    sd: .nan", "3:9", "measures.N.sd is \".nan\"", "a number over 0"),
      ("measures:\n  N:\n    retest_r: 1.1", "3:15", "retest_r is \"1.1\"", "from 0 to 1"),
      ("measures:\n  N:\n    attainment: perhaps", "3:17", "is \"perhaps\"", "true or false"),
      ("measures:\n  N:\n    aliases: {a: b}", "3:14", "measures.N.aliases", "a list of texts"),
      ("measures:\n  N:\n    age_format: months", "3:17", "is \"months\"", "years.months, dec"),
      ("interventions:\n  P:\n    universal: 3", "3:16", "P.universal is \"3\"", "true or"),
      ("columns:\n  tracking: SAS", "2:13", "columns.tracking should hold keys", ""),
      ("layout:\n  tracking:\n    files: {a: b}", "3:12", "files", "a list of texts"),
      ("disclosure:\n  minimum_pupils: 0", "2:19", "is \"0\"", "from 1 to 1000"),
      ("disclosure:\n  preset: strict", "2:11", "preset is \"strict\"", "school, ofqual, open"),
      ("disclosure:\n  round_to: 20", "2:3", "round_to is over minimum_pupils", "at most 5"),
      (
        "disclosure:\n  preset: ons\n  round_to: 5", "2:3", "round_to is set beside the preset",
        "write preset: custom"
      ),
      ("thresholds:\n  ratio_bands: [1, 2]", "2:16", "ratio_bands", "4 rising numbers"),
      ("thresholds:\n  ratio_bands: [4, 3, 2, 1]", "2:16", "ratio_bands", "4 rising numbers"),
      ("interventions:\n  P:\n    chosen_by: SAS", "3:16", "is \"SAS\"", "scores, need, both, unk"),
      ("terms: autumn", "1:8", "terms should hold keys", ""),
    ]
  )
  func wrongKind(yaml: String, place: String, message: String, hint: String) throws {
    let findings = try findings(yaml)
    let finding = try #require(findings.first)
    #expect(findings.count == 1)
    #expect(finding.code == .setting && finding.severity == .error)
    #expect(finding.place == "school.yml:\(place)")
    #expect(finding.message.contains(message))
    #expect(finding.hint.contains(hint) || finding.value.contains(hint))
  }

  @Test(
    "is refused where a key is unknown, with the one that may be meant",
    arguments: [
      ("shcool: Oak", "1:1", "shcool", "did you mean \"school\"?"),
      (
        "linking:\n  baseline_days_befor: 90", "2:3", "linking.baseline_days_befor",
        "did you mean \"baseline_days_before\"?"
      ),
      ("measures:\n  N:\n    alias: [M]", "3:5", "measures.N.alias", "did you mean \"aliases\"?"),
      (
        "columns:\n  tracking:\n    scor: SAS", "3:5", "columns.tracking.scor",
        "did you mean \"score\"?"
      ),
      (
        "columns:\n  trackin:\n    score: SAS", "2:3", "columns.trackin",
        "did you mean \"tracking\"?"
      ),
      ("thresholds:\n  zebra: 1", "2:3", "thresholds.zebra", "known here: "),
    ]
  )
  func unknownKey(yaml: String, place: String, key: String, hint: String) throws {
    let finding = try #require(try findings(yaml).first)
    #expect(finding.place == "school.yml:\(place)")
    #expect(finding.message == "unknown key \"\(key)\"")
    #expect(finding.hint.hasPrefix(hint))
  }

  @Test(
    "is refused where a line of the recommendations is wrong, or would stop something too early",
    arguments: [
      ("{recommend: stop, verdict: same}", "2:17", "recommendations[1].recommend is \"stop\"", ""),
      ("{verdict: same}", "2:5", "recommendations[1].recommend is missing", "vary-frequency"),
      ("{recommend: assess}", "2:5", "recommendations[1].verdict is missing", "too-few"),
      (
        "{recommend: assess, verdict: [same, uncler]}", "2:41",
        "recommendations[1].verdict is \"uncler\"", "did you mean \"unclear\"?"
      ),
      (
        "{recommend: assess, verdict: same, when: [low-attendence]}", "2:47",
        "recommendations[1].when is \"low-attendence\"", "did you mean \"low-attendance\"?"
      ),
      (
        "{recommend: assess, verdict: same, when: soon}", "2:46",
        "recommendations[1].when is \"soon\"", "one or several of low-attendance, many"
      ),
      (
        "{recommend: assess, verdict: same, evidence: 5}", "2:50",
        "recommendations[1].evidence is \"5\"", "from 0 to 4"
      ),
      (
        "{recommend: assess, verdict: same, evidense: 3}", "2:40",
        "unknown key \"recommendations[1].evidense\"", "evidence"
      ),
      (
        "{recommend: stop-or-replace, verdict: [worse, unclear], evidence: 4}", "2:5",
        "is stop-or-replace for the verdict unclear, on which nothing may be stopped",
        "worse, same, no-gain"
      ),
      (
        "{recommend: stop-or-replace, verdict: too-few, evidence: 4}", "2:5",
        "is stop-or-replace for the verdict too-few", "assess"
      ),
      (
        "{recommend: stop-or-replace, verdict: likely-better, evidence: 4}", "2:5",
        "is stop-or-replace for the verdict likely-better", "assess"
      ),
      (
        "{recommend: stop-or-replace, verdict: worse, evidence: 1}", "2:5",
        "is stop-or-replace on evidence under 2", "evidence: 2 or more"
      ),
      ("{recommend: stop-or-replace, verdict: same}", "2:5", "on evidence under 2", ""),
    ]
  )
  func recommendations(line: String, place: String, message: String, hint: String) throws {
    let findings = try findings("recommendations:\n  - \(line)")
    let finding = try #require(findings.first)
    #expect(findings.count == 1)
    #expect(finding.place == "school.yml:\(place)")
    #expect(finding.message.contains(message))
    #expect(finding.hint.contains(hint))
  }

  @Test("is refused where the recommendations are no list, or an empty one")
  func noRecommendations() throws {
    #expect(try findings("recommendations: soon")[0].message == "recommendations is \"soon\"")
    #expect(try findings("recommendations: []")[0].message == "recommendations has no line")
  }

  @Test("tells everything that is wrong at once")
  func everything() throws {
    let findings = try findings("evidence:\n  priors: 9\n  lookback: 1\nmeasure: {}\n")
    #expect(findings.map(\.line) == [2, 3, 4])
  }

  @Test("is refused where a key stands twice")
  func duplicateKey() throws {
    let finding = try #require(try findings("school: Oak\nschool: Elm\n").first)
    #expect(finding.message.contains("school"))
    #expect(finding.line != nil)
  }

  @Test("is refused where it is not YAML", arguments: ["school: [Oak", "a: b: c", "\tschool: Oak"])
  func broken(yaml: String) throws {
    let finding = try #require(try findings(yaml).first)
    #expect(finding.message.hasPrefix("not YAML"))
    #expect(finding.line != nil && finding.column != nil)
  }

  @Test("must be there where it is asked for")
  func missing() throws {
    let folder = try TemporaryFolder()
    let failure = #expect(throws: UnusableInput.self) {
      try SettingsFile.read(path: folder.path(of: "other.yml"), name: "other.yml")
    }
    #expect(failure?.reason == .missing)
  }
}
