/// Every kind of finding. The raw values are what people and their scripts see.
package enum FindingCode: String, Sendable, CaseIterable {
  // A file as a whole.
  case emptyFile = "empty-file"
  case noRows = "no-rows"
  case unreadable = "unreadable"
  case notCSV = "not-csv"
  case encoding
  case unclosedQuote = "unclosed-quote"
  case missingColumn = "missing-column"
  case duplicateColumn = "duplicate-column"
  case ambiguousColumn = "ambiguous-column"
  case unknownColumn = "unknown-column"
  case preamble
  case monthFirst = "month-first"
  case academicYear = "academic-year"
  case fileNotRead = "file-not-read"
  case tooManyMeasures = "too-many-measures"

  // A row.
  case strayQuote = "stray-quote"
  case tooFewCells = "too-few-cells"
  case tooManyCells = "too-many-cells"
  case notATableRow = "not-a-table-row"
  case emptyCell = "empty-cell"
  case duplicateRow = "duplicate-row"

  // A value.
  case date = "date"
  case term = "term"
  case number = "number"
  case score = "score"
  case scoreLetters = "score-letters"
  case scoreRange = "score-range"
  case word = "word"
  case attendance = "attendance"
  case sharedCost = "shared-cost"
  case upn
  case yearGroup = "year-group"

  // What rows say of each other.
  case school = "school"
  case conflictingScores = "conflicting-scores"
  case endBeforeStart = "end-before-start"
  case farEnd = "far-end"
  case farDate = "far-date"
  case subjectsOfTest = "subjects-of-test"
  case overlappingEpisodes = "overlapping-episodes"
  case pupilWithoutScores = "pupil-without-scores"
  case joinedPupils = "joined-pupils"
  case ambiguousPupil = "ambiguous-pupil"
  case mergedNames = "merged-names"
  case pupilNotListed = "pupil-not-listed"
  case measureWithoutScores = "measure-without-scores"
  case unknownTeachingAssistant = "unknown-ta"
  case unknownIntervention = "unknown-intervention"
  case renamedIntervention = "renamed-intervention"
  case chosenBy = "chosen-by"
  case conflictingDecisions = "conflicting-decisions"
  case earlyDecision = "early-decision"
  case decisionOrder = "decision-order"

  // school.yml and the command line.
  case setting = "setting"
  case option = "option"
  case output = "output"

  /// The severity that a finding of this code has unless its maker says otherwise.
  package var severity: Severity {
    switch self {
    case .attendance, .pupilNotListed, .measureWithoutScores, .unknownTeachingAssistant,
      .unknownIntervention, .encoding, .monthFirst, .fileNotRead, .scoreLetters, .upn,
      .farEnd, .number, .farDate:
      .warning
    case .unknownColumn, .preamble, .notATableRow, .sharedCost, .joinedPupils, .mergedNames,
      .subjectsOfTest, .decisionOrder, .renamedIntervention, .chosenBy:
      .note
    default:
      .error
    }
  }
}
