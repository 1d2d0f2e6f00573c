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

  /// How strong the evidence of the verdicts is.
  var strengthSentence: Sentence? {
    let strengths = speakingRows.filter { !$0.evidence.effects.isEmpty }.compactMap {
      pack.row($0)[InterventionFigures.strength].number.map { Int($0) }
    }
    guard let least = strengths.min(), let most = strengths.max() else { return nil }
    let range = least == most ? "\(least)" : "\(least) to \(most)"
    return """
      On a scale of 0 to 4 the evidence of these verdicts is \(range, is: "evidence_strength").
      """
  }

  private func works(_ claims: Claims) -> [Sentence] {
    let found = claims.sentences([.better, .likelyBetter])
    return found.isEmpty
      ? ["No intervention shows yet that pupils did better with it."] : found
  }

  private func unclear(_ claims: Claims) -> [Sentence] {
    let found = claims.sentences([.unclear, .notJudged, .tooFew])
    guard !found.isEmpty else { return ["Nothing that could be compared."] }
    return found + ["That is no finding that an intervention does nothing."]
  }

  private func toChange(_ claims: Claims, _ room: SummaryRoom) -> [Sentence] {
    var lines = claims.sentences([.worse, .noGain, .same])
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

/// What can be said of the interventions, each over the period that speaks for it.
private struct Claims {
  private let pages: Pages
  private let room: SummaryRoom
  private let rows: [InterventionProgress]

  init(_ pages: Pages, _ room: SummaryRoom) {
    self.pages = pages
    self.room = room
    rows = pages.speakingRows.filter { pages.pack.shows(.effects, of: $0) }
  }

  /// The sentences about some verdicts.
  func sentences(_ verdicts: [Verdict]) -> [Sentence] {
    let needed = pages.data.settings.thresholds.minimumPupils
    return verdicts.compactMap { verdict in
      let members = rows.filter { $0.evidence.verdict == verdict }
      guard !members.isEmpty else { return nil }
      let names = members.map { pages.label($0, room) + note($0) }
      return "\(verdict.group(minimumPupils: needed)): \(room.list(names))."
    }
  }

  /// ` (this year, 31 pupils, chance 62–71%)` behind a claim.
  private func note(_ row: InterventionProgress) -> Sentence {
    guard row.evidence.verdict.isJudged, let probabilities = row.evidence.probabilities else {
      return ""
    }
    let pupils = pages.pack.row(row)[InterventionFigures.contrastPupils].number.map {
      Sentence(", ") + Wording.count(Int($0), "pupil", is: "contrast_pupils")
    }
    let chance = VerdictSentence.range(probabilities.better)
    return """
       (\(row.period.title, is: "period")\(pupils ?? ""), chance of a gain \(chance, is: "chance"))
      """
  }
}

extension Verdict {
  /// What the summary says of the interventions with the verdict.
  fileprivate func group(minimumPupils: Int) -> Sentence {
    switch self {
    case .better: "Pupils did better than without it"
    case .likelyBetter: "Pupils probably did better"
    case .same: "It made no difference that matters"
    case .noGain: "A gain worth having is unlikely"
    case .worse: "Pupils did worse than without it: look into why first"
    case .unclear: "The data cannot tell"
    case .countsOnly: "Counted only, as the scale has steps"
    case .notJudged: "Not judged, as too few classmates took comparable tests"
    case .tooFew:
      "Fewer than \(minimumPupils, is: "setting") pupils with both tests and classmates to compare with"
    }
  }
}
