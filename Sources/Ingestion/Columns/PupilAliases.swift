/// Headings by which exports name a pupil and a school, the same in all kinds of file.
enum PupilAliases {
  static let pupilID = [
    [
      "Pupil ID", "Student ID", "Pupil Number", "Pupil No", "Pupil Ref", "Pupil Reference",
      "Pupil Identifier", "Student Number", "Student Ref", "Learner ID", "MIS ID", "MIS Number",
      "Person ID", "External ID", "Arbor Student ID", "Arbor ID", "Bromcom ID", "Student MIS ID",
    ],
    [], [], ["ID"],
  ]
  static let upn = [
    [
      "UPN", "Unique Pupil Number", "Pupil UPN", "Student UPN", "UPN Number", "UPN (Pupil)",
      "Pupil UPNs", "UPNs",
    ]
  ]
  static let admissionNumber = [
    [
      "Admission No", "Admission Number", "Admissions Number", "Admissions No", "Adno", "Adm No",
      "Admission Nos", "Admission Numbers", "Admission",
    ]
  ]
  static let pupilName = [
    [
      "Pupil Name", "Student Name", "Pupil Names", "Student Names", "Pupil Full Name", "Full Name",
      "Learner Name", "Child Name", "Name of Pupil",
    ],
    ["Pupil", "Pupils", "Student", "Students", "Name", "Names", "Learner", "Learners", "Child"],
  ]
  static let surname = [
    ["Legal Surname", "Pupil Surname", "Student Surname"],
    ["Last Name", "Family Name", "Legal Last Name"],
    ["Preferred Surname", "Preferred Last Name"],
  ]
  static let forename = [
    ["Legal Forename", "Legal First Name", "Pupil Forename", "Student Forename"],
    ["First Name", "Given Name"],
    ["Preferred Forename", "Preferred First Name", "Chosen Name", "Known As"],
  ]
  static let school = [
    ["School Name", "School ID", "Establishment", "Establishment Name", "Academy", "Site"],
    ["DfE Number", "LAESTAB", "LA Estab", "URN", "School DfE Number", "School URN"],
  ]
  static let yearGroup = [
    [
      "Year Group", "NC Year", "NC Year Actual", "NC Year Group", "National Curriculum Year",
      "National Curriculum Year Group", "Current Year Group", "Pupil Year", "Year Group (NC)",
      "Current NC Year", "Year Groups this Academic Year", "Year Group this Academic Year",
    ],
    ["Year", "Yr", "Yr Group", "Yr Gp", "Cohort"],
  ]
  static let subject = [["Subject Name", "Curriculum Area", "Subject Area"]]
}

extension PupilsColumn {
  var aliases: [[String]] {
    switch self {
    case .pupilID: PupilAliases.pupilID
    case .upn: PupilAliases.upn
    case .admissionNumber: PupilAliases.admissionNumber
    case .school: PupilAliases.school
    case .name: PupilAliases.pupilName
    case .surname: PupilAliases.surname
    case .forename: PupilAliases.forename
    case .yearGroup: PupilAliases.yearGroup
    case .senStatus:
      [
        [
          "SEND Status", "SEN Provision", "SEND Provision", "SEN Stage", "SEN Code", "SEN Level",
          "SEN Support Status", "SEN Status Code", "SEN Provision Code", "SEN Provision Type",
        ],
        ["SEN", "SEND"],
      ]
    case .primaryNeed:
      [
        [
          "Primary SEN Need", "SEN Primary Need", "Primary SEND Need", "SEND Primary Need",
          "Primary Need Type", "SEN Need Type", "Primary SEN Type", "Primary Area of Need",
          "SEN Type", "SEN Type (Primary)", "Main Need",
        ],
        ["SEN Need", "SEND Need", "Need", "SEN Needs", "Need Type", "Area of Need"],
      ]
    case .pupilPremium:
      [
        [
          "PP", "Pupil Premium Indicator", "Pupil Premium Eligible", "Pupil Premium Eligibility",
          "Pupil Premium Status", "Deprivation Pupil Premium", "Is Pupil Premium", "PPG",
          "Pupil Premium?",
        ],
        ["Disadvantaged", "Ever 6", "Ever6", "Ever 6 FSM", "FSM6", "FSM Ever 6"],
        ["FSM", "FSM Eligible", "Free School Meals", "Free School Meal", "Eligible for FSM"],
      ]
    }
  }
}

extension StaffColumn {
  var aliases: [[String]] {
    switch self {
    case .teachingAssistant:
      [["Teaching Assistant", "TA Name", "Staff Code", "Staff ID", "Staff Initials", "TA Code"]]
    case .name:
      [["Staff Name", "Full Name", "Staff Member", "Employee", "Employee Name", "Staff"]]
    case .roleLevel: [["Role", "Level", "Grade", "TA Level", "Job Role", "Post", "Profile"]]
    case .hourlyRate: HeadingAliases.hourlyRate
    case .trainedIn:
      [["Training", "Trained", "Interventions Trained In", "Training Completed", "Trained For"]]
    }
  }
}

extension DecisionsColumn {
  var aliases: [[String]] {
    switch self {
    case .school: PupilAliases.school
    case .term: [["Term Name", "Decided In"]]
    case .intervention: HeadingAliases.intervention
    case .decision: [["Action", "Decision Made", "Outcome of Review"]]
    case .group: HeadingAliases.group
    case .change: [["What Changes", "Change Made", "Detail", "Details"]]
    case .decidedBy: [["Agreed By", "Who Decided", "Decision By"]]
    case .date: [["Date Decided", "Decided On", "Decision Date", "Date of Decision"]]
    }
  }
}

/// Headings that several kinds of file share.
enum HeadingAliases {
  static let intervention = [
    [
      "Intervention Name", "Provision Name", "Provision Title", "Name of Intervention",
      "Name of Provision", "Intervention Title", "Programme", "Programme Name",
    ],
    ["Provision", "Title", "Strategy", "Support"],
  ]
  static let group = [["Group Name", "TA Group", "Intervention Group", "Teaching Group", "Set"]]
  static let hourlyRate = [
    ["Rate", "Hourly Cost", "Cost per Hour", "Rate per Hour", "Hourly Rate of Pay", "Pay Rate"]
  ]
}
