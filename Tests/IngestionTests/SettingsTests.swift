import Diagnostics
import Ingestion
import ProvisionModel
import TestSupport
import Testing

@Suite("school.yml")
struct SettingsTests {
  private func settings(_ yaml: String) throws -> Settings {
    try SettingsFile.settings(yaml: yaml, name: "school.yml")
  }

  @Test("may be empty or hold nothing but comments", arguments: ["", "\n", "# nothing\n", "---\n"])
  func empty(yaml: String) throws {
    #expect(try settings(yaml) == Settings())
  }

  @Test("may begin with a byte order mark and have lines that end with CR LF")
  func windows() throws {
    #expect(
      try settings("\u{FEFF}school: Oak\r\nlinking:\r\n  outcome_days_after: 1\r\n").school == "Oak"
    )
  }

  @Test("says everything of measures")
  func measures() throws {
    let yaml = """
      measures:
        NGRT SAS:
          kind: standardised
          aliases: [NGRT, "NGRT (SAS)"]
          sd: 14.5
          mean: 101
          attainment: false
          minimum: 60
          maximum: 141
          retest_r: 0.85
        SDQ total: {kind: points, lower_is_better: yes, expected_per_year: -0.5}
        Effort: {codes: ["-", "=", "+"], not_assessed: [abs, left]}
        Salford: {kind: age, age_format: years.months}
        Suffolk: {kind: age, age_format: decimal-years}
        Plain:
      """
    let measures = try settings(yaml).measures
    #expect(
      measures.map(\.name)
        == ["NGRT SAS", "SDQ total", "Effort", "Salford", "Suffolk", "Plain"]
    )
    var ngrt = MeasureSettings(name: "NGRT SAS")
    (ngrt.kind, ngrt.aliases, ngrt.sd, ngrt.mean) =
      (.standardised, ["NGRT", "NGRT (SAS)"], 14.5, 101)
    (ngrt.attainment, ngrt.minimum, ngrt.maximum, ngrt.retestR) = (false, 60, 141, 0.85)
    #expect(measures[0] == ngrt)
    #expect(measures[1].lowerIsBetter == true && measures[1].expectedPerYear == -0.5)
    #expect(measures[2].codes == ["-", "=", "+"] && measures[2].notAssessed == ["abs", "left"])
    #expect(measures[3].ageFormat == .yearsMonths && measures[4].ageFormat == .decimalYears)
    #expect(measures[5] == MeasureSettings(name: "Plain"))
  }

  @Test("says everything of interventions")
  func interventions() throws {
    let yaml = """
      interventions:
        Precision teaching:
          measures: [Salford, NGRT SAS]
          evidence_base: EEF promising
          same_as: PT
          chosen_by: both
          universal: true
      """
    var wanted = InterventionSettings(name: "Precision teaching")
    wanted.measures = ["Salford", "NGRT SAS"]
    wanted.evidenceBase = "EEF promising"
    wanted.sameAs = "PT"
    wanted.chosenBy = .both
    wanted.universal = true
    #expect(try settings(yaml).interventions == [wanted])
  }

  @Test("sets the windows of METHOD section 3; what it leaves out keeps its default")
  func linking() throws {
    let all = try settings(
      """
      linking:
        baseline_days_before: 180
        baseline_days_after: 0
        outcome_days_before: 7
        outcome_days_after: 30
      """
    ).linking
    #expect([all.baselineDaysBefore, all.baselineDaysAfter] == [180, 0])
    #expect([all.outcomeDaysBefore, all.outcomeDaysAfter] == [7, 30])
    let one = try settings("linking: {baseline_days_before: 180}").linking
    #expect([one.baselineDaysBefore, one.baselineDaysAfter] == [180, 21])
    #expect([one.outcomeDaysBefore, one.outcomeDaysAfter] == [21, 90])
  }

  @Test("names columns and files of every kind, and sets disclosure")
  func columnsAndLayout() throws {
    let all = try settings(
      """
      school: Oakfield
      columns:
        pupils: {pupil_id: UPN}
        tracking: {score: SAS}
        provision-map: {ta: Staff}
        staff: {ta: Initials}
        decisions: {term: When}
      layout:
        pupils: {files: roll.csv}
        tracking: {files: [a.csv, b.csv]}
        provision-map: {files: [map.csv]}
        staff: {files: [s.csv]}
        decisions: {files: [d.csv]}
      disclosure: {minimum_pupils: 10}
      """
    )
    #expect(all.school == "Oakfield")
    #expect(
      all.columns == [
        "pupils": ["pupil_id": "UPN"], "tracking": ["score": "SAS"],
        "provision-map": ["ta": "Staff"], "staff": ["ta": "Initials"],
        "decisions": ["term": "When"],
      ]
    )
    #expect(all.layout["pupils"]?.files == ["roll.csv"])
    #expect(all.layout["tracking"]?.files == ["a.csv", "b.csv"])
    #expect(all.layout.count == 5)
    #expect(all.disclosure.minimumPupils == 10)
    #expect(all.disclosure.preset == .custom && all.disclosure.rounding == 1)
    let preset = try settings("disclosure: {preset: opensafely}").disclosure
    #expect(preset == DisclosureSettings(.opensafely))
    let custom = try settings("disclosure: {preset: custom, minimum_pupils: 6, round_to: 3}")
    #expect(custom.disclosure.minimumPupils == 6 && custom.disclosure.rounding == 3)
  }

  @Test("sets every threshold of METHOD")
  func thresholds() throws {
    let all = try settings(
      """
      thresholds:
        universal_waves: [2, whole class]
        minimum_pupils: 6
        minimum_stratum: 7
        minimum_retest_pairs: 40
        implausible_effect: 1.2
        ratio_bands: [1.5, 2, 3, 4]
        months_of_progress: [0.02, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1]
        usual_minutes: [15, 45]
        usual_sessions_per_week: [2, 5]
        usual_weeks: [6, 20]
        cost_bands: [100, 200, 300, 400]
        minimum_dose_response: 20
        low_attendance: 0.7
        many_missing: 0.3
        largest_group: 8
        smallest_group: 2
        costly_month: 250
        wide_spread: 2
        ready_to_leave: -0.1
        not_served_below: 1
        terms_without_progress: 3
      """
    ).thresholds
    var wanted = ThresholdSettings()
    wanted.universalWaves = ["2", "whole class"]
    (wanted.minimumPupils, wanted.minimumStratum, wanted.minimumRetestPairs) = (6, 7, 40)
    wanted.implausibleEffect = 1.2
    wanted.ratioBands = [1.5, 2, 3, 4]
    wanted.monthsOfProgress = [0.02, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1]
    (wanted.usualMinutes, wanted.usualSessionsPerWeek) = ([15, 45], [2, 5])
    (wanted.usualWeeks, wanted.costBands) = ([6, 20], [100, 200, 300, 400])
    wanted.minimumDoseResponse = 20
    (wanted.lowAttendance, wanted.manyMissing) = (0.7, 0.3)
    (wanted.largestGroup, wanted.smallestGroup) = (8, 2)
    (wanted.costlyMonth, wanted.wideSpread) = (250, 2)
    (wanted.readyToLeave, wanted.notServedBelow, wanted.termsWithoutProgress) = (-0.1, 1, 3)
    #expect(all == wanted)
  }

  @Test("has lines of its own by which interventions are recommended for")
  func recommendations() throws {
    let rules = try settings(
      """
      recommendations:
        - {recommend: vary-frequency, verdict: [same, unclear], evidence: 3, when: [unusual-frequency]}
        - recommend: stop-or-replace
          verdict: worse
          evidence: 2
          when: falling
        - {recommend: stop-or-replace, verdict: [same, no-gain], evidence: 2}
        - {recommend: continue, verdict: [better, better]}
      """
    ).recommendations
    #expect(
      rules == [
        RecommendationRule(
          .varyFrequency, [.same, .unclear], evidence: 3, when: [.unusualFrequency]),
        RecommendationRule(.stopOrReplace, [.worse], evidence: 2, when: [.falling]),
        RecommendationRule(.stopOrReplace, [.same, .noGain], evidence: 2),
        RecommendationRule(.continue, [.better]),
      ])
    #expect(try settings("recommendations:").recommendations == RecommendationRule.standard)
  }

  @Test("has the defaults of METHOD")
  func defaults() {
    let settings = Settings()
    #expect(settings.linking.baselineDaysBefore == 90 && settings.linking.baselineDaysAfter == 21)
    #expect(settings.linking.outcomeDaysBefore == 21 && settings.linking.outcomeDaysAfter == 90)
    #expect(settings.disclosure.minimumPupils == 5)
    #expect(settings.thresholds.minimumPupils == 5)
    #expect(settings.thresholds.ratioBands == [1.4, 2, 3, 4])
  }
}
