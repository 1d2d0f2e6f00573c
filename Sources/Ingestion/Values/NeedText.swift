/// Primary needs: `SPLD`, `Specific Learning Difficulty`, `SPLD - Specific Learning Difficulty`.
package enum NeedText {
  /// The need's code, such as `SPLD`; nil when the text is anything else, such as an area of need.
  package static func canonical(_ text: String) -> String? {
    needs.code(of: text)
  }

  private static let needs = CodedText([
    ("SPLD", ["Specific Learning Difficulty", "Specific Learning Difficulties"]),
    ("MLD", ["Moderate Learning Difficulty", "Moderate Learning Difficulties"]),
    ("SLD", ["Severe Learning Difficulty", "Severe Learning Difficulties"]),
    (
      "PMLD",
      [
        "Profound and Multiple Learning Difficulty",
        "Profound and Multiple Learning Difficulties",
      ]
    ),
    (
      "SEMH",
      [
        "Social, Emotional and Mental Health", "Social, Emotional and Mental Health Need",
        "Social, Emotional and Mental Health Needs",
        "Social, Emotional and Mental Health Difficulty",
        "Social, Emotional and Mental Health Difficulties",
      ]
    ),
    (
      "SLCN",
      [
        "Speech, Language and Communication", "Speech, Language and Communication Need",
        "Speech, Language and Communication Needs",
        "Speech, Language and Communication Difficulty",
        "Speech, Language and Communication Difficulties",
      ]
    ),
    ("HI", ["Hearing Impairment", "Hearing Impairments"]),
    (
      "VI",
      ["Visual Impairment", "Visual Impairments", "Vision Impairment", "Vision Impairments"]
    ),
    ("MSI", ["Multi-Sensory Impairment", "Multi-Sensory Impairments"]),
    ("PD", ["Physical Disability", "Physical Disabilities"]),
    (
      "ASD",
      [
        "ASC", "Autism", "Autistic Spectrum Disorder", "Autistic Spectrum Disorders",
        "Autism Spectrum Disorder", "Autism Spectrum Disorders", "Autistic Spectrum Condition",
        "Autistic Spectrum Conditions", "Autism Spectrum Condition", "Autism Spectrum Conditions",
      ]
    ),
    (
      "OTH",
      [
        "Other Difficulty", "Other Difficulties", "Other Difficulty/Disability",
        "Other Difficulties/Disabilities", "Other Difficulty or Disability",
      ]
    ),
    (
      "NSA",
      [
        "No specialist assessment", "No specialist assessment of type of need",
        "SEN support but no specialist assessment",
        "SEN support but no specialist assessment of type of need",
      ]
    ),
  ])
}
