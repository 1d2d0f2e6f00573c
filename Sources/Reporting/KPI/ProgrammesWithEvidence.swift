import Analysis
import ProvisionModel

/// KPI 5.1, "structured programmes with evidence of effectiveness are used": the table
/// kpi-5.1-programmes.csv.
extension Report {
  /// The KPI in a pack; nil where no intervention has an evidence base or a TA, of which the
  /// governors see the first only.
  func programmesKPI(_ pack: Pack) -> FurtherKPI? {
    let rows = programmes(pack)
    let isFilled = rows.contains {
      !$0.programme.evidenceBase.isEmpty
        || (pack == .senco && !$0.programme.teachingAssistants.isEmpty)
    }
    guard isFilled else { return nil }
    let guide = pack == .senco ? ColumnGuide.programmes : ColumnGuide.governorsProgrammes
    return FurtherKPI(
      number: "5.1", name: "programmes", file: "kpi-5.1-programmes",
      title: "Programmes and their evidence",
      wording: "Structured programmes with evidence of effectiveness are used.",
      summary: "The interventions that ran in the school year so far, and the evidence for each",
      table: OutputTable(guide, rows: rows) { programmeCells($0, pack) }, guide: guide,
      notes: [.symbols], sentences: programmeSentences(rows.map(\.programme)),
      pageTable: programmesPageTable(rows, pack))
  }

  /// The interventions of the year: all for the SENCo; for the governors those that KPI 5.5 or 5.6
  /// names, with what they may read.
  private func programmes(_ pack: Pack) -> [ReleasedProgramme] {
    guard pack == .governors else {
      return evaluation.further.programmes.map { ReleasedProgramme(programme: $0) }
    }
    let released = ReleasedProgrammes(
      release, variations: evaluation.variations, minimum: rules.minimumPupils)
    return evaluation.further.programmes.compactMap { released[$0] }
  }

  private func programmeCells(_ released: ReleasedProgramme, _ pack: Pack) -> [TableCell] {
    let row = released.programme
    func list(_ texts: [String]) -> TableCell { .free(texts.joined(separator: "; ")) }
    let provision = [row.isTargeted ? "targeted" : nil, row.isUniversal ? "universal" : nil]
    let measures = list(row.measures.map { data.measures[$0].name })
    let cells: [TableCell] = [
      .free(row.school), .free(data.interventions[row.intervention].name),
      .text(provision.compactMap(\.self).joined(separator: "; ")),
      released.isEvidenceShown ? list(row.evidenceBase) : .suppressed,
      row.isTargeted ? measures : .notApplicable,
      released.areWavesShown ? list(row.waves) : .suppressed,
    ]
    guard pack == .senco else { return cells }
    return cells + [
      list(row.areasOfNeed), .whole(row.pupils),
      list(row.teachingAssistants.map { data.teachingAssistants[$0].key }),
    ]
  }

  private func programmeSentences(_ rows: [Programme]) -> [String] {
    let without = rows.filter(\.evidenceBase.isEmpty)
    let named = rows.count - without.count
    var sentences = [
      "In the school year so far \(named) of "
        + "\(Wording.count(rows.count, "intervention")) \(named == 1 ? "has" : "have") a named "
        + "evidence base."
    ]
    if !without.isEmpty {
      let names = without.map { labelled(data.interventions[$0.intervention].name, $0.school) }
      sentences.append("None is named for \(Wording.shortList(names)).")
    }
    return sentences
  }

  private func programmesPageTable(_ rows: [ReleasedProgramme], _ pack: Pack) -> PageTable {
    var headings: [PageTable.Heading] = [
      .text("Intervention"), .words("Evidence base"), .text("Measures"), .text("Wave"),
    ]
    if pack == .senco {
      headings += [.text("Area of need"), .number("Pupils in the year"), .words("TAs")]
    }
    return PageTable(
      caption: "Interventions that ran in the school year so far", headings: headings,
      things: rows,
      note:
        "The evidence base is what the school’s settings name, else the provision map; how good it "
        + "is has to be judged by its reader.", in: pack
    ) { released in
      let row = released.programme
      func list(_ texts: [String], isShown: Bool = true) -> String {
        isShown ? texts.joined(separator: "; ") : "c"
      }
      let name = labelled(data.interventions[row.intervention].name, row.school)
      let kind = row.isTargeted ? "universal in part" : "universal provision"
      let cells = [
        row.isUniversal ? "\(name): \(kind)" : name,
        list(row.evidenceBase, isShown: released.isEvidenceShown),
        list(row.measures.map { data.measures[$0].name }),
        list(row.waves, isShown: released.areWavesShown),
      ]
      guard pack == .senco else { return cells }
      return cells + [
        list(row.areasOfNeed), String(row.pupils),
        list(row.teachingAssistants.map { data.teachingAssistants[$0].key }),
      ]
    }
  }
}
