extension ProvisionColumn {
  var aliases: [[String]] {
    switch self {
    case .pupilID: PupilAliases.pupilID
    case .upn: PupilAliases.upn
    case .admissionNumber: PupilAliases.admissionNumber
    case .pupilName: PupilAliases.pupilName
    case .surname: PupilAliases.surname
    case .forename: PupilAliases.forename
    case .school: PupilAliases.school
    case .intervention: HeadingAliases.intervention
    case .pupilStartDate:
      [["Pupil Start", "Student Start Date", "Student Start", "Start Date for Pupil"]]
    case .pupilEndDate: [["Pupil End", "Student End Date", "Student End", "End Date for Pupil"]]
    case .startDate:
      [
        [
          "Start", "Date Started", "Started", "Provision Start", "Provision Start Date",
          "Intervention Start", "Intervention Start Date", "Date From", "Starts", "Start Term",
        ],
        ["From"],
      ]
    case .endDate:
      [
        [
          "End", "Date Ended", "Ended", "Provision End", "Provision End Date", "Intervention End",
          "Intervention End Date", "Date To", "Finish Date", "Finish", "Ends", "End Term",
        ],
        ["To", "Until"],
      ]
    case .measure:
      [["Test", "Assessment", "Assessment Name", "Test Name", "Measured By", "Assessed By"]]
    case .subject: PupilAliases.subject
    case .areaOfNeed:
      [
        ["Area of Concern", "Area of SEN", "Area of SEND", "Broad Area of Need", "Need", "Area"],
        ["Category"],
      ]
    case .wave: [["Provision Wave", "Tier", "Wave of Provision", "Wave of Intervention"]]
    case .group: HeadingAliases.group
    case .teachingAssistant: Self.staffAliases
    case .sessionsPerWeek, .minutesPerSession, .sessionsPlanned, .sessionsAttended, .cost,
      .hourlyRate:
      amountAliases
    case .entryScore, .targetScore, .exitScore, .outcomeRating, .evidenceBase:
      outcomeAliases
    case .chosenBy: Self.choiceAliases
    }
  }

  private static let staffAliases = [
    [
      "Teaching Assistant", "Teaching Assistants", "TAs", "TA Name", "Staff", "Staff Member",
      "Staff Members", "Staff Name", "Staff Names", "Adult", "Adults", "Delivered By", "Led By",
      "Staff Leading", "Staff Involved", "Lead Adult", "Lead Staff", "Key Adult", "Practitioner",
      "Provider",
    ]
  ]

  private static let choiceAliases = [
    [
      "Pupils Chosen By", "Selected By", "Pupils Selected By", "How Chosen", "How Selected",
      "How Pupils Were Chosen", "How Pupils Were Selected", "Basis for Selection",
      "Basis of Selection", "Selection Basis", "Selection Method", "Method of Selection",
    ],
    ["Selection"],
  ]

  private var amountAliases: [[String]] {
    switch self {
    case .sessionsPerWeek:
      [
        [
          "Sessions a Week", "Times per Week", "Frequency per Week", "Frequency (per week)",
          "Weekly Sessions", "Weekly Frequency", "No of Sessions per Week",
          "Number of Sessions per Week", "Per Week",
        ],
        ["Frequency"],
      ]
    case .minutesPerSession:
      [
        [
          "Session Length", "Session Length (mins)", "Session Length (minutes)", "Session Duration",
          "Session Duration (mins)", "Session Duration (minutes)", "Minutes", "Mins",
          "Length of Session", "Length of Session (mins)", "Length of Sessions",
          "Minutes per Session (mins)", "Session Minutes", "Mins per Session",
        ],
        ["Duration (mins)", "Duration (minutes)", "Length (mins)", "Length (minutes)"],
      ]
    case .sessionsPlanned:
      [
        [
          "Planned Sessions", "Number of Sessions", "No of Sessions", "Total Sessions",
          "Sessions Offered", "Sessions Scheduled", "Sessions Possible",
        ],
        ["Sessions"],
      ]
    case .sessionsAttended:
      [
        [
          "Attended", "Attended Sessions", "Sessions Completed", "Sessions Received",
          "Sessions Had",
        ]
      ]
    case .cost:
      [
        ["Cost per Pupil", "Cost per Pupil (£)", "Pupil Cost", "Cost per Student"],
        ["Cost (£)", "Total Cost", "Provision Cost", "Total Cost (£)", "Price"],
      ]
    default: HeadingAliases.hourlyRate
    }
  }

  private var outcomeAliases: [[String]] {
    switch self {
    case .entryScore:
      [
        [
          "Entry Data", "Entry Level", "Entry Grade", "Start Score", "Starting Score",
          "Start Grade", "Starting Grade", "Baseline", "Baseline Score", "Entry Assessment",
          "Starting Point", "Score at Start", "Pre Score", "Pre-Test Score",
        ]
      ]
    case .targetScore: [["Target", "Target Grade", "Target Level", "Expected Score", "Aim"]]
    case .exitScore:
      [
        [
          "Exit Data", "Exit Level", "Exit Grade", "End Score", "Finishing Score", "End Grade",
          "Finish Score", "Exit Assessment", "Score at End", "Post Score", "Post-Test Score",
        ]
      ]
    case .outcomeRating:
      [
        ["Outcome", "Rating", "Impact", "Outcome Score", "Impact Rating", "Outcome Judgement"],
        ["Progress", "Progress Made", "Pupil Outcome", "Pupil Progress"],
      ]
    default: [["Evidence", "Evidence Rating", "Evidence of Effectiveness"]]
    }
  }
}
