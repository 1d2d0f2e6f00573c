import ProvisionModel

/// How many distinct pupils those figures of a row rest on that are not known of every episode.
package struct FigurePupils: Sendable, Equatable {
  /// Pupils of paired episodes with an expected gain.
  package var expectedGain = 0
  /// Pupils of paired episodes with a target.
  package var target = 0
  /// Pupils whose planned and attended sessions are known.
  package var attendance = 0
  /// Pupils whose hours are known.
  package var hours = 0
  /// Pupils whose cost is known.
  package var cost = 0
}

extension EpisodeFigures {
  /// The pupils whom the figures of some ended episodes rest on.
  func figurePupils(_ positions: [Int]) -> FigurePupils {
    func count(_ isKnown: (LinkedEpisode) -> Bool) -> Int {
      pupils(positions.filter { isKnown(links[$0]) })
    }
    var found = figurePupils(ofRows: rows(positions))
    found.expectedGain = count { $0.isOnTrack != nil }
    found.target = count { $0.hasMetTarget != nil }
    return found
  }

  /// The pupils whom the dose and the cost of some rows of the provision map rest on.
  func figurePupils(ofRows rows: [Int]) -> FigurePupils {
    func count(_ isKnown: (Dose) -> Bool) -> Int {
      DistinctCount.count(
        rows.filter { isKnown(doses[$0]) }.map { data.provision[$0].pupil })
    }
    return FigurePupils(
      attendance: count { $0.attendance != nil }, hours: count { $0.hours != nil },
      cost: count { $0.cost != nil })
  }
}
