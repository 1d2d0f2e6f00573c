package import ProvisionModel

/// A row of a decisions file that made-up schools are to follow.
package struct DecidedChange: Sendable {
  /// The term in which it was decided.
  package var term: Term
  /// The school that decided; empty for all.
  package var school: String
  /// The intervention.
  package var intervention: String
  /// The group that it is about; empty for all. What is decided of one group is not done.
  package var group = ""
  /// What was decided, and the figures that change; `termsBack` does not count.
  package var change: InterventionPlan.Change
  /// Who decided.
  package var decidedBy = ""
  /// When it was decided.
  package var day: Day?

  /// A decision of a term.
  package init(
    term: Term, school: String = "", intervention: String, change: InterventionPlan.Change
  ) {
    self.term = term
    self.school = school
    self.intervention = intervention
    self.change = change
  }
}

extension SimulationPlan {
  /// The name of a school of the plan.
  package func name(ofSchool place: Int) -> String {
    schools > 1 ? SchoolExport.name(of: place) : SchoolExport.soleName
  }

  /// The last term of the school about which it was first decided, from which the catalogue's own
  /// changes are counted back, so that they lie where they lay in that school; nil where nothing is
  /// decided.
  ///
  /// It is the term of the file for which most of its rows are the catalogue's changes, as they are
  /// in a decisions file of `impact simulate` to which others were added; of several the first.
  var storyTerm: Term? {
    let terms = Set(decided.map(\.term)).filter { $0 < lastTerm }.sorted()
    let counts = terms.map { story in
      decided.count { row in
        let back = termsBack(row.term) - termsBack(story)
        return InterventionPlan.catalogue.contains { intervention in
          intervention.name == row.intervention
            && intervention.changes.contains { $0.termsBack == back && $0.text == row.change.text }
        }
      }
    }
    return counts.max().flatMap { most in counts.firstIndex(of: most) }.map { terms[$0] }
  }

  /// The index of the term up to which the school about which it was decided has the same pupils; nil
  /// where it has others: year groups are those of the last year.
  func lastKnownTerm(in calendar: SchoolCalendar) -> Int? {
    guard let story = storyTerm, story.startYear == lastTerm.startYear else { return nil }
    return calendar.terms.firstIndex(of: story)
  }

  /// What a school decided in a term of the file; nil where the file has no row of that term.
  func decided(in term: Term, bySchool place: Int) -> [DecidedChange]? {
    let rows = decided.filter { $0.term == term && term < lastTerm }
    guard !rows.isEmpty else { return nil }
    let name = name(ofSchool: place)
    return rows.filter { $0.school.isEmpty || $0.school == name }
  }

  /// The interventions of a school with all that changes of them: of terms of which the file has
  /// rows what these say, of others what the catalogue has.
  func interventions(ofSchool place: Int) -> [InterventionPlan] {
    guard let story = storyTerm else { return InterventionPlan.catalogue }
    let shift = termsBack(story)
    let decidedBack = Set(decided.map { termsBack($0.term) })
    let name = name(ofSchool: place)
    return InterventionPlan.catalogue.map { intervention in
      var result = intervention
      result.runsAtFirst = !intervention.changes.contains { $0.decision == .start }
      result.changes = intervention.changes.compactMap { change in
        var change = change
        change.termsBack += shift
        return decidedBack.contains(change.termsBack) ? nil : change
      }
      for row in decided
      where row.intervention == intervention.name && row.group.isEmpty && row.term < lastTerm
        && (row.school.isEmpty || row.school == name)
      {
        var change = row.change
        change.termsBack = termsBack(row.term)
        result.changes.append(change)
      }
      return result
    }
  }

  /// How many terms a term lies before the last one.
  private func termsBack(_ term: Term) -> Int {
    var count = 0
    var other = lastTerm
    // Nobody made up schools of two hundred terms.
    while other > term, count < 600 {
      other = TermCalendar.standard.term(before: other)
      count += 1
    }
    return count
  }
}
