import Analysis
import ProvisionModel

/// Each intervention over the terms of the year, on a page (KPI 5.6).
extension Pages {
  /// How it was given in each term: for the SENCo, as the counts of earlier terms are of few pupils.
  var termsTable: PageTable {
    PageTable(
      "Each intervention term by term", TermFigures.columns,
      pack.courseRows.filter { $0.part.runs || $0.part.left > 0 }, in: pack, isInOrder: true)
  }

  /// The same as a picture. The governors' has neither pupils nor verdicts, which earlier packs gave as
  /// far as they could be given.
  var termsPictures: [Picture] {
    let rows = pack.courseRows.inGroups {
      SchoolIntervention(
        school: $0.course.school, intervention: $0.course.intervention)
    }
    // A school's map may begin later than another's.
    let all = rows.map { $0.elements.map(\.part.term) }.max { $0.count < $1.count } ?? []
    guard all.count > 1 else { return [] }
    let parts = Self.parts(all)
    return parts.enumerated().flatMap { number, terms in
      let span = parts.count > 1 ? ", \(terms[0].shortTitle) on" : ""
      return TermsPicture.pictures(
        id: number == 0 ? "terms" : "terms-part-\(number + 1)",
        title: "Each intervention over the terms\(span, is: "term")",
        terms: terms.map(\.shortTitle),
        rows: rows.map { key, elements in
          TermsPicture.Row(
            name: pack.named(key.intervention, elements[0].course.school),
            cells: terms.map { term in
              elements.first { $0.part.term == term }.flatMap { cell(pack.row($0)) }
            })
        }, hasPupils: isForSENCo,
        naming: isMarked ? "term intervention sessions_per_week minutes_per_session" : "")
    }
  }

  /// Terms in parts of as many as a narrow page has room for, as equal as can be.
  private static func parts(_ terms: [Term]) -> [[Term]] {
    let most = 4
    let count = (terms.count + most - 1) / most
    return (0..<count).map { part in
      Array(terms[part * terms.count / count..<(part + 1) * terms.count / count])
    }
  }

  private func cell(_ row: ReleasedRow<CourseRow>) -> TermsPicture.Cell? {
    guard row.row.part.runs else { return nil }
    return TermsPicture.Cell(
      pupils: isForSENCo ? row.row.part.delivery.pupils.count : nil,
      sessions: row[TermFigures.sessions].number, minutes: row[TermFigures.minutes].number,
      verdict: isForSENCo ? row.row.progress?.evidence.verdict : nil)
  }
}

extension Term {
  /// For a narrow place, e.g. `Autumn 2025–26`.
  fileprivate var shortTitle: String { title.replacing(" term", with: "") }
}
