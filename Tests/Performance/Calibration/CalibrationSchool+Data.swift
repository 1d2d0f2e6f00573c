package import ProvisionModel

extension CalibrationSchool {
  /// The days of the tests before the support and of the one at its end: each in a term of its own.
  private static let testDays = ["2025-03-10", "2025-06-30", "2025-12-01", "2026-03-16"]

  /// The school as its exports would be read: one standardised test, one intervention, and for each
  /// supported pupil the TA that `assistants` names.
  ///
  /// - Parameters:
  ///   - priors: The most scores that a level rests on.
  ///   - assistants: The TA of each pupil, from 0; none without it.
  package func data(priors: Int = 3, assistants: [Int] = []) -> SchoolData {
    var settings = Settings()
    settings.linking.priors = priors
    let days = Self.testDays.suffix(scores.count).compactMap { Day(iso: $0) }
    let last = days.last ?? Day(number: 0)
    var pupils: [Pupil] = []
    var provision: [ProvisionRow] = []
    for pupil in cohort.indices {
      var entry = Pupil(school: 0, id: "P\(pupil)")
      entry.yearGroup = "\(cohort[pupil])"
      entry.isListed = true
      pupils.append(entry)
      guard supported[pupil] else { continue }
      var row = ProvisionRow(
        file: 0, line: provision.count + 2, pupil: pupil, intervention: 0,
        start: last.advanced(by: -70), end: last.advanced(by: 4))
      row.measures = [0]
      if assistants.indices.contains(pupil) { row.teachingAssistants = [assistants[pupil]] }
      provision.append(row)
    }
    let tests = scores.count
    let rows = cohort.count * tests
    let table = AssessmentTable(
      firstRow: (0...cohort.count).map { UInt32($0 * tests) },
      measure: Array(repeating: 0, count: rows),
      day: (0..<rows).map { days[$0 % tests].number },
      score: (0..<rows).map { scores[$0 % tests][$0 / tests] },
      censoring: Array(repeating: .none, count: rows),
      line: (0..<rows).map { UInt32($0 + 2) }, file: Array(repeating: 1, count: rows))
    return SchoolData(
      settings: settings, schools: [SchoolData.unnamedSchool], pupils: pupils,
      measures: [Measure(name: "Test", kind: .standardised)],
      interventions: [Intervention(name: "Support")],
      teachingAssistants: (0...(assistants.max() ?? 0)).map { TeachingAssistant(key: "TA \($0)") },
      measuresOfSubject: [], assessments: table, provision: provision, decisions: [],
      inputs: [
        InputFile(kind: .provisionMap, name: "provision-map.csv", sha256: "", rows: 0),
        InputFile(kind: .tracking, name: "tracking.csv", sha256: "", rows: 0),
      ],
      lastDate: last.advanced(by: 4), notAssessedRows: 0)
  }
}
