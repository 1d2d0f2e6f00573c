import Diagnostics
import ProvisionModel

/// Puts the tables of all files together into one model.
struct DataAssembler {
  private let settings: Settings
  private var others: SchoolFiles.Others
  private let inputs: [InputFile]
  private var tracking: TableFiles<TrackingBuilder>
  private var findings: [Finding]
  private var pupils: PupilRegistry
  private var measures: MeasureRegistry
  private var interventions: InterventionRegistry

  /// The tables of a folder.
  ///
  /// - Throws: `UnusableInput` (data) when no row of the tracking file or the provision map can be
  ///   used, or when some files name schools and others do not.
  init(
    settings: Settings, tracking: TableFiles<TrackingBuilder>, others: SchoolFiles.Others
  ) throws(UnusableInput) {
    self.settings = settings
    self.tracking = tracking
    self.others = others
    inputs =
      others.pupils.inputs + tracking.inputs + others.provision.inputs + others.staff.inputs
      + others.decisions.inputs
    findings =
      others.pupils.findings + tracking.findings + others.provision.findings
      + others.staff.findings + others.decisions.findings
    pupils = PupilRegistry(
      files: [
        others.pupils.builder.pupils, tracking.builder.names.pupils,
        others.provision.builder.pupils,
      ],
      fallback: settings.school ?? SchoolData.unnamedSchool)
    measures = MeasureRegistry(settings: settings.measures)
    interventions = InterventionRegistry(settings: settings.interventions)
    try checkRows(tracking.builder.usableRows, tracking.inputs)
    try checkRows(others.provision.builder.rows.count, others.provision.inputs)
    try checkSchools(others.pupils.builder.pupils, others.pupils.inputs)
    try checkSchools(tracking.builder.names.pupils, tracking.inputs)
    try checkSchools(others.provision.builder.pupils, others.provision.inputs)
  }

  /// The model, made by so many threads; it does not depend on their number.
  mutating func assemble(jobs: Int) -> ReadingResult {
    addListedPupils()
    let pupilOfCode = trackedPupils()
    settleYearGroupDates(pupilOfCode)
    measures.variants.file = tracking.inputs.first?.name ?? ""
    let tracked = TrackedMeasures(
      tracking.builder, file: measures.variants.file, isNamed: measures.isNamed)
    findings += tracked.findings
    let measureOfCode = tracked.names.map { measures.number(of: $0) }
    tallyTracking(measureOfCode: measureOfCode)
    let subjects = SubjectRegistry(tracking.builder, measureOfCode: measureOfCode)
    let staff = StaffRoll(
      names: others.provision.builder.assistantNames.texts,
      file: others.provision.inputs.first?.name ?? "", staff: others.staff)
    var provision = provision(subjects, staff)
    addVariants(staff)
    tallyOwnScores(provision.rows)
    addMeasuresWithoutScores(provision.rows)
    let known = measures.measures
    let (table, notAssessed) = assessments(
      pupilOfCode, measureOfCode, measures: known, jobs: jobs)
    let dates = LastDate(scores: table, provision: provision.rows, jobs: jobs)
    findings += dates.findings(inputs: inputs)
    findings += provision.findings
    findings += staff.findings(rows: provision.rows, inputs: inputs)
    findings +=
      UnmatchedSettings(
        settings: settings, measures: measures.namesWithScores,
        interventions: others.provision.builder.interventionNames.texts
          + others.decisions.builder.rows.map(\.interventionName)
      ).findings
    addUnlistedPupils(provision.rows)
    let decisions = DecisionsAssembler(
      others.decisions.builder.rows, interventions: interventions, schools: pupils.schools,
      groups: provision.rows.reduce(into: [:]) { groups, row in
        if !row.group.isEmpty { groups[row.intervention, default: []].insert(row.group) }
      },
      lastDate: dates.day, files: inputs)
    findings += decisions.findings
    // Nobody else may hold the rows, or they would be copied when their scores are read.
    var data = SchoolData(
      settings: settings, schools: pupils.schools, pupils: pupils.pupils, measures: known,
      interventions: interventions.interventions,
      teachingAssistants: staff.assistants(trainedIn: interventions),
      measuresOfSubject: subjects.measures, assessments: table, provision: provision.takeRows(),
      decisions: decisions.decisions, inputs: inputs, lastDate: dates.day,
      notAssessedRows: notAssessed)
    findings += data.readOwnScores()
    return ReadingResult(data: data, findings: findings)
  }

  private func checkRows(_ count: Int, _ files: [InputFile]) throws(UnusableInput) {
    guard count == 0, let file = files.first else { return }
    let finding =
      file.rows == 0
      ? Finding(.noRows, file: file.name, message: "the file has a header and no rows")
      : Finding(
        .noRows, file: file.name, message: "none of its rows can be used",
        hint: "mend what the lines above tell of this file, and export it again")
    throw UnusableInput(.data, findings: findings + [finding])
  }

  private func checkSchools(_ keys: PupilKeys, _ files: [InputFile]) throws(UnusableInput) {
    guard let file = files.first else { return }
    try pupils.check(keys, name: file.name)
  }

  /// The pupils file's pupils come first, with what it says of them.
  private mutating func addListedPupils() {
    let builder = others.pupils.builder
    let numbers = pupils.addListed(builder.rows, keys: builder.pupils)
    for (row, number) in zip(builder.rows, numbers) where number < 0 {
      findings.append(
        inputs[row.file].finding(.school, line: row.line, message: PupilRegistry.unknownSchool))
    }
    findings += UPNFindings.findings(rows: builder.rows, keys: builder.pupils, inputs: inputs)
    others.pupils.builder = PupilsBuilder()
  }

