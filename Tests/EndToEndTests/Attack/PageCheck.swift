import Foundation

/// Holds what the governors' pages print against their tables.
struct PageCheck {
  /// What should not be there, each once.
  private(set) var breaches: [Breach] = []
  private var pairs: [String: [ReleasedPair]] = [:]
  private var seen: Set<String> = []
  /// What the page printed before, as what came of a decision stands behind it.
  private var before: PrintedFigure?

  /// Figures that pages make of several effect sizes of a row: the end of them, and which end.
  private static let derived: [String: (end: String, isLow: Bool)] = [
    "range_low": ("_g", true), "range_high": ("_g", false), "outer_low": ("_g_low", true),
    "outer_high": ("_g_high", false),
  ]
  /// Figures that pages say of a row, each as one of some columns has it.
  private static let alike = [
    "chance": ["p_better", "p_same", "p_worse"], "months_passed": ["total_months_gained"],
  ]
  /// What stands in the sentence of a recommendation.
  private static let inReason: Set<String> = [
    "evidence_strength", "measure", "chance", "sessions_per_week",
  ]

  /// The check of a run's pages.
  init(_ packs: Packs) {
    for table in packs.writtenFiles { pairs[table] = packs.pairs(table) }
    for printed in packs.pages where printed.figures != ["caption"] {
      if printed.figures.isEmpty {
        findUnnamed(printed)
      } else if let row = printed.row {
        check(printed, row)
      } else {
        findSmall(printed, nil)
      }
      before = printed
    }
    let pictures = PictureCheck(pairs)
    for printed in packs.pages where printed.row == nil {
      for breach in pictures.breaches(of: printed) { add(breach) }
    }
  }

  private mutating func check(_ printed: PrintedFigure, _ row: RowReference) {
    guard let rows = pairs[row.table], rows.indices.contains(row.index) else {
      return add(.different, printed, printed.figures[0], printed.text, "there is no such row")
    }
    let pair = rows[row.index]
    findSmall(printed, pair)
    guard !isOfEarlierDecision(printed, pair) else { return }
    guard let pieces = printed.pieces, isNumeric(printed, pair) else {
      return checkWords(printed, pair)
    }
    for (figure, text) in pieces { check(printed, figure, text, pair, row.table) }
  }

  /// Whether it says what came of a decision before that of the row, which no table has.
  private func isOfEarlierDecision(_ printed: PrintedFigure, _ pair: ReleasedPair) -> Bool {
    guard printed.figures == ["followed_through"], let before, before.row == printed.row,
      before.figures == ["decision", "term"]
    else { return false }
    // 2025-26-autumn is the Autumn term 2025–26.
    let parts = (pair.shown["decided_term"] ?? "").split(separator: "-")
    guard parts.count == 3 else { return true }
    return !before.text.contains("(\(parts[2].capitalized) term \(parts[0])–\(parts[1]))")
  }

  /// Whether no kept figure of it is a word.
  private func isNumeric(_ printed: PrintedFigure, _ pair: ReleasedPair) -> Bool {
    printed.figures.allSatisfy { figure in
      guard let cell = pair.shown[figure] else { return true }
      if cell == "c", let truth = pair.truth?[figure] {
        return truth.isEmpty || Double(truth) != nil
      }
      return cell == "c" || Double(cell) != nil || ["x", "z", ""].contains(cell)
    }
  }

  private mutating func check(
    _ printed: PrintedFigure, _ figure: String, _ text: String, _ pair: ReleasedPair,
    _ table: String
  ) {
    if table == Packs.variation, pair.isKept("reason"), Self.inReason.contains(figure) {
      return add(.kept, printed, figure, text, pair.truth?["reason"] ?? "")
    }
    guard let cell = pair.shown[figure] else {
      return checkDerived(printed, figure, text, pair)
    }
    let truth = pair.truth?[figure] ?? "a row of several"
    guard !["", "c"].contains(text) else { return }
    switch cell {
    case "c": add(.kept, printed, figure, text, truth)
    case "x", "z", "": add(.different, printed, figure, text, "“\(cell)”, truly \(truth)")
    default:
      guard let number = Double(cell), let own = PrintedNumber(text) else { return }
      let isCount = CountFigures.contains(figure, in: pair.shown)
      if isCount ? CountFigures.number(text).map(Double.init) != number : !own.shows(number) {
        add(.different, printed, figure, text, cell)
      }
    }
  }

