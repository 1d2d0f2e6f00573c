import Analysis
import Diagnostics
import ProvisionModel

/// What a page says first.
extension Report {
  /// The term in plain sentences.
  func sentences(_ pack: Pack) -> [String] {
    let rows = effectivenessRows(.term)
    let figures = evaluation.figures
    let ended = figures.episodes.indices.filter { position in
      let episode = figures.episodes[position]
      guard episode.status == .ended, let end = episode.end else { return false }
      return evaluation.term.contains(end)
    }
    let pupils = Set(ended.map { figures.episodes[$0].pupil }).count
    let underWay = figures.episodes.filter { $0.status == .inProgress }
    let pupilsUnderWay = Set(underWay.map(\.pupil)).count
    let interventions = Set(rows.map(\.intervention)).count
    let finished =
      switch interventions {
      case 0: "no pupil finished an intervention"
      case 1: "\(pupilWords(pupils, pack)) finished the one intervention that ended"
      default: "\(pupilWords(pupils, pack)) finished at least one of \(interventions) interventions"
      }
    let goingOn =
      pupilsUnderWay > 0
      ? "; \(pupilWords(pupilsUnderWay, pack)) were still in one on "
        + "\(Wording.date(evaluation.asOf))" : ""
    var sentences = ["In the \(evaluation.term.title), \(finished)\(goingOn)."]
    sentences += verdictSentences(rows, pack)
    return sentences
  }

  /// What there is to look at, for the SENCo.
  var attention: [String] {
    let rows = effectivenessRows(.term)
    var lines: [String] = []
    for row in rows {
      guard let attrition = row.attrition, attrition > EvidenceStrength.muchMissing,
        row.pupils >= data.settings.thresholds.minimumPupils
      else { continue }
      lines.append(
        "\(label(row)): \(row.started - row.progress.paired) of \(row.started) lack a test at the "
          + "start or the end, or have one off the scale; the means say nothing about them.")
    }
    for row in rows {
      guard let attendance = row.dose.attendance, attendance < Self.littleAttendance else {
        continue
      }
      lines.append(
        "\(label(row)): pupils attended \(Wording.percent(attendance)) of the planned sessions.")
    }
    let errors = findings.count { $0.severity == .error }
    if errors > 0 {
      lines.append(
        "\(Wording.count(errors, "entry").replacing("entrys", with: "entries")) of the files could "
          + "not be used: see Data quality, by file and line.")
    }
    return lines
  }

  /// Attendance under this is worth a question.
  private static let littleAttendance = 0.8

  private func pupilWords(_ pupils: Int, _ pack: Pack) -> String {
    pack == .governors && suppression.hides(pupils)
      ? "fewer than \(suppression.minimumPupils) pupils" : Wording.count(pupils, "pupil")
  }

  /// The intervention, and the measure where it has several in the term.
  private func label(_ row: InterventionProgress) -> String {
    let name = interventionName(row)
    let measures = effectivenessRows(.term).count { $0.intervention == row.intervention }
    guard measures > 1, let measure = row.measure else { return name }
    return "\(name) (\(data.measures[measure].name))"
  }

  /// What can be said of the interventions of the term; then what more can be said of them where the
  /// year, or all terms, are taken together.
  private func verdictSentences(_ rows: [InterventionProgress], _ pack: Pack) -> [String] {
    func isShown(_ row: InterventionProgress) -> Bool {
      pack == .senco || !suppression.hides(row.evidence.fewestPupils)
    }
    let rows = rows.filter(isShown)
    var sentences: [String] = []
    for group in VerdictGroup.allCases {
      let members = rows.filter { VerdictGroup($0) == group }
      guard !members.isEmpty else { continue }
      sentences.append(
        "\(group.title(minimumPupils: data.settings.thresholds.minimumPupils)): "
          + Wording.list(members.map { label($0) + chance($0) }) + ".")
    }
    for period in [Period.year, .all] {
      let firm = effectivenessRows(period).filter(isShown).filter { row in
        VerdictGroup(row)?.isClaim == true
          && rows.contains {
            $0.intervention == row.intervention && $0.measure == row.measure
              && $0.evidence.verdict != row.evidence.verdict
          }
      }
      guard !firm.isEmpty else { continue }
      let name = period == .year ? "Over the year so far" : "Over all terms together"
      let claims = firm.map {
        "\(label($0)): \($0.evidence.verdict.title.lowercased())\(chance($0))"
      }
      sentences.append("\(name), where more pupils count: \(claims.joined(separator: "; ")).")
    }
    return sentences
  }

  /// ` (at least 82%)` behind a claim.
  private func chance(_ row: InterventionProgress) -> String {
    guard VerdictGroup(row)?.isClaim == true, let probabilities = row.evidence.probabilities else {
      return ""
    }
    if row.evidence.warnings.contains(.noSpread) { return " (how sure, cannot be told)" }
    let probability =
      switch row.evidence.verdict {
      case .better: probabilities.better
      case .worse: probabilities.worse
      default: probabilities.same
      }
    return " (at least \(min(99, VerdictSentence.percent(probability)))%)"
  }
}

/// The groups in which the summary tells of interventions.
private enum VerdictGroup: CaseIterable {
  case better
  case same
  case worse
  case unclear
  case beyondExpected
  case tooFew

  /// The group of a row; nil for one of codes, which are not compared.
  init?(_ row: InterventionProgress) {
    guard row.progress.steps == nil else { return nil }
    switch (row.evidence.verdict, row.evidence.basis) {
    case (.better, .expectedProgress), (.same, .expectedProgress): self = .beyondExpected
    case (.better, _): self = .better
    case (.same, _): self = .same
    case (.worse, _): self = .worse
    case (.unclear, _): self = .unclear
    case (.tooFew, _): self = .tooFew
    }
  }

  /// Whether it says something of the intervention that rests on a comparison.
  var isClaim: Bool {
    switch self {
    case .better, .same, .worse: true
    case .unclear, .beyondExpected, .tooFew: false
    }
  }

  func title(minimumPupils: Int) -> String {
    switch self {
    case .better: "Pupils did better than they would have done without it"
    case .same: "It made no difference that matters"
    case .worse: "Pupils did worse than they would have done without it"
    case .unclear: "Unclear: it may have helped, done nothing or harmed"
    case .beyondExpected:
      "The expected progress or more, but with nobody to compare with, so that it may be chance"
    case .tooFew:
      "Fewer than \(minimumPupils) pupils with both tests or nobody to compare with, too little to "
        + "say anything"
    }
  }
}
