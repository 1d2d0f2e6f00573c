import Analysis
import Diagnostics
import ProvisionModel

/// The questions that a page answers before it shows any table, in plain sentences. They say what
/// the verdicts, the attendance and the counts below them say, and nothing more.
extension Pages {
  /// The answers, each with its question.
  ///
  /// - Parameter room: How much of them there is room for.
  func answers(_ room: SummaryRoom = .ample) -> [Answer] {
    let claims = Claims(self, room)
    return [
      Answer(question: "What works", sentences: works(claims)),
      Answer(question: "What is unclear", sentences: unclear(claims)),
      Answer(question: "What to change", sentences: toChange(claims, room)),
      Answer(question: "What is missing", sentences: missing(room)),
    ].map(room.cut)
  }

  /// How strong the evidence of the term's verdicts is.
  var strengthSentence: Sentence? {
    let strengths = effectivenessRows(.term).filter { !$0.evidence.effects.isEmpty }.compactMap {
      pack.row($0)[InterventionFigures.strength].number.map { Int($0) }
    }
    guard let least = strengths.min(), let most = strengths.max() else { return nil }
    let range = least == most ? "\(least)" : "\(least) to \(most)"
    return """
      On a scale of 0 to 4 the evidence of this term's verdicts is \(range, is: "evidence_strength").
      """
  }

  private func works(_ claims: Claims) -> [Sentence] {
    let found = claims.sentences([.better])
    return found.isEmpty
      ? ["Of no intervention can it be said yet that pupils did better with it."] : found
  }

  private func unclear(_ claims: Claims) -> [Sentence] {
    let found = claims.sentences([.unclear, .beyondExpected, .tooFew])
    guard !found.isEmpty else { return ["Nothing that could be compared."] }
    return found + ["That is no finding that an intervention does nothing."]
  }

  private func toChange(_ claims: Claims, _ room: SummaryRoom) -> [Sentence] {
    var lines = claims.sentences([.same, .worse])
    let recommended = pack.recommended.filter {
      $0.group == nil && pack.row($0)[RecommendationFigures.recommendation].isValue
    }.map(\.recommendation)
    for kind in Recommendation.changes {
      let names = recommended.filter { $0.recommend == kind }.map {
        label($0.intervention, $0.school, room)
      }
      if !names.isEmpty {
        lines.append("\(kind.title, is: Sentence.word): \(room.list(names)).")
      }
    }
    let seldom = effectivenessRows(.term).filter { row in
      guard let attendance = row.dose.attendance else { return false }
      return attendance < data.settings.thresholds.lowAttendance && pack.shows(.attendance, of: row)
    }
    if !seldom.isEmpty {
      let shares = seldom.map { row -> Sentence in
        let share = pack.row(row).words(InterventionFigures.attendance)
        return "\(label(row, room)) (\(share, is: "attendance"))"
      }
      lines.append("Few of the planned sessions were attended: \(room.list(shares)).")
    }
    for (answer, words) in [
      (FollowThrough.no, "Decided and not done"), (.partly, "Decided and done in part"),
    ] as [(FollowThrough, Sentence)] {
      let names = pack.notableDecisions.filter {
        $0.followThrough == answer && pack.shows(.followed, of: $0)
      }.compactMap { outcome -> Sentence? in
        outcome.decision.intervention.map {
          "\(label($0, outcome.school, room)) (\(outcome.decision.kind.title, is: Sentence.word))"
        }
      }
      if !names.isEmpty { lines.append("\(words): \(room.list(names)).") }
    }
    return lines.isEmpty
      ? ["No verdict and no attendance asks for a change; unclear results ask for more terms."]
      : lines
  }

