import Analysis
import ProvisionModel

/// KPI 9.5 on the SENCo's page, pupil by pupil.
extension Report {
  /// The episodes that ended in the reported term, and those under way.
  var pupilsPageTable: PageTable {
    let figures = evaluation.figures
    let wanted = supportedEpisodes.filter { position in
      let episode = figures.episodes[position]
      return episode.status != .ended || endedInTerm(episode)
    }
    return PageTable(
      caption: "Pupils: interventions that ended in the term or are under way",
      headings: [
        .text("Pupil"), .text("Year"), .text("SEN"), .text("Intervention and measure"),
        .text("TA"), .number("Start"), .number("End"), .number("Gain"), .number("Expected"),
        .text("On track"), .text("Target met"), .number("Attend­ance"), .text("Note"),
      ],
      things: wanted,
      note: "A single pupil's gain is uncertain: a test "
        + "given twice in a week would differ too.",
      cells: pupilCells)
  }

  private func pupilCells(_ position: Int) -> [String] {
    let figures = evaluation.figures
    let episode = figures.episodes[position]
    let link = figures.links[position]
    let pupil = data.pupils[episode.pupil]
    let measure = data.measures[episode.measure]
    let need = pupil.primaryNeed.isEmpty ? "" : " \(pupil.primaryNeed)"
    return [
      pupilName(episode.pupil), pupil.yearGroup,
      pupil.senStatus + need,
      "\(data.interventions[episode.intervention].name): \(measureName(measure))",
      assistants(ofRow: episode.row),
      scoreWords(link.baseline, measure), scoreWords(link.outcome, measure),
      Wording.signed(link.gain), Wording.number(link.expectedGain), answer(link.isOnTrack),
      answer(link.hasMetTarget), Wording.percent(attendance(episode)),
      flag(episode, link).replacing("-", with: " "),
    ]
  }

  private func answer(_ value: Bool?) -> String {
    value.map { $0 ? "yes" : "no" } ?? ""
  }

  /// A score as a reader takes it, with a sign where it is off the scale.
  func scoreWords(_ score: LinkedScore?, _ measure: Measure) -> String {
    guard let score else { return "" }
    let sign =
      switch score.censoring {
      case .none: ""
      case .below: "<"
      case .above: ">"
      }
    return sign + Wording.score(score.value, measure)
  }
}
