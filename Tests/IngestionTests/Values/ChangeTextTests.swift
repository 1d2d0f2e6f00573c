import Ingestion
import ProvisionModel
import Testing

@Suite("Texts about changes")
struct ChangeTextTests {
  /// Targets as a text: `sessions-per-week 3; pupils`.
  private func read(_ text: String) -> String {
    ChangeText.targets(in: text).map { target in
      target.kind.rawValue + (target.value.map { " \(PlainNumber.shortest($0))" } ?? "")
    }
    .joined(separator: "; ")
  }

  @Test(
    "say what the program itself writes into the template",
    arguments: [
      ("From 2 to 3 sessions a week", "sessions-per-week 3"),
      ("From 15 to 20 minutes a session", "minutes-per-session 20"),
      ("From 6 to 8 weeks", "weeks 8"),
      ("From 8 to 6 pupils in a group", "group-size 6"),
      ("From 1 to 2 pupils in a group", "group-size 2"),
      ("Other pupils", "pupils"),
      ("Attendance from 71% to at least 80%", "attendance 0.8"),
    ]
  )
  func template(text: String, targets: String) {
    #expect(read(text) == targets)
  }

  @Test(
    "say how many sessions there are to be in a week",
    arguments: [
      ("from 3 to 5 sessions a week", 5), ("FROM 3 TO 5 SESSIONS PER WEEK", 5),
      ("From 3 to 5 sessions a week, same groups where possible", 5),
      ("From 2 to 4 sessions a week, before registration", 4),
      ("From 3 sessions to 5", 5), ("From 3 sessions a week to 5", 5),
      ("From 3 sessions a week to 5 sessions a week", 5), ("From 2 to 3 sessions", 3),
      ("From 2 to 3 sessions weekly", 3), ("From 2 to 3 sessions/week", 3),
      ("From 2 to 3 weekly sessions", 3), ("from three to five times a week", 5),
      ("from 3x to 5x a week", 5), ("from 3 to 5 x a week", 5), ("From 3 to 5 times weekly", 5),
      ("From 3 to 5 a week", 5), ("To 5 sessions a week", 5), ("Increase to 4 sessions a week", 4),
      ("Increased to 4 times per week", 4), ("reduce sessions to 2 a week", 2),
      ("Sessions to 4 a week", 4), ("Cut down to 2 sessions per week", 2),
      ("Vary: from 2 to 2.5 sessions a week", 2.5), ("From twice to three times a week", 3),
      ("From 3 times to twice a week", 2), ("Go to daily sessions", 5),
      ("From 3 a week to daily", 5),
      ("Move from twice a week to every day", 5), ("From daily to 3 times a week", 3),
      ("Reduce to once a week", 1), ("Increase the sessions from 2 – 3 to 4 sessions a week", 4),
      ("From 3 to 5 sessions a week, so that pupils do not miss phonics", 5),
      ("From 3 to 5 sessions a week because 3 is not enough", 5),
      ("To 5 sessions a week (from 3)", 5), ("From 3 to 5 sessions a week from May", 5),
      ("From 5 to 7 sessions a week", 7), ("To 4 sessions in the mornings", 4),
      ("From 2 to 3 sessions for Years 3 to 5", 3),
    ]
  )
  func sessions(text: String, value: Double) {
    #expect(ChangeText.targets(in: text) == [ChangeTarget(.sessionsPerWeek, to: value)])
  }

  @Test(
    "say how long sessions and programmes are to be, how large groups, and what attendance",
    arguments: [
      (
        "Shorten sessions from 30 to 20 minutes, so that pupils miss less of the lesson",
        "minutes-per-session 20"
      ),
      ("from 30 mins to 20 mins", "minutes-per-session 20"),
      ("From 30 minutes to 20", "minutes-per-session 20"),
      ("From 20 minutes to 30 a session", "minutes-per-session 30"),
      ("Shorten to 20min", "minutes-per-session 20"),
      ("To 20-minute sessions", "minutes-per-session 20"),
      ("From 30-minute to 20-minute sessions", "minutes-per-session 20"),
      ("Lengthen sessions to 40 minutes each", "minutes-per-session 40"),
      ("From 1 hour to 30 minutes", "minutes-per-session 30"),
      ("Extend to 12 weeks", "weeks 12"), ("Extend the programme from 10 weeks to 12", "weeks 12"),
      ("Change to a 12-week programme", "weeks 12"), ("From ten to twelve weeks", "weeks 12"),
      ("Groups of 4", "group-size 4"), ("From groups of 6 to groups of 4", "group-size 4"),
      ("Split into groups of three", "group-size 3"), ("Into 2 groups of 4 pupils", "group-size 4"),
      ("Smaller groups of 3", "group-size 3"), ("From one to one to groups of 3", "group-size 3"),
      ("Move from one to one to groups of 3", "group-size 3"),
      ("Split pupils into groups of 3", "group-size 3"),
      ("From 6 to 4 to a group", "group-size 4"), ("Reduce to 4 pupils per group", "group-size 4"),
      ("From 8 to 6 children a group", "group-size 6"), ("group size from 6 to 4", "group-size 4"),
      ("Reduce group size to 4", "group-size 4"),
      ("Reduce the size of the groups to 4 pupils", "group-size 4"),
      ("Raise attendance to 85%", "attendance 0.85"),
      ("Attendance from 71 to 80 per cent", "attendance 0.8"),
      ("Improve attendance from 71% to at least 90 percent", "attendance 0.9"),
    ]
  )
  func others(text: String, targets: String) {
    #expect(read(text) == targets)
  }

