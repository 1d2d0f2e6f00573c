/// The files of made-up schools, written one school after the other.
package struct SchoolExport {
  /// The files, in the order in which they are named to people.
  package enum File: String, CaseIterable, Sendable {
    /// The pupils on roll in the last year.
    case pupils = "pupils.csv"
    /// The assessments.
    case tracking = "tracking.csv"
    /// The episodes.
    case provisionMap = "provision-map.csv"
    /// The TAs.
    case staff = "staff.csv"
    /// What was decided at the end of each term.
    case decisions = "decisions.csv"
    /// The settings.
    case configuration = "school.yml"
    /// The known answer.
    case trueEffects = "true-effects.csv"
  }

  /// How much was written.
  package struct Counts: Sendable, Equatable {
    /// Rows of the pupils file.
    package var pupils = 0
    /// Rows of the tracking file.
    package var assessments = 0
    /// Rows of the provision map.
    package var episodes = 0
  }

  /// What was asked for.
  let plan: SimulationPlan

  /// The export of a plan.
  package init(plan: SimulationPlan) {
    self.plan = plan
  }

  /// Writes all files; `open` gives the place where the bytes of a file go. It throws what `open`
  /// and its places throw.
  package func write(
    open: (File) throws -> ([UInt8]) throws -> Void
  ) throws -> Counts {
    func stream(_ file: File) throws -> ExportStream {
      // A byte order mark and CR LF are what spreadsheets leave: the tracking file stays plain.
      let isFromSpreadsheet = plan.mess && (file == .pupils || file == .provisionMap)
      return try ExportStream(windows: isFromSpreadsheet, write: open(file))
    }
    let pupils = try stream(.pupils)
    let tracking = try stream(.tracking)
    let provisionMap = try stream(.provisionMap)
    let staff = try stream(.staff)
    let decisions = try stream(.decisions)
    let configuration = try stream(.configuration)
    let trueEffects = try stream(.trueEffects)

    try pupils.row(header(PupilsExport.columns))
    try tracking.row(header(TrackingExport.columns))
    try provisionMap.row(header(ProvisionMapExport.columns))
    try staff.row(header(StaffExport.columns))
    try decisions.row(header(DecisionsExport.columns))
    var counts = Counts()
    for place in 0..<plan.schools {
      let school = SimulatedSchool(plan: plan, place: place)
      let name = plan.schools > 1 ? SchoolExport.name(of: place) : nil
      let prefix = name.map(ExportStream.encoded)
      counts.pupils += try PupilsExport(school: school, prefix: prefix).write(to: pupils)
      counts.assessments += try TrackingExport(school: school, prefix: prefix).write(to: tracking)
      counts.episodes += try ProvisionMapExport(school: school, prefix: prefix, place: place)
        .write(to: provisionMap)
      try StaffExport(school: school, prefix: prefix).write(to: staff)
      try DecisionsExport(school: school, prefix: prefix).write(to: decisions)
    }
    try configuration.raw(ConfigurationExport(plan: plan).text)
    try TrueEffectsExport(plan: plan).write(to: trueEffects)
    for stream in [
      pupils, tracking, provisionMap, staff, decisions, configuration, trueEffects,
    ] {
      try stream.flush()
    }
    return counts
  }

  /// The name of a school among several; the first twenty have names of their own.
  package static func name(of place: Int) -> String {
    let round = place / names.count
    return "\(names[place % names.count]) Primary" + (round == 0 ? "" : " \(round + 1)")
  }

  /// The name of the only school.
  package static let soleName = "Oakmere Primary School (made up)"

  private static let names = [
    "Ashbrook", "Beckside", "Cherry Lane", "Dunmoor", "Eastfield", "Fernhill", "Grange Road",
    "Hollybank", "Ivybridge Lane", "Juniper Street", "Kiln Hill", "Larkrise", "Millpond",
    "Northgate", "Oldcroft", "Park View", "Quarry Bank", "Rowan Tree", "St Hilda's", "Thornleigh",
  ]

  private func header(_ columns: [String]) -> [String] {
    plan.schools > 1 ? ["school"] + columns : columns
  }
}
