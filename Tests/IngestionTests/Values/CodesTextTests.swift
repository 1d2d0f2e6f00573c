import Ingestion
import Testing

@Suite("Codes written out")
struct CodesTextTests {
  @Test(
    "of year groups",
    arguments: [
      ("4", "4"), ("04", "4"), ("Year 4", "4"), ("Y4", "4"), ("Yr 4", "4"), ("yr4", "4"),
      ("YEAR 4", "4"), ("Year 4 ", "4"), ("Year  4", "4"), ("1", "1"), ("Y14", "14"), ("R", "R"),
      ("Reception", "R"), ("Year R", "R"), ("YR", "R"), ("Rec", "R"), ("0", "R"), ("Year 0", "R"),
      ("N1", "N1"), ("n2", "N2"), ("E1", "E1"), ("E2", "E2"), ("Nursery 1", "N1"),
      ("nursery 2", "N2"), ("X", "X"),
    ]
  )
  func yearGroups(text: String, code: String) {
    #expect(YearGroupText.canonical(text) == code)
  }

  @Test(
    "of no year group",
    arguments: [
      "", "Year", "Y", "15", "004", "Year 15", "Nursery", "N", "N3", "E3", "1/2", "Y1/2", "1 2",
      "-1", "4.5", "4B", "Class 4", "Yellow", "R1", "Year 4 Oak",
    ]
  )
  func noYearGroup(text: String) {
    #expect(YearGroupText.canonical(text) == nil)
  }

  @Test(
    "of special educational needs",
    arguments: [
      ("N", "N"), ("n", "N"), ("N - No SEN", "N"), ("No SEN", "N"), ("None", "N"),
      ("No Special Educational Need", "N"), ("N - No Special Educational Needs", "N"),
      ("K", "K"), ("k", "K"), ("K - SEN Support", "K"), ("SEN Support", "K"),
      ("SEN support (K)", "K"), ("E", "E"), ("e", "E"), ("E - EHCP", "E"), ("EHCP", "E"),
      ("EHC plan", "E"), ("Education, Health and Care Plan", "E"), ("EHC", "E"),
      ("Education, Health & Care Plan", "E"), ("E – Education, Health and Care Plan", "E"),
      ("S", "S"), ("s", "S"), ("S - Statement", "S"), ("Statement", "S"),
      ("Statement of SEN", "S"),
    ]
  )
  func statuses(text: String, code: String) {
    #expect(SENStatusText.canonical(text) == code)
  }

  @Test(
    "of no status",
    arguments: [
      "", "A", "P", "Yes", "No", "SEN", "K/E", "K - EHCP", "N - SEN Support", "EHCP pending",
      "School Action",
    ]
  )
  func noStatus(text: String) {
    #expect(SENStatusText.canonical(text) == nil)
  }

  @Test(
    "of primary needs",
    arguments: [
      ("SPLD", "SPLD"), ("SpLD", "SPLD"), ("SPLD - Specific Learning Difficulty", "SPLD"),
      ("Specific Learning Difficulties", "SPLD"), ("Specific learning difficulty (SpLD)", "SPLD"),
      ("mld", "MLD"), ("Moderate Learning Difficulties", "MLD"), ("SLD", "SLD"),
      ("Severe Learning Difficulty", "SLD"), ("PMLD", "PMLD"),
      ("Profound & Multiple Learning Difficulty", "PMLD"),
      ("Profound and Multiple Learning Difficulties", "PMLD"), ("SEMH", "SEMH"),
      ("Social, Emotional and Mental Health", "SEMH"),
      ("Social, emotional & mental health needs", "SEMH"), ("SLCN", "SLCN"),
      ("Speech, Language and Communication Needs", "SLCN"), ("HI", "HI"),
      ("Hearing Impairment", "HI"), ("VI", "VI"), ("Visual Impairment", "VI"),
      ("Vision Impairment", "VI"), ("MSI", "MSI"), ("Multi-Sensory Impairment", "MSI"),
      ("Multi Sensory Impairment", "MSI"), ("PD", "PD"), ("Physical Disability", "PD"),
      ("ASD", "ASD"), ("Autistic Spectrum Disorder", "ASD"), ("Autism", "ASD"), ("ASC", "ASD"),
      ("OTH", "OTH"), ("Other Difficulty/Disability", "OTH"), ("NSA", "NSA"),
      ("SEN support but no specialist assessment of type of need", "NSA"),
    ]
  )
  func needs(text: String, code: String) {
    #expect(NeedText.canonical(text) == code)
  }

  @Test(
    "of no need",
    arguments: [
      "", "Cognition and learning", "Communication and interaction", "Sensory and/or physical",
      "Learning Difficulty", "SPLD - Moderate Learning Difficulty", "MLD/SLCN", "Dyslexia",
    ]
  )
  func noNeed(text: String) {
    #expect(NeedText.canonical(text) == nil)
  }

  @Test("of yes and no")
  func truth() {
    for yes in ["T", "t", "TRUE", "True", "Y", "y", "YES", "Yes", "1", "✓", " yes "] {
      #expect(TruthText.truth(yes) == true, "\(yes)")
    }
    for no in ["F", "f", "FALSE", "False", "N", "n", "NO", "No", "0", "✗"] {
      #expect(TruthText.truth(no) == false, "\(no)")
    }
    for neither in ["", " ", "X", "2", "-1", "yes no", "N/A", "Unknown", "tru", "1.0"] {
      #expect(TruthText.truth(neither) == nil, "\(neither)")
    }
  }
}
