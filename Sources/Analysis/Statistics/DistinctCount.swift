/// How many different numbers there are: for the few of a group, sorting them costs less than a set.
enum DistinctCount {
  /// The number of different numbers in a list.
  static func count(_ numbers: [Int]) -> Int {
    guard numbers.count > 1 else { return numbers.count }
    let sorted = numbers.sorted()
    return 1 + sorted.indices.dropFirst().count { sorted[$0] != sorted[$0 - 1] }
  }
}

/// Counts the distinct pupils of sets of episodes, by a mark for each pupil that is used again and
/// again.
struct PupilCount {
  private let pupilOfEpisode: [Int]
  private var marks: [UInt32]
  private var mark: UInt32 = 0

  /// A count over some episodes.
  ///
  /// - Parameter pupils: How many pupils there are in all.
  init(pupilOfEpisode: [Int], pupils: Int) {
    self.pupilOfEpisode = pupilOfEpisode
    marks = Array(repeating: 0, count: pupils)
  }

  /// The number of distinct pupils of some episodes.
  ///
  /// - Complexity: O(*n*) for *n* episodes.
  mutating func count(_ positions: [Int]) -> Int {
    mark += 1
    var count = 0
    for position in positions {
      let pupil = pupilOfEpisode[position]
      if marks[pupil] != mark {
        marks[pupil] = mark
        count += 1
      }
    }
    return count
  }
}
