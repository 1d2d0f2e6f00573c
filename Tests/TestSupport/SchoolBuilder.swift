public import ProvisionModel

/// A day of an ISO 8601 text.
package func day(_ iso: String) -> Day {
  Day(iso: iso)!
}

/// Makes a `SchoolData` in memory. Pupils, interventions and TAs come into being when they are
/// first named; things are numbered in the order in which they come.
package struct SchoolBuilder {
  /// One score of a pupil on a measure.
  package struct Assessment {
    package var pupil: Int
    package var measure: Int
    package var day: Day
    package var score: Double
    package var censoring: Censoring

    /// A score.
    package init(
      pupil: Int, measure: Int, day: Day, score: Double, censoring: Censoring = .none
    ) {
      self.pupil = pupil
      self.measure = measure
      self.day = day
      self.score = score
      self.censoring = censoring
    }
  }

  package var settings = Settings()
  package var schools = ["school"]
  package var pupils: [Pupil] = []
  package var measures: [Measure] = []
  package var interventions: [Intervention] = []
  package var teachingAssistants: [TeachingAssistant] = []
  package var measuresOfSubject: [[Int]] = []
  package var assessments: [Assessment] = []
  package var provision: [ProvisionRow] = []
  package var decisions: [Decision] = []
  package var digest = "d1"

  /// A school without anything.
  package init() {}

  /// A measure of that kind with the defaults, but for what is changed.
  package mutating func measure(
    _ name: String,
    _ kind: MeasureKind = .standardised,
    change: (inout Measure) -> Void = { _ in }
  ) -> Int {
    var measure = Measure(name: name, kind: kind)
    change(&measure)
    measures.append(measure)
    return measures.count - 1
  }

  /// The position of a pupil of a school.
  package mutating func pupil(_ id: String, school: Int = 0) -> Int {
    if let known = pupils.firstIndex(where: { $0.id == id && $0.school == school }) {
      return known
    }
    pupils.append(Pupil(school: school, id: id))
    return pupils.count - 1
  }

  /// The position of an intervention.
  package mutating func intervention(_ name: String) -> Int {
    if let known = interventions.firstIndex(where: { $0.name == name }) { return known }
    interventions.append(Intervention(name: name))
    return interventions.count - 1
  }

  /// The position of a TA, with a role level and an hourly rate where the TA is new.
  package mutating func assistant(_ key: String, _ roleLevel: String = "", rate: Double? = nil)
    -> Int
  {
    if let known = teachingAssistants.firstIndex(where: { $0.key == key }) { return known }
    var assistant = TeachingAssistant(key: key)
    assistant.roleLevel = roleLevel
    assistant.hourlyRate = rate
    teachingAssistants.append(assistant)
    return teachingAssistants.count - 1
  }

  /// Adds a score.
  package mutating func score(
    _ id: String,
    _ measure: Int,
    on date: Day,
    _ score: Double,
    _ censoring: Censoring = .none,
    school: Int = 0
  ) {
    assessments.append(
      Assessment(
        pupil: pupil(id, school: school),
        measure: measure,
        day: date,
        score: score,
        censoring: censoring
      )
    )
  }

  /// Adds a row of the provision map; the line is its position, counted from 2.
  @discardableResult
  package mutating func row(
    _ id: String,
    _ name: String = "Catch-up",
    from start: Day,
    to end: Day?,
    school: Int = 0,
    change: (inout ProvisionRow) -> Void = { _ in }
  ) -> Int {
    var row = ProvisionRow(
      file: 0,
      line: provision.count + 2,
      pupil: pupil(id, school: school),
      intervention: intervention(name),
      start: start,
      end: end
    )
    change(&row)
    provision.append(row)
    return provision.count - 1
  }

  /// The data; scores are sorted by pupil, measure and date, their lines are their positions
  /// counted from 2.
  package var data: SchoolData {
    let order = assessments.indices.sorted { left, right in
      let (one, other) = (assessments[left], assessments[right])
      return (one.pupil, one.measure, one.day) < (other.pupil, other.measure, other.day)
    }
    let sorted = order.map { assessments[$0] }
    var firstRow = [UInt32](repeating: 0, count: pupils.count + 1)
    for score in sorted { firstRow[score.pupil + 1] += 1 }
    for pupil in pupils.indices { firstRow[pupil + 1] += firstRow[pupil] }
    let table = AssessmentTable(
      firstRow: firstRow,
      measure: sorted.map { UInt16($0.measure) },
      day: sorted.map(\.day.number),
      score: sorted.map(\.score),
      censoring: sorted.map(\.censoring),
      line: order.map { UInt32($0 + 2) },
      file: sorted.map { _ in 1 }
    )
    let dates =
      assessments.map(\.day) + provision.map(\.start) + provision.compactMap(\.end)
    return SchoolData(
      settings: settings,
      schools: schools,
      pupils: pupils,
      measures: measures,
      interventions: interventions,
      teachingAssistants: teachingAssistants,
      measuresOfSubject: measuresOfSubject,
      assessments: table,
      provision: provision.map { row in
        var row = row
        if settings.thresholds.universalWaves.contains(row.wave) { row.isUniversalWave = true }
        return row
      },
      decisions: decisions,
      inputs: [
        InputFile(
          kind: .provisionMap,
          name: "provision-map.csv",
          sha256: digest,
          rows: provision.count,
          columns: [
            "pupil_id": InputColumn(position: 1, heading: "UPN"),
            "entry_score": InputColumn(position: 7, heading: "Entry"),
          ]
        ),
        InputFile(kind: .tracking, name: "tracking.csv", sha256: "t", rows: assessments.count),
      ],
      lastDate: dates.max() ?? Day(number: 0),
      notAssessedRows: 0
    )
  }
}

extension OwnScores: ExpressibleByArrayLiteral {
  /// Scores as a file writes them.
  public init(arrayLiteral cells: RawScore...) {
    self = .unread(cells)
  }
}

extension RawScore {
  /// A score cell that holds a whole number.
  package static func cell(_ value: Double, _ censoring: Censoring = .none) -> RawScore {
    RawScore(shape: .whole, value: value, censoring: censoring, text: "\(Int(value))")
  }

  /// A score cell that holds a text.
  package static func word(_ text: String) -> RawScore {
    RawScore(shape: .text, value: 0, censoring: .none, text: text)
  }
}
