import Analysis
import ProvisionModel

/// J1: the gains of each intervention, TA and TA group on each measure (METHOD §3, §4), over all
/// episodes that have ended.
struct GainTable {
  private let data: SchoolData
  private var numbers: [Unit: Int] = [:]
  /// The numbers of the units that were met last: the provision map names most of them many times in
  /// turn.
  private var recent: [Int] = [0, 0, 0]
  private var units: [(unit: Unit, started: Int, gains: [Double])] = []

  private struct Unit: Hashable {
    var school: Int
    var kind: Kind
    var measure: Int
  }

  private enum Kind: Hashable {
    case intervention(Int)
    case assistant(Int)
    case group(String, intervention: Int)
  }

  /// The gains of a school's data, up to its last date, linked by so many threads.
  init(_ data: SchoolData, jobs: Int) async {
    self.data = data
    let episodes = EpisodeList(data: data, asOf: data.lastDate).episodes
    let gains = await Self.gains(of: episodes, Linking(data: data, asOf: data.lastDate), jobs)
    for (episode, gain) in zip(episodes, gains) where episode.status == .ended {
      add(.intervention(episode.intervention), episode, gain)
      for assistant in data.provision[episode.row].teachingAssistants {
        add(.assistant(assistant), episode, gain)
      }
      let group = data.provision[episode.row].group
      if !group.isEmpty {
        add(.group(group, intervention: episode.intervention), episode, gain)
      }
    }
  }

  /// The gain of each episode.
  private static func gains(
    of episodes: [Episode], _ linking: Linking, _ jobs: Int
  ) async -> [Double?] {
    await withTaskGroup(of: (job: Int, gains: [Double?]).self) { group in
      for job in 0..<jobs {
        group.addTask {
          let own = episodes[episodes.count * job / jobs..<episodes.count * (job + 1) / jobs]
          return (job, own.map { linking.link($0).gain })
        }
      }
      var parts = [[Double?]](repeating: [], count: jobs)
      for await part in group { parts[part.job] = part.gains }
      return parts.flatMap { $0 }
    }
  }

  private mutating func add(_ kind: Kind, _ episode: Episode, _ gain: Double?) {
    let unit = Unit(
      school: data.pupils[episode.pupil].school, kind: kind, measure: episode.measure)
    let number = number(of: unit)
    units[number].started += 1
    if let gain { units[number].gains.append(gain) }
  }

  private mutating func number(of unit: Unit) -> Int {
    let place =
      switch unit.kind {
      case .intervention: 0
      case .assistant: 1
      case .group: 2
      }
    if recent[place] < units.count, units[recent[place]].unit == unit { return recent[place] }
    let number = numbers[unit] ?? units.count
    if number == units.count {
      numbers[unit] = number
      units.append((unit, 0, []))
    }
    recent[place] = number
    return number
  }

  /// The table, in the order in which the provision map names the units.
  var csv: String {
    var text = "school,kind,unit,intervention,measure,started,paired,mean_gain,sd_gain\n"
    for (unit, started, gains) in units {
      let summary = SampleSummary(gains)
      text += "\(data.schools[unit.school]),\(names(unit.kind)),\(data.measures[unit.measure].name)"
      text += ",\(started),\(gains.count),\(figure(summary.mean))"
      text += ",\(figure(summary.standardDeviation))\n"
    }
    return text
  }

  /// The cells of the kind, the unit and its intervention.
  private func names(_ kind: Kind) -> String {
    switch kind {
    case .intervention(let intervention):
      let name = data.interventions[intervention].name
      return "intervention,\(name),\(name)"
    case .assistant(let assistant):
      return "ta,\(data.teachingAssistants[assistant].key),"
    case .group(let group, let intervention):
      return "group,\(group),\(data.interventions[intervention].name)"
    }
  }
}

/// A figure with all its digits; an absent one is empty.
func figure(_ value: Double?) -> String {
  value.map { "\($0)" } ?? ""
}
