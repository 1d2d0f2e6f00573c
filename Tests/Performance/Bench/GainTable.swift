import Analysis
import ProvisionModel

/// J1: the gains of each intervention, TA and TA group on each measure (METHOD §3, §4), over all
/// episodes that have ended.
struct GainTable {
  private let data: SchoolData
  private var numbers: [Unit: Int] = [:]
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

  /// The gains of a school's data, up to its last date.
  init(_ data: SchoolData) {
    self.data = data
    let linking = Linking(data: data, asOf: data.lastDate)
    for episode in EpisodeList(data: data, asOf: data.lastDate).episodes
    where episode.status == .ended {
      let gain = linking.link(episode).gain
      let row = data.provision[episode.row]
      add(.intervention(episode.intervention), episode, gain)
      for assistant in row.teachingAssistants { add(.assistant(assistant), episode, gain) }
      if !row.group.isEmpty {
        add(.group(row.group, intervention: episode.intervention), episode, gain)
      }
    }
  }

  private mutating func add(_ kind: Kind, _ episode: Episode, _ gain: Double?) {
    let unit = Unit(
      school: data.pupils[episode.pupil].school, kind: kind, measure: episode.measure)
    let number = numbers[unit] ?? units.count
    if number == units.count {
      numbers[unit] = number
      units.append((unit, 0, []))
    }
    units[number].started += 1
    if let gain { units[number].gains.append(gain) }
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
