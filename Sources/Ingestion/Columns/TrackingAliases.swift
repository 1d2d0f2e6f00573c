extension TrackingColumn {
  var aliases: [[String]] {
    switch self {
    case .pupilID: PupilAliases.pupilID
    case .upn: PupilAliases.upn
    case .admissionNumber: PupilAliases.admissionNumber
    case .pupilName: PupilAliases.pupilName
    case .surname: PupilAliases.surname
    case .forename: PupilAliases.forename
    case .yearGroup: PupilAliases.yearGroup
    case .school: PupilAliases.school
    case .date:
      [
        [
          "Test Date", "Date of Test", "Assessment Date", "Date of Assessment", "Result Date",
          "Date Taken", "Date Tested", "Date Assessed", "Test Taken", "Completion Date",
          "Date Completed", "Date of Testing", "Sitting Date",
        ]
      ]
    case .term:
      [
        [
          "Term Name", "Assessment Term", "Test Term", "Assessment Period", "Assessment Point",
          "Data Drop", "Term of Test",
        ]
      ]
    case .academicYear: [["School Year", "Assessment Year", "Academic Session"]]
    case .measure:
      [
        [
          "Test", "Assessment", "Aspect", "Test Name", "Assessment Name", "Aspect Name",
          "Name of Test", "Assessment Title", "Assessment Type", "Test Type", "Test Title", "Scale",
          "Statutory Assessment",
        ]
      ]
    case .score:
      [
        [
          "Result", "Test Result", "Assessment Result", "Test Score", "Total Score", "Mark",
          "Grade", "Value", "Raw Score", "Marks", "SAS", "Standard Age Score",
          "Standardised Age Score", "Standardised Score", "Standardized Score",
          "Age Standardised Score", "Age-Standardised Score", "Scaled Score", "Reading Age",
          "Spelling Age", "Maths Age", "Reading Age (years:months)", "SS",
        ]
      ]
    case .subject: PupilAliases.subject
    }
  }

  /// Whether a heading that is not understood names a year, a term or half a term, as headings of
  /// scores do.
  static func mayHoldScores(_ heading: String) -> Bool {
    if isAboutThePupil(heading) || WideHeading.isNoScore(heading) { return false }
    let words = heading.lowercased().split { !($0.isLetter || $0.isNumber) }
    return words.contains { word in
      Int(word).map { (2015...2049).contains($0) } ?? false
        || ["autumn", "aut", "spring", "spr", "summer", "sum", "eoy", "baseline"].contains(
          String(word))
        || word.count == 3 && word.hasPrefix("ht") && word.last?.isNumber == true
    }
  }

  /// Whether a heading says something of the pupil that is no score.
  static func isAboutThePupil(_ heading: String) -> Bool {
    let key = PlainName.key(heading)
    return aboutThePupil.contains { key.hasPrefix($0) }
  }

  private static let aboutThePupil = [
    "surname", "forename", "firstname", "lastname", "legal", "preferred", "name", "dob",
    "dateofbirth", "gender", "sex", "sen", "fsm", "pupilpremium", "pp", "eal", "lookedafter",
    "ethnic", "class", "form", "tutor", "reg", "group", "house", "address", "email", "parent",
    "medical", "note", "comment", "attendance", "ageat", "agetest", "assessor", "teacher", "level",
    "stanine", "percentile", "target",
  ]

  /// Headings of scores that say of themselves what was measured.
  static func namesItsMeasure(_ heading: String) -> Bool {
    let key = PlainName.key(heading)
    return ![
      "score", "result", "testresult", "assessmentresult", "testscore", "totalscore", "mark",
      "grade", "value", "marks",
    ].contains(key)
  }
}
