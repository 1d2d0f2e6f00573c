/// The subjects of the tracking files and the measures whose rows name them.
struct SubjectRegistry {
  /// For each subject its measures, in ascending order.
  private(set) var measures: [[Int]] = []

  private var numbers: [String: Int] = [:]

  /// The subjects of the tracking files.
  ///
  /// - Parameter measureOfCode: The measure's number, by the columns' own code.
  init(_ tracking: TrackingBuilder, measureOfCode: [Int]) {
    for name in tracking.names.subjects.texts where numbers[PlainName.key(name)] == nil {
      numbers[PlainName.key(name)] = measures.count
      measures.append([])
    }
    for pair in tracking.names.subjectsOfMeasures {
      let measure = measureOfCode[Int(pair.measure)]
      guard let subject = self[tracking.names.subjects.text(of: pair.subject)] else { continue }
      if !measures[subject].contains(measure) { measures[subject].append(measure) }
    }
    for subject in measures.indices { measures[subject].sort() }
  }

  /// The number of a subject that tracking rows name.
  subscript(name: String) -> Int? {
    numbers[PlainName.key(name)]
  }
}
