import ProvisionModel

/// Courses: the ended episodes that rest on one pair of tests, which counts once (METHOD §3).
struct Courses {
  /// The courses and all other episodes, in file order of the first row of each.
  private(set) var episodes: [Episode] = []
  /// Their links, by the same positions.
  private(set) var links: [LinkedEpisode] = []

  private struct Key: Hashable {
    var pupil: Int
    var intervention: Int
    var measure: Int
    var baseline: Day?
    var outcome: Day?
  }

  /// The courses of linked episodes in file order.
  init(_ all: [Episode], _ linked: [LinkedEpisode]) {
    episodes.reserveCapacity(all.count)
    links.reserveCapacity(all.count)
    var members: [[Int]] = []
    var courses: [Key: Int] = [:]
    for (position, episode) in all.enumerated() {
      let link = linked[position]
      let key = Key(
        pupil: episode.pupil, intervention: episode.intervention, measure: episode.measure,
        baseline: link.baseline?.day, outcome: link.outcome?.day)
      let isOfTests = episode.status == .ended && (key.baseline != nil || key.outcome != nil)
      if isOfTests, let known = courses[key] {
        members[known].append(position)
        continue
      }
      if isOfTests { courses[key] = members.count }
      members.append([position])
    }
    for positions in members {
      let (episode, link) = Self.course(positions, all, linked)
      episodes.append(episode)
      links.append(link)
    }
  }

  /// One course: from the earliest start to the latest end, labelled as the row that ends last, the
  /// later one of two.
  private static func course(
    _ positions: [Int], _ all: [Episode], _ linked: [LinkedEpisode]
  ) -> (Episode, LinkedEpisode) {
    guard positions.count > 1 else { return (all[positions[0]], linked[positions[0]]) }
    let byEnd = positions.sorted { left, right in
      let (one, other) = (all[left], all[right])
      return one.end != other.end
        ? one.end ?? one.start < other.end ?? other.start : one.row < other.row
    }
    let last = byEnd[byEnd.count - 1]
    var (course, link) = (all[last], linked[last])
    course.start = positions.map { all[$0].start }.min() ?? course.start
    course.otherRows = positions.map { all[$0].row }.filter { $0 != course.row }.sorted()
    if let targeted = byEnd.last(where: { all[$0].target != nil }) {
      course.target = all[targeted].target
      link.hasMetTarget = linked[targeted].hasMetTarget
    }
    return (course, link)
  }
}