  private mutating func trackedPupils() -> [Int32] {
    let builder = tracking.builder
    var joins = PupilJoins()
    let numbers = pupils.numbers(of: builder.names.pupils, joins: &joins)
    findings += joins.findings(file: tracking.inputs.first?.name ?? "") { code in
      builder.place(ofPupil: FilesPupil(code)).map { (inputs[$0.file].name, $0.line) }
    }
    return numbers
  }

  /// Dates some scores by the year group in which the pupil was then.
  private mutating func settleYearGroupDates(_ pupilOfCode: [Int32]) {
    guard !tracking.builder.names.yearGroupDates.isEmpty else { return }
    let groups = pupilOfCode.map { $0 < 0 ? "" : pupils.pupils[Int($0)].yearGroup }
    findings += tracking.builder.settleYearGroupDates(groups: groups, files: inputs)
  }

  private mutating func addVariants(_ staff: StaffRoll) {
    findings += measures.variants.findings(of: "measure")
    findings += interventions.variants.findings(of: "intervention")
    findings += staff.variants.findings(of: "TA")
  }

  private mutating func tallyTracking(measureOfCode: [Int]) {
    let names = tracking.builder.names
    for (code, measure) in measureOfCode.enumerated() {
      measures.tallies[measure].add(names.shapes, measure: code)
    }
    for code in tracking.builder.standardisedMeasures {
      measures.tallies[measureOfCode[code.position]].isBelowStandardisedHeading = true
    }
    for (text, count) in names.shapes.texts.enumerated() {
      let code = Int(names.scoreTexts.tag(of: UInt32(text)))
      guard code < measureOfCode.count else { continue }
      measures.tallies[measureOfCode[code]].add(
        names.scoreTexts.text(of: UInt32(text)), count: count)
    }
  }

  private mutating func provision(
    _ subjects: SubjectRegistry, _ staff: StaffRoll
  ) -> ProvisionAssembler {
    let rows = others.provision.builder.takeRows()
    let builder = others.provision.builder
    measures.variants.file = others.provision.inputs.first?.name ?? ""
    interventions.variants.file = measures.variants.file
    let measureOfCode = builder.measureNames.texts.map { measures.number(of: $0) }
    let interventionOfCode = builder.interventionNames.texts.map {
      interventions.number(of: $0, measures: &measures)
    }
    var joins = PupilJoins()
    let pupilOfCode = pupils.numbers(of: builder.pupils, joins: &joins)
    findings += joins.findings(file: others.provision.inputs.first?.name ?? "") { code in
      rows.first { $0.pupil == Int(code) }.map { (inputs[$0.file].name, $0.line) }
    }
    return ProvisionAssembler(
      consume rows,
      numbers: ProvisionNumbers(
        pupils: pupilOfCode, keys: builder.pupils, interventions: interventionOfCode,
        measures: measureOfCode,
        assistants: staff.numberOfCode, subjects: builder.subjectNames.texts.map { subjects[$0] }),
      universalWaves: settings.thresholds.universalWaves, files: inputs)
  }

  /// Measures without tracking rows are known by the provision map's own scores.
  private mutating func tallyOwnScores(_ rows: [ProvisionRow]) {
    for row in rows where row.measures.count == 1 {
      for score in row.entryScores.unreadCells + row.exitScores.unreadCells {
        measures.tallies[row.measures[0]].add(score)
      }
    }
  }

  /// Says once of each measure that rows name, and that nobody has a score on.
  private mutating func addMeasuresWithoutScores(_ rows: [ProvisionRow]) {
    let hasScores = measures.tallies.map { $0.numbers + $0.ages + $0.textCells > 0 }
    let others = zip(measures.names, hasScores).filter(\.1).map(\.0)
    var isReported = hasScores
    var suggestions = Suggestion.Budget()
    for row in rows {
      for measure in row.measures where !isReported[measure] {
        isReported[measure] = true
        let name = measures.names[measure]
        findings.append(
          inputs[row.file].finding(
            .measureWithoutScores, line: row.line, column: ProvisionColumn.measure.rawValue,
            value: name, message: "no pupil has a score on \"\(name)\"",
            hint: suggestions.nearest(to: name, among: others).map { "is \"\($0)\" meant?" }
              ?? (name.contains(",") ? "if these are several measures, put ; between them" : nil)))
      }
    }
  }

  private mutating func assessments(
    _ pupilOfCode: [Int32], _ measureOfCode: [Int], measures: [Measure], jobs: Int
  ) -> (AssessmentTable, notAssessed: Int) {
    // Nobody else may hold the rows, or they would be copied when they are changed.
    let stretches = tracking.builder.takeStretches()
    let cells = CellReading(
      names: tracking.builder.names, pupilOfCode: pupilOfCode, measureOfCode: measureOfCode,
      measures: measures, tallies: self.measures.tallies, files: inputs)
    let assembler = AssessmentAssembler(cells, pupilCount: pupils.pupils.count, jobs: jobs)
    let (table, found) = assembler.table(consume stretches)
    findings += found.findings
    return (table, found.notAssessedRows)
  }

  private mutating func addUnlistedPupils(_ rows: [ProvisionRow]) {
    guard !others.pupils.inputs.isEmpty else { return }
    var isReported = pupils.pupils.map(\.isListed)
    for row in rows where !isReported[row.pupil] {
      isReported[row.pupil] = true
      let id = pupils.pupils[row.pupil].id
      findings.append(
        inputs[row.file].finding(
          .pupilNotListed, line: row.line, column: ProvisionColumn.pupilID.rawValue, value: id,
          message: "the pupils file does not list the pupil \"\(id)\""))
    }
  }
}