  /// A figure that is no column of the row's table.
  private mutating func checkDerived(
    _ printed: PrintedFigure, _ figure: String, _ text: String, _ pair: ReleasedPair
  ) {
    guard let own = PrintedNumber(text) else { return }
    if let (end, isLow) = Self.derived[figure] {
      let isOfExpected = pair.shown["basis"] == "expected-progress"
      let columns = (isOfExpected ? ["expected"] : ["matched", "growth"]).map { $0 + end }
      let numbers = columns.compactMap(pair.number)
      let end = isLow ? numbers.min() : numbers.max()
      guard end.map(own.shows) != true else { return }
      let cells = columns.map { pair.shown[$0] ?? "" }.joined(separator: " and ")
      let isKept = columns.contains { column in
        pair.isKept(column) && pair.truth?[column].flatMap { Double($0) }.map(own.shows) == true
      }
      add(isKept || end == nil ? .kept : .different, printed, figure, text, cells)
    } else if let columns = Self.alike[figure], pair.shown[columns[0]] != nil {
      if columns.allSatisfy(pair.isKept) {
        add(.kept, printed, figure, text, columns.joined(separator: ", "))
      } else if figure == "chance", !columns.compactMap(pair.number).contains(where: own.isLeast) {
        let cells = columns.map { pair.shown[$0] ?? "" }.joined(separator: ", ")
        add(.different, printed, figure, text, cells)
      }
    }
  }

  /// Words, of which none may be of a kept cell.
  private mutating func checkWords(_ printed: PrintedFigure, _ pair: ReleasedPair) {
    guard !["", "c"].contains(printed.text) else { return }
    for figure in printed.figures where pair.isKept(figure) {
      let truth = pair.truth?[figure] ?? ""
      let parts = truth.split(separator: ";").map { String($0.drop { $0 == " " }) }
      let words = printed.text.lowercased().replacing("-", with: " ")
      // A word alone in its element is that of the cell, whatever the page calls it.
      let isFound =
        printed.figures.count == 1
        || parts.contains { words.contains($0.lowercased().replacing("-", with: " ")) }
      if isFound { add(.kept, printed, figure, printed.text, truth) }
    }
    // The page cuts long names off, and adds what a measure counts.
    for figure in ["intervention", "unit"] where printed.figures == [figure] {
      guard let cell = pair.shown[figure], let first = cell.first else { continue }
      if printed.text.first != first { add(.different, printed, figure, printed.text, cell) }
    }
  }

  /// A number of pupils from 1 to 4 that stands by itself.
  private mutating func findSmall(_ printed: PrintedFigure, _ pair: ReleasedPair?) {
    for (figure, text) in printed.pieces ?? []
    where CountFigures.contains(figure, in: pair?.shown) {
      guard let number = CountFigures.number(text), (1..<Knowledge.threshold).contains(number)
      else { continue }
      add(.small, printed, figure, text, pair?.truth?[figure] ?? "in a sentence")
    }
  }

  /// A small number of pupils that is the name of no figure.
  private mutating func findUnnamed(_ printed: PrintedFigure) {
    let words = printed.text.split { $0.isWhitespace }
    for (number, thing) in zip(words, words.dropFirst())
    where ["1", "2", "3", "4"].contains(number)
      && (thing.hasPrefix("pupil") || thing.hasPrefix("episode"))
    {
      add(.small, printed, "text", "\(number) \(thing)", "under no name")
    }
  }

  private mutating func add(
    _ kind: Breach.Kind, _ printed: PrintedFigure, _ figure: String, _ text: String,
    _ truth: String
  ) {
    add(Breach(kind: kind, place: printed.place, figure: figure, printed: text, truth: truth))
  }

  private mutating func add(_ breach: Breach) {
    if seen.insert(breach.description).inserted { breaches.append(breach) }
  }
}