  private func missing(_ room: SummaryRoom) -> [Sentence] {
    let rows = effectivenessRows(.term)
    var lines: [Sentence] = []
    if isForSENCo {
      let paired = rows.reduce(0) { $0 + $1.progress.paired }
      let started = rows.reduce(0) { $0 + $1.started }
      if paired < started {
        lines.append(
          """
          \(started - paired, is: "n_started") of \(started, is: "n_started") episodes that ended lack \
          a test at the start or the end, or have one off the scale.
          """)
      }
      lines += attention(room)
    } else {
      let short = rows.filter {
        $0.evidence.warnings.contains(.muchMissing) && pack.shows(.effects, of: $0)
      }
      if !short.isEmpty {
        lines.append("Many pupils lack a test: \(room.list(short.map { label($0, room) })).")
      }
      let hidden = (hiddenRows(.term) + rows.filter { !pack.shows(.effects, of: $0) })
        .map { label($0, room) }
      if !hidden.isEmpty {
        lines.append(
          """
          Left out, as they rest on fewer than \(pack.rules.minimumPupils, is: "setting") pupils or \
          would tell of so few: \(room.list(hidden)).
          """)
      }
    }
    guard lines.isEmpty else { return lines }
    guard !rows.isEmpty else { return ["Nothing ended in the term."] }
    return [
      isForSENCo
        ? "Every episode that ended has both its tests."
        : "No figure shown here lacks the tests of more than a fifth of its pupils."
    ]
  }
}

/// What can be said of the interventions: of the term; then what more can be said of them where the
/// year, or all terms, are taken together.
private struct Claims {
  private let pages: Pages
  private let room: SummaryRoom
  private let term: [InterventionProgress]
  /// What the term says of each intervention and measure, as far as that is shown.
  private let verdicts: [InterventionKey: Verdict]

  init(_ pages: Pages, _ room: SummaryRoom) {
    self.pages = pages
    self.room = room
    term = pages.effectivenessRows(.term).filter { pages.pack.shows(.effects, of: $0) }
    verdicts = Dictionary(
      term.filter(\.together.isEmpty).map { (InterventionKey($0), $0.evidence.verdict) }
    ) { first, _ in first }
  }

  /// The sentences about some groups.
  func sentences(_ groups: [VerdictGroup]) -> [Sentence] {
    let needed = pages.data.settings.thresholds.minimumPupils
    var sentences: [Sentence] = []
    for group in groups {
      let members = term.filter { VerdictGroup($0) == group }
      guard !members.isEmpty else { continue }
      let names = members.map { pages.label($0, room) + chance($0) }
      sentences.append("\(group.title(minimumPupils: needed)): \(room.list(names)).")
    }
    for period in [Period.year, .all] {
      let firm = pages.effectivenessRows(period).filter { row in
        guard let group = VerdictGroup(row) else { return false }
        return group.isClaim && groups.contains(group) && pages.pack.shows(.effects, of: row)
          && isNews(row)
      }
      guard !firm.isEmpty else { continue }
      let name: Sentence =
        period == .year ? "Over the year so far" : "Over all terms together"
      let claims = firm.map { row -> Sentence in
        let verdict = row.evidence.verdict.title.lowercased()
        return "\(pages.label(row, room)), \(verdict, is: "verdict")\(chance(row))"
      }
      sentences.append("\(name), where more pupils count: \(room.short(claims).joined("; ")).")
    }
    return sentences
  }

  /// Whether the term says something else of an intervention, or may not say anything.
  private func isNews(_ row: InterventionProgress) -> Bool {
    guard row.together.isEmpty else { return false }
    let key = InterventionKey(.term, row.scope, row.intervention, row.measure)
    return verdicts[key] != row.evidence.verdict
      && pages.effectivenessRows(.term, like: row).contains { $0.measure == row.measure }
  }

  /// ` (at least 82%)` behind a claim.
  private func chance(_ row: InterventionProgress) -> Sentence {
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
    return " (at least \("\(min(99, VerdictSentence.percent(probability)))%", is: "chance"))"
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

  func title(minimumPupils: Int) -> Sentence {
    switch self {
    case .better: "Pupils did better than they would have done without it"
    case .same: "It made no difference that matters"
    case .worse: "Pupils did worse than they would have done without it"
    case .unclear: "It may have helped, done nothing or harmed"
    case .beyondExpected:
      "The expected progress or more, but with nobody to compare with, so that it may be chance"
    case .tooFew:
      "Fewer than \(minimumPupils, is: "setting") pupils with both tests or nobody to compare with, too little to "
        + "say anything"
    }
  }
}
