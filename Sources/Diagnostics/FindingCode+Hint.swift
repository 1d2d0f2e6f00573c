extension FindingCode {
  /// What a person can do about a finding of this code, when its maker knows nothing better.
  package var hint: String {
    switch self {
    case .emptyFile: "export the file again: it has no header and no rows"
    case .noRows: "export the file again, with the pupils and dates that you mean to evaluate"
    case .unreadable: "check that the file exists and that you may read it"
    case .unclosedQuote: "close the quote, or take the stray \" out, and export again"
    case .missingColumn: "add the column, or name its heading under columns: in school.yml"
    case .duplicateColumn: "remove or rename one of the two columns"
    case .unknownColumn: "nothing to do: the column is not used"
    case .tooManyMeasures: "check which column holds the measure, under columns: in school.yml"
    case .strayQuote: "put the whole cell in quotes and double the quotes inside it"
    case .tooFewCells: "add the missing cells; an empty cell still needs its comma"
    case .tooManyCells: "put a cell that contains a comma in quotes"
    case .emptyCell: "fill the cell; a row cannot be used without it"
    case .duplicateRow: "remove one of the two rows"
    case .date: "write dates as 2025-09-01 or 01/09/2025"
    case .term: "write terms as 2025-26-autumn, with the names that school.yml gives them"
    case .number: "write a plain number, such as 12 or 7.5"
    case .score: "mend the score, or list its code for the measure in school.yml"
    case .scoreRange: "mend the score, or set minimum: and maximum: of the measure in school.yml"
    case .word: "use one of the words that the column knows"
    case .attendance: "check both numbers; extra sessions are counted as they stand"
    case .school: "fill the school column in every file, or in none of them"
    case .conflictingScores: "keep the right one of the two scores in the tracking file"
    case .endBeforeStart: "mend one of the two dates"
    case .overlappingEpisodes: "mend the dates so that a pupil has one row at a time"
    case .pupilWithoutScores: "check the pupil's id, or add the scores to the tracking file"
    case .pupilNotListed: "check the pupil's id, or add the pupil to the pupils file"
    case .measureWithoutScores: "check the measure's name against the tracking file"
    case .unknownTeachingAssistant: "check the name, or add it to the staff file"
    case .unknownIntervention: "check the name against the provision map"
    case .setting: "see the commented school.yml of Data/sample"
    case .option: "see impact help run"
    case .output: "choose another folder with --reports"
    }
  }
}
