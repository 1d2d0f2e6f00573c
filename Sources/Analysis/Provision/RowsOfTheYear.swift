import ProvisionModel

extension EpisodeFigures {
  /// The rows of the provision map, universal provision among them, that were under way on a day of
  /// the academic year up to the reported term's last day, as far as is known on the as-of date; in
  /// file order.
  func rowsOfTheYear(_ term: Term, asOf: Day) -> [Int] {
    let first = data.settings.terms.firstDayOfYear(of: term)
    let last = min(term.last, asOf)
    return data.provision.indices.filter { row in
      data.provision[row].start <= last && (data.provision[row].end.map { $0 >= first } ?? true)
    }
  }

  /// The positions among the data's schools and interventions that rows are put together by.
  struct SchoolAndIntervention: Hashable {
    var school: Int
    var intervention: Int

    /// Those of a row of the provision map.
    init(row: Int, _ data: SchoolData) {
      school = data.pupils[data.provision[row].pupil].school
      intervention = data.provision[row].intervention
    }
  }
}
