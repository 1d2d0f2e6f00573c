import ProvisionModel

/// What the numbers in the rows of tracking files stand for.
struct TrackingNames: Sendable {
  /// Pupils.
  var pupils = PupilKeys()
  /// Names of measures, tagged with the number of their subject, from 1, where a column tells it.
  var measures = ByteDictionary()
  /// Names of subjects.
  var subjects = ByteDictionary()
  /// Score cells that are neither numbers nor ages, tagged with their measure.
  var scoreTexts = ByteDictionary()
  /// What the score cells of each measure look like.
  var shapes = ShapeCounts()
  /// Pairs of a measure and a subject that stand on one row.
  var subjectsOfMeasures: Set<SubjectOfMeasure> = []
  /// Dates that are known only with the pupil's year group.
  var yearGroupDates = YearGroupDates()

  /// A measure and a subject that stand on one row.
  struct SubjectOfMeasure: Hashable {
    var measure: UInt16
    var subject: UInt32
  }

  /// More measures than this are no measures: the wrong column was taken for them.
  static let mostMeasures = 5_000
  /// Stands for a measure beyond these.
  static let tooMany = FilesMeasure(.max)

  /// What the numbers of one stretch's names are among those of all.
  struct Numbers: Sendable {
    var pupils = PupilNumbers([])
    var measures = MeasureNumbers([])
    var scoreTexts: [UInt32] = []
    var yearGroupDates: [Int32] = []
  }

  /// Adds the names of the next stretch, those that are new behind the known ones.
  mutating func add(_ stretch: TrackingNames) -> Numbers {
    var numbers = Numbers()
    numbers.pupils = PupilNumbers(pupils.add(stretch.pupils))
    let subjectNumbers = subjects.add(stretch.subjects) { $0 }
    numbers.measures = MeasureNumbers(addMeasures(stretch.measures, subjectNumbers))
    numbers.scoreTexts = scoreTexts.add(stretch.scoreTexts) { measure in
      UInt32(numbers.measures[StretchMeasure(UInt16(truncatingIfNeeded: measure))].raw)
    }
    shapes.add(stretch.shapes, numbers)
    for pair in stretch.subjectsOfMeasures {
      let measure = numbers.measures[StretchMeasure(pair.measure)]
      guard measure != Self.tooMany else { continue }
      subjectsOfMeasures.insert(
        SubjectOfMeasure(measure: measure.raw, subject: subjectNumbers[Int(pair.subject)]))
    }
    numbers.yearGroupDates = stretch.yearGroupDates.entries.map { yearGroupDates.code(of: $0) }
    return numbers
  }

  private mutating func addMeasures(
    _ stretch: ByteDictionary, _ subjectNumbers: [UInt32]
  ) -> [UInt16] {
    (0..<UInt32(stretch.count)).map { code in
      let local = stretch.tag(of: code)
      let tag = local == 0 ? 0 : subjectNumbers[Int(local) - 1] + 1
      return stretch.withBytes(of: code) { text in
        if measures.count >= Self.mostMeasures {
          return measures.find(text, tag: tag).map { UInt16($0) } ?? Self.tooMany.raw
        }
        return UInt16(measures.code(of: text, tag: tag))
      }
    }
  }
}
