import Analysis
import ProvisionModel

/// Each intervention over the terms of the year, on a page (KPI 5.6).
extension Report {
  /// How it was given in each term: for the SENCo, as the counts of earlier terms are of few pupils.
  var termsPageTable: PageTable {
    PageTable(
      caption: "Each intervention term by term",
      headings: [
        .text("Intervention"), .text("Term"), .number("Pupils"), .number("Joined"),
        .number("Stayed"), .number("Left"), .number("Sessions a week"), .number("Minutes"),
        .number("Weeks"), .number("Pupils a group"), .text("TAs"), .text("Verdict"),
      ],
      things: courseRows.filter { $0.part.runs || $0.part.left > 0 }, isInOrder: true
    ) { row in
      let (part, delivery) = (row.part, row.part.delivery)
      let isFirst = row.course.terms.first?.term == part.term
      func movers(_ count: Int) -> String { isFirst ? "" : String(count) }
      return [
        named(row.course.intervention, data.schools[row.course.school]), part.term.title,
        String(delivery.pupils.count), movers(part.joined), movers(part.stayed),
        movers(part.left), Self.plain(delivery.sessionsPerWeek),
        Self.plain(delivery.minutesPerSession), Self.plain(delivery.weeks),
        Self.plain(delivery.groupSize), delivery.teachingAssistants.joined(separator: "; "),
        row.progress?.evidence.verdict.title ?? "",
      ]
    }
  }

  private static func plain(_ value: Double?) -> String {
    value.map(Wording.plain) ?? ""
  }

  /// The same as a picture. The governors' has neither pupils nor verdicts, which earlier packs gave as
  /// far as they could be given.
  func termsPictures(_ pack: Pack) -> [Picture] {
    let rows = courseRows.inGroups {
      SchoolIntervention(
        school: data.schools[$0.course.school], intervention: $0.course.intervention)
    }
    // A school's map may begin later than another's.
    let all = rows.map { $0.elements.map(\.part.term) }.max { $0.count < $1.count } ?? []
    guard all.count > 1 else { return [] }
    let parts = Self.parts(all)
    return parts.enumerated().flatMap { number, terms in
      let span = parts.count > 1 ? ", \(terms[0].shortTitle) on" : ""
      return TermsPicture.pictures(
        id: number == 0 ? "terms" : "terms-part-\(number + 1)",
        title: "Each intervention over the terms\(span)", terms: terms.map(\.shortTitle),
        rows: rows.map { key, elements in
          TermsPicture.Row(
            name: named(key.intervention, key.school),
            cells: terms.map { term in
              elements.first { $0.part.term == term }.flatMap { cell($0, pack) }
            })
        }, hasPupils: pack == .senco)
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

  private func cell(_ row: CourseRow, _ pack: Pack) -> TermsPicture.Cell? {
    guard row.part.runs else { return nil }
    let delivery = row.part.delivery
    let isOfFew = pack == .governors && delivery.pupils.count < rules.minimumPupils
    return TermsPicture.Cell(
      pupils: pack == .senco ? delivery.pupils.count : nil,
      sessions: isOfFew ? nil : delivery.sessionsPerWeek,
      minutes: isOfFew ? nil : delivery.minutesPerSession,
      verdict: pack == .senco ? row.progress?.evidence.verdict : nil)
  }
}

extension Term {
  /// For a narrow place, e.g. `Autumn 2025–26`.
  fileprivate var shortTitle: String { title.replacing(" term", with: "") }
}
