import ProvisionModel

/// Whether a TA is trained in an intervention.
package enum TrainingRecord: String, Sendable, CaseIterable {
  /// The staff file names the intervention among those that the TA is trained in.
  case trained = "yes"
  /// It names others only.
  case untrained = "no"
  /// It says nothing of the TA's training, or does not list the TA.
  case unrecorded = "not-recorded"
}

/// One row of KPI 7.5: a TA and an intervention that the TA had part in in the academic year.
package struct Training: Sendable {
  /// The school's position among the data's schools.
  package var school: Int
  /// The TA's position among the data's TAs.
  package var teachingAssistant: Int
  /// The intervention's position among the data's interventions.
  package var intervention: Int
  /// Distinct pupils of the rows that name the TA.
  package var pupils: Int
  /// Whether the TA is trained in it.
  package var record: TrainingRecord
}

/// All rows of KPI 7.5.
struct TrainingTable {
  private let figures: EpisodeFigures
  private let data: SchoolData
  private let rowsOfTheYear: [Int]

  private struct Key: Hashable {
    var place: EpisodeFigures.SchoolAndIntervention
    var assistant: Int
  }

  /// - Parameter rowsOfTheYear: The rows of the provision map that ran in the year, in file order.
  init(figures: EpisodeFigures, rowsOfTheYear: [Int]) {
    self.figures = figures
    self.data = figures.data
    self.rowsOfTheYear = rowsOfTheYear
  }

  /// The rows, in order of school, TA and intervention, never of what is recorded; none where no TA
  /// has any training on record.
  func rows() -> [Training] {
    guard data.teachingAssistants.contains(where: { !$0.trainedIn.isEmpty }) else { return [] }
    let universal = Set(figures.universal.map(\.row))
    var pupils: [Key: Set<Int>] = [:]
    for index in rowsOfTheYear where !universal.contains(index) {
      let place = EpisodeFigures.SchoolAndIntervention(row: index, data)
      for assistant in data.provision[index].teachingAssistants {
        pupils[Key(place: place, assistant: assistant), default: []]
          .insert(data.provision[index].pupil)
      }
    }
    let rows = pupils.map { key, pupils in
      Training(
        school: key.place.school, teachingAssistant: key.assistant,
        intervention: key.place.intervention, pupils: pupils.count,
        record: record(key.assistant, key.place.intervention))
    }
    return ScalarOrder.sorted(rows) {
      [
        data.schools[$0.school], data.teachingAssistants[$0.teachingAssistant].key,
        data.interventions[$0.intervention].name,
      ]
    }
  }

  private func record(_ assistant: Int, _ intervention: Int) -> TrainingRecord {
    let assistant = data.teachingAssistants[assistant]
    if assistant.trainedIn.isEmpty { return .unrecorded }
    return assistant.trainedInterventions.contains(intervention) ? .trained : .untrained
  }
}
