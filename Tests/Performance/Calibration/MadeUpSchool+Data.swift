package import ProvisionModel

extension MadeUpSchool {
  /// What the school's files hold of it.
  package struct Files: Sendable {
    /// Whether the other subject is tested at the end, too, and rows are about both.
    package var bothSubjects = false
    /// Into how many rows of the provision map one course is cut.
    package var rowsOfACourse = 1
    /// The TA of each course, by its position; none without it.
    package var assistants: [Int] = []
    /// Whether nobody else took the test at the end.
    package var onlySupportedTested = false
    /// How the school says that pupils were chosen.
    package var chosenBy: ChosenBy?

    /// One subject, one row a course, no TAs.
    package init() {}
  }

  /// The position of the judged intervention among the data's interventions.
  package static let judged = 0

  /// Tests are in the middle of terms, on the same days every year.
  private static let testDays = ["12-01", "03-16", "06-29"]

  /// The days of so many tests, the last of them in March 2026.
  private static func days(_ tests: Int) -> [Day] {
    (0..<tests).reversed().map { back in
      // In March 2026 is test 1 of year 2025.
      let number = 3 * 2025 + 1 - back
      let place = number % 3
      let year = number / 3 + (place == 0 ? 0 : 1)
      return Day(iso: "\(year)-\(testDays[place])") ?? Day(number: 0)
    }
  }

  /// The school as its exports would be read: a standardised test, another in the other subject, the
  /// support that is to be judged and other support on the same test.
  package func data(_ files: Files = Files()) -> SchoolData {
    let days = Self.days(scores.count)
    let last = (days.last ?? Day(number: 0)).advanced(by: 4)
    return SchoolData(
      settings: Settings(), schools: [SchoolData.unnamedSchool],
      pupils: cohort.enumerated().map { pupil, cohort in
        var listing = Pupil.Listing()
        listing.yearGroup = "\(cohort)"
        listing.isListed = true
        return Pupil(school: 0, id: "P\(pupil)", listing: listing)
      },
      measures: ["Test", "Other subject"].map { Measure(name: $0, kind: .standardised) },
      interventions: ["Support", "Other support"].map { Intervention(name: $0) },
      teachingAssistants: (0...(files.assistants.max() ?? 0)).map {
        TeachingAssistant(key: "TA \($0)")
      },
      measuresOfSubject: [], assessments: assessments(files, days),
      provision: provision(files, days), decisions: [],
      inputs: [
        InputFile(kind: .provisionMap, name: "provision-map.csv", sha256: "", rows: 0),
        InputFile(kind: .tracking, name: "tracking.csv", sha256: "", rows: 0),
      ],
      lastDate: last, notAssessedRows: 0)
  }

  private func assessments(_ files: Files, _ days: [Day]) -> AssessmentTable {
    let tests = scores.count
    let others = files.bothSubjects ? tests : tests - 1
    let kept = files.onlySupportedTested ? Set(courses.map(\.pupil)) : nil
    var firstRow: [UInt32] = [0]
    var (measures, dates, marks): ([UInt16], [Int32], [Double]) = ([], [], [])
    for pupil in cohort.indices {
      for test in 0..<tests where test + 1 < tests || kept?.contains(pupil) ?? true {
        measures.append(0)
        dates.append(days[test].number)
        marks.append(mark(scores[test][pupil]))
      }
      for test in 0..<others {
        measures.append(1)
        dates.append(days[test].number)
        marks.append(mark(otherScores[test][pupil]))
      }
      firstRow.append(UInt32(marks.count))
    }
    return AssessmentTable(
      firstRow: firstRow, measure: measures, day: dates, score: marks,
      censoring: Array(repeating: .none, count: marks.count),
      line: marks.indices.map { UInt32($0 + 2) }, file: Array(repeating: 1, count: marks.count))
  }

  private func provision(_ files: Files, _ days: [Day]) -> [ProvisionRow] {
    var rows: [ProvisionRow] = []
    for (position, course) in courses.enumerated() {
      // Ten weeks up to the test.
      let test = days[course.start + 1]
      let parts = files.rowsOfACourse
      for part in 0..<parts {
        let length = 74 / parts
        let start = test.advanced(by: -70 + part * length)
        var row = ProvisionRow(
          file: 0, line: rows.count + 2, pupil: course.pupil,
          intervention: course.isJudged ? Self.judged : 1, start: start,
          end: part + 1 == parts ? test.advanced(by: 4) : start.advanced(by: length - 1))
        row.measures = files.bothSubjects ? [0, 1] : [0]
        row.chosenBy = files.chosenBy
        if files.assistants.indices.contains(position) {
          row.teachingAssistants = [files.assistants[position]]
          row.group = "Group \(files.assistants[position])"
        } else if let group = course.group {
          row.group = "Group \(group)"
        }
        rows.append(row)
      }
    }
    return rows
  }
}
