import Diagnostics
import ProvisionModel
import Yams

extension SettingsFile {
  /// The lines of the table by which interventions are recommended for; nil where the file has none.
  ///
  /// A line that would stop something on weak evidence is refused.
  static func recommendations(
    _ root: inout SettingsSection, _ log: SettingsLog
  ) -> [RecommendationRule]? {
    let key = "recommendations"
    let given = root.named.first { $0.name == key }
    let lines = root.items(key)
    if let given, given.value.sequence?.isEmpty == true {
      log.add(
        given.value.mark, value: key, message: "recommendations has no line",
        hint: "leave the key out, and the lines of the program hold")
    }
    if lines.isEmpty { return nil }
    let known = log.findings.count
    let rules = lines.compactMap { rule($0, log) }
    // A line that is refused may be the one that is missing.
    if log.findings.count == known { checkVerdicts(of: rules, at: given?.mark, log) }
    return rules
  }

  /// Warns of a table that was written before there were all verdicts: rows with those that no line
  /// names are told to be assessed.
  private static func checkVerdicts(
    of rules: [RecommendationRule], at mark: Mark?, _ log: SettingsLog
  ) {
    let named = Set(rules.flatMap(\.verdicts))
    let missing = [Verdict.likelyBetter, .noGain].filter { !named.contains($0) }.map(\.rawValue)
    guard !missing.isEmpty else { return }
    log.add(
      mark, severity: .warning, value: missing.joined(separator: " "),
      message: "no line of recommendations names \(missing.joined(separator: " or ")): what has "
        + "such a verdict gets assess",
      hint: "part of what was unclear is likely-better or no-gain now, and what was better on "
        + "expected-progress is not-judged: name them in the lines that should hold for them")
  }

  private static func rule(_ section: SettingsSection, _ log: SettingsLog) -> RecommendationRule? {
    var section = section
    let recommend: Recommendation? = section.choice("recommend")
    let verdicts: [Verdict]? = section.choices("verdict")
    let evidence = section.whole("evidence", in: 0...4) ?? 0
    let conditions: [RuleCondition] = section.choices("when") ?? []
    for (key, words) in [
      ("recommend", Recommendation.allCases.map(\.rawValue)),
      ("verdict", Verdict.allCases.map(\.rawValue)),
    ] where !section.has(key) {
      section.refuse(key, hint: "it should be one of \(words.joined(separator: ", "))")
    }
    section.finish()
    guard let recommend, let verdicts else { return nil }
    let rule = RecommendationRule(recommend, verdicts, evidence: evidence, when: conditions)
    if !rule.isAllowed { refuse(rule, section, log) }
    return rule
  }

  private static func refuse(
    _ rule: RecommendationRule, _ section: SettingsSection, _ log: SettingsLog
  ) {
    let least = RecommendationRule.leastEvidenceToStop
    let allowed = RecommendationRule.verdictsToStop
    let other = rule.verdicts.first { !allowed.contains($0) }
    log.add(
      section.mark, value: rule.recommend.rawValue,
      message: "\(section.path(of: "recommend")) is \(rule.recommend.rawValue) "
        + (other.map { "for the verdict \($0.rawValue)" } ?? "on evidence under \(least)")
        + ", on which nothing may be stopped",
      hint: "let the line hold for the verdicts "
        + "\(allowed.map(\.rawValue).joined(separator: ", ")), with evidence: \(least) or more, or "
        + "recommend check-delivery or assess")
  }
}
