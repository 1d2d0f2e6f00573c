extension InterventionPlan {
  /// The interventions of the made-up schools.
  ///
  /// The decisions are a fixed part of it. Counting terms back from the last: reading comprehension
  /// goes from 3 to 5 sessions after term 1, and phonics from 30 to 20 minutes after term 2; maths
  /// fluency was to change after term 1 and did not; inference training stops after term 1;
  /// handwriting starts after term 2 and colourful semantics after term 1.
  package static let catalogue: [InterventionPlan] = literacy + numeracy + language + others

  private static let cognition = "Cognition and learning"
  private static let communication = "Communication and interaction"
  private static let mentalHealth = "Social, emotional and mental health"
  private static let physical = "Sensory and/or physical"

  private static let literacy: [InterventionPlan] = [
    InterventionPlan(
      name: "Phonics catch-up",
      label: "Phonics",
      area: cognition,
      measure: MeasurePlan.phonics,
      wave: 2,
      years: 0...2,
      groupSize: 4,
      share: 0.029,
      sessions: 5,
      minutes: 30,
      weeks: 10,
      effect: 0.35,
      selection: .score,
      evidence: "Programme with several published trials",
      cost: .hourly,
      targetGain: 6,
      changes: [
        Change(
          termsBack: 2,
          decision: .vary,
          text: "Shorten sessions from 30 to 20 minutes, so that pupils miss less of the lesson",
          minutes: 20
        )
      ]
    ),
    InterventionPlan(
      name: "Precision teaching (spelling)",
      label: "Precision",
      area: cognition,
      measure: MeasurePlan.spelling,
      wave: 3,
      years: 2...6,
      groupSize: 1,
      share: 0.021,
      sessions: 5,
      minutes: 10,
      weeks: 10,
      effect: 0.4,
      selection: .need,
      evidence: "Studies of single cases",
      recordsScores: true,
      targetGain: 5
    ),
    InterventionPlan(
      name: "Reading comprehension group",
      label: "Comprehension",
      area: cognition,
      measure: MeasurePlan.readingTest,
      wave: 2,
      years: 3...6,
      groupSize: 6,
      share: 0.029,
      sessions: 3,
      minutes: 30,
      weeks: 10,
      effect: 0.2,
      selection: .score,
      evidence: "Approach with a published review",
      cost: .hourly,
      changes: [
        Change(
          termsBack: 1,
          decision: .vary,
          text: "From 3 to 5 sessions a week, same groups where possible",
          sessions: 5
        )
      ]
    ),
    InterventionPlan(
      name: "Paired reading",
      label: "Paired reading",
      area: cognition,
      measure: MeasurePlan.readingAge,
      wave: 3,
      years: 3...5,
      groupSize: 1,
      share: 0.026,
      sessions: 3,
      minutes: 20,
      weeks: 10,
      effect: 0.25,
      selection: .need,
      evidence: "Approach with a published review",
      targetGain: 5
    ),
    InterventionPlan(
      name: "Inference training",
      label: "Inference",
      area: cognition,
      measure: MeasurePlan.readingTest,
      wave: 2,
      years: 4...6,
      groupSize: 5,
      share: 0.024,
      sessions: 2,
      minutes: 40,
      weeks: 10,
      effect: -0.1,
      selection: .score,
      evidence: "School's own",
      cost: .fixed(pence: 8_450),
      changes: [
        Change(
          termsBack: 1,
          decision: .stop,
          text: "Stop: pupils miss guided reading and gain no more than their classmates"
        )
      ]
    ),
  ]

  private static let numeracy: [InterventionPlan] = [
    InterventionPlan(
      name: "Number catch-up (1:1)",
      label: "Number",
      area: cognition,
      measure: MeasurePlan.mathsTest,
      wave: 3,
      years: 1...3,
      groupSize: 1,
      share: 0.021,
      sessions: 3,
      minutes: 30,
      weeks: 12,
      effect: 0.45,
      selection: .need,
      evidence: "Programme with several published trials",
      cost: .fixed(pence: 31_200)
    ),
    InterventionPlan(
      name: "Maths fluency group",
      label: "Fluency",
      area: cognition,
      measure: MeasurePlan.arithmetic,
      wave: 2,
      years: 3...6,
      groupSize: 6,
      share: 0.029,
      sessions: 2,
      minutes: 20,
      weeks: 9,
      effect: 0,
      selection: .otherTest,
      evidence: "School's own",
      recordsScores: true,
      changes: [
        Change(
          termsBack: 1,
          decision: .vary,
          text: "From 2 to 4 sessions a week, before registration"
        )
      ]
    ),
  ]

  private static let language: [InterventionPlan] = [
    InterventionPlan(
      name: "Speech and language group",
      label: "Language",
      area: communication,
      measure: MeasurePlan.languageScreen,
      wave: 2,
      years: 0...6,
      groupSize: 4,
      share: 0.026,
      sessions: 3,
      minutes: 25,
      weeks: 10,
      effect: 0.3,
      selection: .need,
      evidence: "Programme with a published trial",
      cost: .hourly,
      runsTwoTerms: true
    ),
    InterventionPlan(
      name: "Colourful semantics",
      label: "Semantics",
      area: communication,
      measure: MeasurePlan.languageScreen,
      wave: 2,
      years: 0...2,
      groupSize: 3,
      share: 0.016,
      sessions: 3,
      minutes: 20,
      weeks: 9,
      effect: 0,
      selection: .need,
      evidence: "Studies of single cases",
      changes: [
        Change(
          termsBack: 1,
          decision: .start,
          text: "Start with Reception to Year 2, as the speech and language therapist advises"
        )
      ]
    ),
  ]

  private static let others: [InterventionPlan] = [
    InterventionPlan(
      name: "Social skills group",
      label: "Social skills",
      area: mentalHealth,
      measure: MeasurePlan.difficulties,
      wave: 2,
      years: 1...6,
      groupSize: 5,
      share: 0.021,
      sessions: 1,
      minutes: 45,
      weeks: 10,
      effect: 0.2,
      selection: .need,
      evidence: "Approach with a published review",
      recordsScores: true
    ),
    InterventionPlan(
      name: "Emotional literacy support (1:1)",
      label: "Emotional literacy",
      area: mentalHealth,
      measure: MeasurePlan.difficulties,
      wave: 3,
      years: 0...6,
      groupSize: 1,
      share: 0.014,
      sessions: 1,
      minutes: 40,
      weeks: 9,
      effect: 0.35,
      selection: .need,
      evidence: "Approach without a trial",
      cost: .fixed(pence: 11_875),
      goesOn: true
    ),
    InterventionPlan(
      name: "Handwriting and fine motor group",
      label: "Motor",
      area: physical,
      measure: MeasurePlan.handwriting,
      wave: 2,
      years: 0...4,
      groupSize: 4,
      share: 0.021,
      sessions: 3,
      minutes: 20,
      weeks: 8,
      effect: 0.15,
      selection: .otherTest,
      evidence: "Approach without a trial",
      changes: [
        Change(
          termsBack: 2,
          decision: .start,
          text: "Start for pupils whom the occupational therapist has seen, up to Year 4"
        )
      ]
    ),
    InterventionPlan(
      name: "Daily phonics lesson",
      label: "Phonics lesson",
      area: cognition,
      measure: nil,
      wave: 1,
      years: 1...1,
      groupSize: 30,
      share: 1,
      sessions: 5,
      minutes: 25,
      weeks: 12,
      effect: 0,
      selection: .need,
      evidence: "Programme with several published trials"
    ),
  ]
}
