import Analysis
import ProvisionModel

/// KPI 9.5 on the SENCo's page, pupil by pupil.
extension PupilFigures {
  /// The columns of the page.
  static let columns: [PageColumn<Int>] =
    PageColumn.pupil { row, pack in pack.figures.episodes[row].pupil } + [
      PageColumn("Intervention and measure", figures: ["intervention", "measure"]) { released in
        let (pack, episode) = (released.pack, released.pack.figures.episodes[released.row])
        return pack.name(ofIntervention: episode.intervention) + ": "
          + pack.title(ofMeasure: episode.measure)
      },
      PageColumn(assistants),
      PageColumn(baseline) { row, pack in
        pack.words(pack.figures.links[row].baseline, pack.figures.episodes[row].measure)
      },
      PageColumn(outcome) { row, pack in
        pack.words(pack.figures.links[row].outcome, pack.figures.episodes[row].measure)
      },
      PageColumn(gain), PageColumn(expected), PageColumn(onTrack), PageColumn(targetMet),
      PageColumn(attendance),
      PageColumn(flag) { row, pack in
        if case .text(let text) = flag.cell(row, pack) {
          text.replacing("-", with: " ")
        } else {
          ""
        }
      },
    ]
}

extension Pages {
  /// The episodes that ended in the reported term, and those under way.
  var pupilsTable: PageTable {
    let wanted = pack.facts.supportedEpisodes.filter { position in
      let episode = pack.figures.episodes[position]
      return episode.status != .ended || endedInTerm(episode)
    }
    return PageTable(
      "Pupils: interventions that ended in the term or are under way", PupilFigures.columns, wanted,
      in: pack,
      note: "A single pupil's gain is uncertain: a test given twice in a week would differ too.")
  }
}

extension PageColumn {
  /// A pupil's name, year group, and SEN status with the need.
  static func pupil(
    _ pupil: @escaping @Sendable (Row, ReleasedPack) -> Int
  ) -> [PageColumn] {
    [
      PageColumn("Pupil", figures: ["name"]) { $0.pack.name(ofPupil: pupil($0.row, $0.pack)) },
      PageColumn("Year", figures: ["year_group"]) {
        $0.pack.data.pupils[pupil($0.row, $0.pack)].yearGroup
      },
      PageColumn("SEN", figures: ["sen_status", "primary_need"]) { released in
        let one = released.pack.data.pupils[pupil(released.row, released.pack)]
        return one.primaryNeed.isEmpty ? one.senStatus : "\(one.senStatus) \(one.primaryNeed)"
      },
    ]
  }
}

extension ReleasedPack {
  /// What the SENCo's page calls a pupil.
  func name(ofPupil position: Int) -> String {
    let pupil = data.pupils[position]
    return pupil.name.isEmpty ? pupil.id : "\(pupil.name) (\(pupil.id))"
  }

  /// A score as a reader takes it, with a sign where it is off the scale.
  func words(_ score: LinkedScore?, _ measure: Int) -> String {
    guard let score else { return "" }
    let sign =
      switch score.censoring {
      case .none: ""
      case .below: "<"
      case .above: ">"
      }
    return sign + Wording.score(score.value, data.measures[measure])
  }
}
