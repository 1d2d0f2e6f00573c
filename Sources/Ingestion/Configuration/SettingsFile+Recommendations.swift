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
    return lines.isEmpty ? nil : lines.compactMap { rule($0, log) }
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
    let allowed: Set<Verdict> = [.worse, .same]
    let other = rule.verdicts.first { !allowed.contains($0) }
    log.add(
      section.mark, value: rule.recommend.rawValue,
      message: "\(section.path(of: "recommend")) is \(rule.recommend.rawValue) "
        + (other.map { "for the verdict \($0.rawValue)" } ?? "on evidence under \(least)")
        + ", on which nothing may be stopped",
      hint: "let the line hold for the verdicts worse and same with evidence: \(least) or 4, or "
        + "recommend check-delivery or assess")
  }
}