  @Test(
    "say that others are to take part or to teach",
    arguments: [
      ("Different pupils", "pupils"), ("Change of pupils", "pupils"),
      ("Changes in pupils", "pupils"),
      ("Change the pupils", "pupils"), ("Offer to other pupils", "pupils"),
      ("Run it again with other pupils", "pupils"), ("Other children from Year 3", "pupils"),
      ("Another TA", "tas"), ("other TAs", "tas"), ("A different TA", "tas"),
      ("Change of TA", "tas"),
      ("Change to another teaching assistant", "tas"), ("Change of TA to Mrs Khan", "tas"),
    ]
  )
  func people(text: String, targets: String) {
    #expect(read(text) == targets)
  }

  @Test(
    "may say several things",
    arguments: [
      (
        "From 3 to 5 sessions a week, and from 30 to 20 minutes",
        "sessions-per-week 5; minutes-per-session 20"
      ),
      ("From 6 to 8 weeks; other pupils", "weeks 8; pupils"),
      (
        "From 2 to 3 sessions a week and groups of 4 and another TA",
        "sessions-per-week 3; group-size 4; tas"
      ),
      ("To 3 sessions of 20 minutes", "sessions-per-week 3; minutes-per-session 20"),
      (
        "From 2 sessions of 15 minutes to 3 sessions of 20 minutes",
        "sessions-per-week 3; minutes-per-session 20"
      ),
      ("To 5 sessions a week. To 5 sessions a week", "sessions-per-week 5"),
      ("To 5 sessions a week; to 4 sessions a week; to 10 weeks", "weeks 10"),
    ]
  )
  func several(text: String, targets: String) {
    #expect(read(text) == targets)
  }

  @Test(
    "say nothing where there is any doubt",
    arguments: [
      "", " ", "fewer sessions", "more often", "Stop", "as before", "5", "to 5", "from 3 to 5",
      "5 sessions a week", "3 to 5 sessions a week", "to 3-4 sessions a week",
      "From 2 to 3-4 sessions", "From 2 to 3 – 4 sessions", "From 2 to 3/4 sessions",
      "From 2 to 3 to 4 sessions a week", "From 2 to 3 or 4 sessions a week",
      "from 2 x 15 to 3 x 20 minutes", "To 3 x 20 minutes", "to 3×20 minutes",
      "Not from 3 to 5 sessions a week", "Do not go to 5 sessions a week",
      "Don’t increase to 5 sessions a week", "From 3 to 5 sessions a week?",
      "Should we go to 5 sessions a week? Yes", "If staff allow, to 5 sessions a week",
      "We may go to 5 sessions a week", "May go to 5 sessions a week",
      "Consider 3 to 5 sessions a week", "From 3 to about 5 sessions a week",
      "To at least 5 sessions a week", "Up to 5 sessions a week", "From 3 to 1,5 sessions a week",
      "From 3 to -5 sessions a week", "From 3 to 3 sessions a week",
      "Shorten sessions from 20 to 30 minutes", "Increase from 5 to 3 sessions a week",
      "From 3 sessions to 20 minutes", "From 3 sessions to 5 pupils", "From 10 to 20 sessions",
      "To 4 sessions in total", "From 2 to 3 sessions a term", "From 2 to 3 sessions a day",
      "To 20 minutes a day", "Move to 20 minutes before lunch", "to 2 weeks' time",
      "From 1 to 2 weeks after half term", "Missed due to 3 sessions of swimming",
      "Increase by 2 sessions a week", "From 8 to 6 pupils", "From week 3 to 5 sessions",
      "For Years 3 to 5", "From Year 3 to 5", "one to one sessions a week",
      "From 3 to 500 sessions a week", "From 30 to 2000 minutes", "Raise attendance to 85",
      "Raise attendance to 180%", "From 71% to 80%", "Attendance was up from 71% to 80%",
      "Groups of 6 are too large", "Currently groups of 6", "Groups of 4-5", "groups of 4 or 5",
      "Add 2 pupils to a group of 4", "Move 2 pupils to groups of 4", "A group of 4 leaves",
      "From 4 to 5 days a week", "From 3 to 5 sessions per fortnight", "From fortnightly to weekly",
      "To 5 sessions every two weeks", "Move to Tuesday 10 to 11", "Add another TA",
      "Other pupils gain more", "as other pupils do", "Pupils talk with other pupils",
      "No other pupils", "the other pupils", "other staff", "Change of time", "TA to plan more",
      "the other TA is ill", "Change of room", "twice", "daily", "twice as long",
      "Increase to 5 sessions a week for Year 3 and reduce to 2 sessions for Year 4",
      "Increase to 5 sessions a week for some", "First to 3 sessions a week, then more",
      "Stop: pupils miss guided reading and gain no more than their classmates",
      "Start for pupils whom the occupational therapist has seen, up to Year 4",
      "Start with Reception to Year 2, as the speech and language therapist advises",
      "From 3 to 5 sessions a week because of staffing, is not possible",
      "To 2½ sessions a week", "From 9:30 to 10:00", "to 1:1 sessions",
    ]
  )
  func nothing(text: String) {
    #expect(read(text) == "")
  }
}
