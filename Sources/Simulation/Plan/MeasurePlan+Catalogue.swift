extension MeasurePlan {
  /// The measures of the made-up schools, in order of the day on which they are taken.
  package static let catalogue: [MeasurePlan] = [
    MeasurePlan(
      name: phonics,
      scale: .points(atStart: 10, perYear: 9),
      domain: .reading,
      reliability: 0.85,
      sd: 7,
      range: 0...40,
      years: 0...2,
      testDay: 0,
      aliases: ["Phonics screening"]
    ),
    MeasurePlan(
      name: readingAge,
      scale: .age,
      domain: .reading,
      reliability: 0.85,
      sd: 12,
      range: 72...168,
      years: 3...6,
      testDay: 0
    ),
    MeasurePlan(
      name: readingTest,
      scale: .standardised(mean: 100),
      domain: .reading,
      reliability: 0.9,
      sd: 15,
      range: 60...141,
      years: 3...6,
      testDay: 1,
      aliases: ["NGRT Standardised Age Score"]
    ),
    MeasurePlan(
      name: mathsTest,
      scale: .standardised(mean: 100),
      domain: .maths,
      reliability: 0.9,
      sd: 15,
      range: 60...141,
      years: 1...6,
      testDay: 2,
      aliases: ["PiM SAS"]
    ),
    MeasurePlan(
      name: spelling,
      scale: .points(atStart: 2, perYear: 7),
      domain: .spelling,
      reliability: 0.88,
      sd: 7,
      range: 0...60,
      years: 2...6,
      testDay: 3
    ),
    MeasurePlan(
      name: arithmetic,
      scale: .points(atStart: 1, perYear: 6),
      domain: .maths,
      reliability: 0.85,
      sd: 7,
      range: 0...60,
      years: 3...6,
      testDay: 7
    ),
    MeasurePlan(
      name: languageScreen,
      scale: .standardised(mean: 100),
      domain: .language,
      reliability: 0.85,
      sd: 15,
      range: 60...140,
      years: 0...2,
      takers: .everyoneAndSpeechNeeds,
      testDay: 7
    ),
    MeasurePlan(
      name: handwriting,
      scale: .points(atStart: 8, perYear: 5),
      domain: .motor,
      reliability: 0.8,
      sd: 5,
      range: 0...45,
      years: 0...4,
      testDay: 8
    ),
    MeasurePlan(
      name: difficulties,
      scale: .points(atStart: 10, perYear: 0),
      domain: .wellbeing,
      reliability: 0.8,
      sd: 6,
      range: 0...40,
      lowerIsBetter: true,
      attainment: false,
      years: 0...6,
      takers: .watched,
      testDay: 8,
      aliases: ["SDQ total"]
    ),
    MeasurePlan(
      name: "Teacher assessment reading",
      scale: teacherAssessment,
      domain: .reading,
      reliability: 0.8,
      sd: 1,
      range: 0...8,
      years: 0...6,
      testDay: 9
    ),
    MeasurePlan(
      name: "Teacher assessment maths",
      scale: teacherAssessment,
      domain: .maths,
      reliability: 0.8,
      sd: 1,
      range: 0...8,
      years: 0...6,
      testDay: 10
    ),
  ]

  /// The place of a measure in the catalogue; nil when there is none of that name.
  package static func index(of name: String) -> Int? {
    catalogue.firstIndex { $0.name == name }
  }

  /// The name of letters and sounds, Reception to Year 2.
  static let phonics = "Phonics check"
  /// The name of a reading age.
  static let readingAge = "Reading age"
  /// The name of a standardised reading test.
  static let readingTest = "NGRT SAS"
  /// The name of a standardised maths test.
  static let mathsTest = "PiM standardised maths"
  /// The name of words spelt rightly.
  static let spelling = "Spelling (raw)"
  /// The name of sums done rightly.
  static let arithmetic = "Arithmetic (raw)"
  /// The name of a standardised screen of spoken language.
  static let languageScreen = "Language screen"
  /// The name of a checklist of movement and letters.
  static let handwriting = "Handwriting checklist"
  /// The name of a questionnaire of wellbeing.
  static let difficulties = "SDQ total difficulties"

  /// Below the standard for the age stand the pre-key-stage steps, each a narrow band.
  private static let teacherAssessment = Scale.ordinal(
    codes: ["PK1", "PK2", "PK3", "PK4", "PK5", "PK6", "WTS", "EXS", "GDS"],
    cuts: [-2.75, -2.5, -2.25, -2, -1.75, -1.5, -0.6, 1]
  )
}
