/// The counts of a table by row and column, as places in the knowledge.
struct CountTable {
  /// The file.
  let file: String
  /// The place of a count by row and column.
  private(set) var places: [String: [String: Int]] = [:]
  /// The rows in their true order.
  private(set) var rows: [(key: String, cells: [String: String])] = []
  /// The rows that the governors see, by name.
  let shown: [String: [String: String]]

  /// Adds the counts of a table to the knowledge.
  init(
    _ file: String, keyed labels: [String], columns: [String], of packs: Packs,
    to knowledge: inout Knowledge
  ) {
    self.file = file
    shown = Dictionary(
      packs.shown(file).map { (RowKey.of($0, labels), $0) },
      uniquingKeysWith: { first, _ in first })
    for cells in packs.truth(file) {
      let key = RowKey.of(cells, labels)
      rows.append((key, cells))
      for column in columns {
        guard let truth = cells[column].flatMap({ Int($0) }) else { continue }
        let printed = shown[key]?[column].flatMap { Int($0) }
        places[key, default: [:]][column] = knowledge.add(
          Count(file: file, row: key, column: column, truth: truth, printed: printed))
      }
    }
  }

  /// The rows that the governors see under names that the SENCo's table does not have, in order.
  var unknown: [String] { shown.keys.filter { key in !rows.contains { $0.key == key } }.sorted() }

  /// The place of a count; nil where the table has no such number.
  subscript(key: String, column: String) -> Int? { places[key]?[column] }

  /// Takes a count of a row that no table prints under that name.
  mutating func set(_ place: Int, _ key: String, _ column: String) {
    places[key, default: [:]][column] = place
  }

  /// Binds the counts of nested periods: what a longer one has over a shorter one is a count too.
  ///
  /// - Parameter tail: The rest of a row's name, after its period.
  func nest(_ tail: String, columns: [String], in knowledge: inout Knowledge) {
    for (short, long) in [("term", "year"), ("year", "all"), ("term", "all")] {
      var rests: [String: Int] = [:]
      for column in columns {
        guard let part = self["\(short)|\(tail)", column],
          let whole = self["\(long)|\(tail)", column]
        else { continue }
        rests[column] = knowledge.rest(
          of: whole, over: part, "\(column) \(long) − \(short)", row: tail,
          because: "\(short) is within \(long)")
      }
      // Pupils who are new in the longer period have an episode in the rest of it.
      for (column, pupils) in [("n_started", "pupils"), ("n_episodes", "pupils")] {
        if let episodes = rests[column], let pupils = rests[pupils] {
          knowledge.rest(
            of: episodes, over: pupils, isSecret: false, because: "each new pupil has an episode")
        }
      }
    }
  }

  /// The names of rows without their periods, in order, each once.
  var tails: [String] {
    var seen: Set<String> = []
    return rows.map { $0.key.split(separator: "|", maxSplits: 1).last.map(String.init) ?? "" }
      .filter { seen.insert($0).inserted }
  }
}
