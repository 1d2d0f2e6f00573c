import ProvisionModel

/// Writes the provision map of one school.
struct ProvisionMapExport {
  /// The canonical columns of CONTRACT.
  static let columns = [
    "pupil_id", "intervention", "start_date", "end_date", "measure", "area_of_need", "wave",
    "group", "ta", "teacher", "sessions_per_week", "minutes_per_session", "sessions_planned",
    "sessions_attended", "cost", "hourly_rate", "entry_score", "target_score", "exit_score",
    "outcome_rating", "evidence_base", "notes",
  ]

  /// The school.
  let school: SimulatedSchool
  /// The cell of the school's name; nil when there is one school.
  let prefix: [UInt8]?
  /// The school's place among the schools.
  let place: Int

  /// Writes the rows and returns their number.
  func write(to stream: ExportStream) throws -> Int {
    var generator = SeededGenerator(seed: school.plan.seed, stream: UInt64(place) * 4 + 3)
    for (row, episode) in school.episodes.enumerated() {
      let judgement = Judgement(of: episode, in: school, using: &generator)
      let defect = school.plan.mess ? Defect(row: row) : nil
      try write(episode, judgement: judgement, defect: defect, to: stream)
      if defect == .duplicateRow {
        try write(episode, judgement: judgement, defect: defect, to: stream)
      }
    }
    return school.episodes.count
  }

  private func write(
    _ episode: SupportEpisode,
    judgement: Judgement,
    defect: Defect?,
    to stream: ExportStream
  ) throws {
    let intervention = school.interventions[episode.intervention]
    let pupil = school.roll.pupils[episode.pupil]
    if let prefix { stream.cell(encoded: prefix) }
    stream.cell(defect == .unknownPupil ? "Z" + pupil.id : pupil.id)
    stream.cell(defect == .strayText ? intervention.name + " " : intervention.name)
    stream.cell(startText(of: episode, defect: defect))
    stream.cell(episode.end.map { endText($0, of: episode, defect: defect) })
    stream.cell(intervention.measure)
    stream.cell(intervention.area)
    stream.cell(intervention.wave)
    stream.cell(group(of: episode, intervention: intervention))
    stream.cell(assistants(of: episode))
    stream.cell(
      StaffRoster.teacher(
        year: school.year(of: episode.pupil, in: episode.term),
        classIndex: pupil.classIndex
      )
    )
    stream.cell(episode.sessions)
    stream.cell(episode.minutes)
    stream.cell(episode.planned)
    stream.cell(episode.attended)
    switch intervention.cost {
    case .staffOnly:
      stream.cell(pence: nil)
      stream.cell(pence: nil)
    case .hourly:
      stream.cell(pence: nil)
      stream.cell(pence: episode.assistants.map { school.staff.assistants[$0.0].hourlyPence })
    case .fixed(let pence):
      stream.cell(pence: pence)
      stream.cell(pence: nil)
    }
    stream.cell(judgement.entry)
    stream.cell(judgement.target)
    stream.cell(judgement.exit)
    stream.cell(judgement.rating.map(String.init))
    stream.cell(intervention.evidence)
    stream.cell(judgement.note)
    try stream.endRow()
  }

  private func group(of episode: SupportEpisode, intervention: InterventionPlan) -> String? {
    guard let group = episode.group else { return nil }
    let name =
      intervention.isUniversal
      ? String(school.year(of: episode.pupil, in: episode.term)) + letters(group) : letters(group)
    return "\(intervention.label) \(name) (\(school.calendar.shortName(of: episode.term)))"
  }

  private func assistants(of episode: SupportEpisode) -> String? {
    guard let (first, second) = episode.assistants else { return nil }
    let name = school.staff.assistants[first].name
    return second.map { "\(name); \(school.staff.assistants[$0].name)" } ?? name
  }

  private func startText(of episode: SupportEpisode, defect: Defect?) -> String {
    switch defect {
    case .impossibleDate: "31/02/\(episode.start.civil.year)"
    case .britishDate: british(episode.start)
    default: episode.start.description
    }
  }

  private func endText(_ end: Day, of episode: SupportEpisode, defect: Defect?) -> String {
    switch defect {
    case .britishDate: british(end)
    case .endBeforeStart: episode.start.advanced(by: -7).description
    default: end.description
    }
  }
}

extension ProvisionMapExport {
  /// What is wrong with a row of a messy map.
  private enum Defect {
    case impossibleDate, britishDate, endBeforeStart, unknownPupil, duplicateRow, strayText

    /// Each defect comes once in some 300 rows, British dates in a run of ten.
    init?(row: Int) {
      switch row % 307 {
      case 8: self = .endBeforeStart
      case 15: self = .unknownPupil
      case 22..<32: self = .britishDate
      case 40: self = .strayText
      case 47: self = .duplicateRow
      case 54: self = .impossibleDate
      default: return nil
      }
    }
  }
}
