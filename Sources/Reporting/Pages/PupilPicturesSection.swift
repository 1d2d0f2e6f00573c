import Analysis
import ProvisionModel

/// The scores of supported pupils over time, on the SENCo's page only.
extension Pages {
  /// More pupils than this would make a page that opens slowly; episodes.csv has all scores.
  private static let mostPupils = 300

  /// For each pupil whose intervention ended in the term or is under way, in the order of the table
  /// of pupils: the name, and a picture of each measure.
  var pupilPictures: [[String: Any]] {
    let figures = pack.figures
    var order: [Int] = []
    var measures: [Int: [Int]] = [:]
    for position in pack.facts.supportedEpisodes {
      let episode = figures.episodes[position]
      guard episode.status == .inProgress || endedInTerm(episode) else { continue }
      if measures[episode.pupil] == nil { order.append(episode.pupil) }
      if measures[episode.pupil]?.contains(episode.measure) != true {
        measures[episode.pupil, default: []].append(episode.measure)
      }
    }
    let support = supportOfPupils(Set(order.prefix(Self.mostPupils)))
    return order.prefix(Self.mostPupils).enumerated().compactMap { index, pupil in
      let pictures = (measures[pupil] ?? []).enumerated().compactMap { number, measure in
        picture(
          id: "pupil-\(index + 1)-\(number + 1)", pupil, measure, support[pupil] ?? [])
      }
      guard !pictures.isEmpty else { return nil }
      return ["name": pack.name(ofPupil: pupil), "pictures": pictures.map(\.view)]
    }
  }

  /// The episodes of some pupils that have begun, in file order.
  private func supportOfPupils(_ pupils: Set<Int>) -> [Int: [Episode]] {
    var support: [Int: [Episode]] = [:]
    for episode in pack.figures.episodes
    where episode.status != .planned && pupils.contains(episode.pupil) {
      support[episode.pupil, default: []].append(episode)
    }
    return support
  }

  private func picture(
    id: String, _ pupil: Int, _ position: Int, _ support: [Episode]
  ) -> Picture? {
    let measure = data.measures[position]
    let table = data.assessments
    let points = table.rows(ofPupil: pupil, measure: position).compactMap {
      row -> PupilPicture.Point? in
      let day = Day(number: table.day[row])
      guard day <= evaluation.asOf else { return nil }
      return PupilPicture.Point(
        day: day, score: table.score[row], isCensored: table.censoring[row] != .none)
    }
    return PupilPicture.picture(
      id: id, title: "\(pack.name(ofPupil: pupil)): \(scaleName(position))", points: points,
      support: support.filter { $0.measure == position }.map {
        PupilPicture.Support(
          name: data.interventions[$0.intervention].name, start: $0.start,
          end: $0.status == .inProgress ? nil : $0.end)
      }, measure: measure, last: evaluation.asOf)
  }
}
