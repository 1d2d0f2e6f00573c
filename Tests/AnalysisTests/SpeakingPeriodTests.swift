import ProvisionModel
import TestSupport
import Testing

@testable import Analysis

/// METHOD §7: the period that speaks for an intervention.
@Suite struct SpeakingPeriodTests {
  /// How an intervention is given in a term.
  private struct Form {
    var sessions: Double? = 3
    var minutes: Double? = 30
    /// Into how many groups twelve pupils are put.
    var groups = 3
    var weeks = 8
  }

  /// The starts of five terms, from autumn 2024 to the reported spring of 2026.
  private static let starts = [
    "2024-09-09", "2025-01-06", "2025-04-28", "2025-09-08", "2026-01-05",
  ]

  /// A school with twelve pupils a term, given as forms say; nil: not in that term.
  private func school(_ forms: [Form?], place: Int = 0, in known: SchoolBuilder? = nil)
    -> SchoolBuilder
  {
    var school = known ?? SchoolBuilder()
    if known == nil { _ = school.measure("Reading") }
    for (start, form) in zip(Self.starts.suffix(forms.count), forms) {
      guard let form else { continue }
      let end = day(start).advanced(by: 7 * form.weeks)
      for index in 0..<12 {
        school.row("P\(start)-\(index)", from: day(start), to: end, school: place) { row in
          row.measures = [0]
          row.sessionsPerWeek = form.sessions
          row.minutesPerSession = form.minutes
          row.group = "G\(index % form.groups)"
        }
      }
    }
    return school
  }

  /// The period that speaks, by the rows of all periods.
  private func speaking(_ school: SchoolBuilder, _ scope: Scope? = nil) throws -> Period? {
    let term = school.settings.terms.term(containing: day("2026-02-01"))
    let rows = Evaluation(data: school.data, term: term, asOf: day("2026-03-27")).interventions
      .filter { scope == nil || $0.scope == scope }
    let found = Set(rows.map(\.speakingPeriod))
    #expect(found.count == 1)
    let period = try #require(found.first)
    #expect(rows.filter(\.speaks).map(\.period) == (period.map { [$0] } ?? []))
    return period
  }

  @Test("all terms speak together where an intervention is given alike")
  func givenAlike() throws {
    let forms = [Form?](repeating: Form(), count: 5)
    #expect(try speaking(school(forms)) == .all)
    #expect(try speaking(school(Array(forms.suffix(1)))) == .all)
  }

  private static let changed: [@Sendable (inout Form) -> Void] = [
    { $0.sessions = 3.25 }, { $0.minutes = 31 }, { $0.groups = 4 },
  ]

  /// The change is there from a term on, counted from 0 at the first of five.
  @Test(
    "what was given otherwise before is not counted in",
    arguments: [(1, Period.year), (2, .year), (3, .year), (4, .term)])
  func aChange(first: Int, period: Period) throws {
    for change in Self.changed {
      let forms = (0..<5).map { term -> Form? in
        var form = Form()
        if term >= first { change(&form) }
        return form
      }
      #expect(try speaking(school(forms)) == period)
    }
  }

  @Test("a change back counts as two")
  func aChangeBack() throws {
    for change in Self.changed {
      let forms = (0..<5).map { term -> Form? in
        var form = Form()
        if term == 3 { change(&form) }
        return form
      }
      #expect(try speaking(school(forms)) == .term)
    }
  }

  @Test("what differs less than KPI 5.6 says is no change, nor is the length of the programme")
  func smallChanges() throws {
    let small: [(inout Form) -> Void] = [
      { $0.sessions = 3.24 }, { $0.minutes = 30.9 }, { $0.weeks = 5 }, { $0.sessions = nil },
      { $0.minutes = nil },
    ]
    for change in small {
      var form = Form()
      change(&form)
      #expect(try speaking(school([Form(), Form(), Form(), Form(), form])) == .all)
    }
  }

  @Test("terms in which it did not run are passed over")
  func termsWithoutIt() throws {
    var other = Form()
    other.sessions = 5
    #expect(try speaking(school([Form(), nil, nil, nil, Form()])) == .all)
    #expect(try speaking(school([other, nil, nil, nil, Form()])) == .year)
  }

  @Test("a period in which nothing ended does not speak")
  func nothingEnded() throws {
    // In the reported term all are still under way.
    var running = school([Form(), Form(), Form(), Form(), Form()])
    for index in running.provision.indices.suffix(12) { running.provision[index].end = nil }
    #expect(try speaking(running) == .all)
    var changed = Form()
    changed.sessions = 5
    var newForm = school([Form(), Form(), Form(), Form(), changed])
    for index in newForm.provision.indices.suffix(12) { newForm.provision[index].end = nil }
    #expect(try speaking(newForm) == nil)
  }

  @Test("of several schools together the shortest of their periods speaks")
  func severalSchools() throws {
    var changed = Form()
    changed.groups = 4
    var both = school([Form(), Form(), Form(), Form(), Form()])
    both.schools = ["North", "South"]
    both = school([Form(), Form(), Form(), changed, changed], place: 1, in: both)
    #expect(try speaking(both, .school(0)) == .all)
    #expect(try speaking(both, .school(1)) == .year)
    #expect(try speaking(both, .all) == .year)
  }

  @Test("rows of subgroups have none")
  func subgroups() {
    var school = school([Form(), Form()])
    for index in school.pupils.indices { school.pupils[index].yearGroup = "4" }
    let rows = Evaluation(data: school.data, asOf: day("2026-03-27")).subgroups
    #expect(!rows.isEmpty && rows.allSatisfy { $0.speakingPeriod == nil })
  }
}
