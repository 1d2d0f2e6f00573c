import Analysis
import ProvisionModel

/// Columns that several tables have.
extension Figure {
  /// The school's id.
  static func school(_ school: @escaping @Sendable (Row) -> Int) -> Figure {
    Figure("school", "School", "The school.") { row, pack in
      .free(pack.data.schools[school(row)])
    }
  }

  /// The school's id, or that of all schools.
  static func scope(_ scope: @escaping @Sendable (Row) -> Scope) -> Figure {
    Figure("school", "School", "The school; all: the schools together.") { row, pack in
      .free(pack.data.name(of: scope(row)))
    }
  }

  /// The name of an intervention.
  static func intervention(
    _ meaning: String = "The intervention, as the map names it.",
    _ name: @escaping @Sendable (Row, ReleasedPack) -> String
  ) -> Figure {
    Figure("intervention", "Intervention", meaning) { .free(name($0, $1)) }
  }

  /// The name of a measure; nil: it has none.
  static func measure(
    _ meaning: String, _ measure: @escaping @Sendable (Row) -> Int?
  ) -> Figure {
    Figure("measure", "Measure", meaning) { row, pack in
      measure(row).map { .free(pack.data.measures[$0].name) } ?? .absent
    }
  }

  /// Who a pupil is.
  static func pupil(_ pupil: @escaping @Sendable (Row, ReleasedPack) -> Int) -> [Figure] {
    [
      Figure("pupil_id", "Pupil", "The pupil's number.") { row, pack in
        .text(pack.data.pupils[pupil(row, pack)].id)
      },
      Figure("name", "Name", "The pupil's name, where the pupils file has it.") { row, pack in
        .free(pack.data.pupils[pupil(row, pack)].name)
      },
      Figure("year_group", "Year group", "The pupil's year group.") { row, pack in
        .word(pack.data.pupils[pupil(row, pack)].yearGroup)
      },
      Figure("sen_status", "SEN status", "N none, K SEN support, E plan (EHCP).") { row, pack in
        .word(pack.data.pupils[pupil(row, pack)].senStatus)
      },
      Figure("primary_need", "Primary need", "The pupil's primary need.") { row, pack in
        .word(pack.data.pupils[pupil(row, pack)].primaryNeed)
      },
    ]
  }
}

extension ReleasedPack {
  /// An intervention's name.
  func name(ofIntervention position: Int) -> String { data.interventions[position].name }

  /// The names of interventions.
  func names(ofInterventions positions: [Int]) -> [String] {
    positions.map { data.interventions[$0].name }
  }

  /// A name, with its school where there are several.
  func labelled(_ name: String, _ school: Int) -> String {
    isOfSeveralSchools ? "\(name) (\(data.schools[school]))" : name
  }

  /// An intervention; with its school where there are several.
  func named(_ intervention: Int, _ school: Int) -> String {
    labelled(name(ofIntervention: intervention), school)
  }

  /// The TAs of a row of the provision map, with `; ` between.
  func assistants(ofRow row: Int) -> String {
    names(ofAssistants: data.provision[row].teachingAssistants)
  }

  /// The TAs of all rows of a course, with `; ` between.
  func assistants(of course: Episode) -> String {
    names(ofAssistants: data.teachingAssistants(of: course))
  }

  private func names(ofAssistants assistants: [Int]) -> String {
    if assistants.count == 1 { return data.teachingAssistants[assistants[0]].key }
    return assistants.map { data.teachingAssistants[$0].key }.joined(separator: "; ")
  }

  /// A score on a measure: a number, months for ages, the code for ordinals.
  func score(_ score: LinkedScore?, _ measure: Int) -> TableCell {
    guard let score else { return .absent }
    if data.measures[measure].kind == .ordinal {
      let position = Int(score.value)
      if data.measures[measure].codes.indices.contains(position) {
        return .text(data.measures[measure].codes[position])
      }
    }
    return .number(score.value)
  }

  /// A measure with what one has to know to read its gains.
  func title(ofMeasure position: Int?) -> String {
    guard let position else { return "" }
    let measure = data.measures[position]
    switch measure.kind {
    case .age: return "\(measure.name) (months)"
    case .standardised, .points, .ordinal:
      return measure.lowerIsBetter ? "\(measure.name) (lower is better)" : measure.name
    }
  }
}
