/// Holds the words of pictures against the tables: each number is one that the tables print.
struct PictureCheck {
  private let pairs: [String: [ReleasedPair]]

  /// A check against those rows, by table.
  init(_ pairs: [String: [ReleasedPair]]) { self.pairs = pairs }

  private static let ranges = "range_low"
  private static let means = "shrunk_progress"

  /// What the words of a picture say that no row of the tables does.
  func breaches(of printed: PrintedFigure) -> [Breach] {
    guard ["title", "desc"].contains(printed.element) else { return [] }
    let lines = printed.text.split(separator: ";").map { $0.drop { $0 == " " } }
    if printed.figures.contains(Self.ranges) {
      return lines.compactMap { line in
        check(line, printed, "range_low", in: Packs.interventions) {
          line.hasPrefix("\($0["intervention"] ?? ""), ")
        } by: {
          ["matched_g", "growth_g"].flatMap { [$0, "\($0)_low", "\($0)_high"] }
        }
      }
    }
    if printed.figures.contains(Self.means) {
      return lines.compactMap { line in
        check(line, printed, "shrunk_progress", in: Packs.units) {
          line.hasPrefix("\($0["unit"] ?? ""): ") || line.hasPrefix("\($0["unit"] ?? ""), ")
            || line.hasPrefix("\($0["unit"] ?? "") (")
        } by: {
          ["mean_progress", "shrunk_progress", "shrunk_low", "shrunk_high"]
        }
      }
    }
    return printed.figures == ["intervention"] ? lines.compactMap { change($0, printed) } : []
  }

  /// A line whose numbers no row of that name prints.
  private func check(
    _ line: Substring, _ printed: PrintedFigure, _ figure: String, in table: String,
    of isNamed: ([String: String]) -> Bool, by columns: () -> [String]
  ) -> Breach? {
    let rows = (pairs[table] ?? []).filter { isNamed($0.shown) }
    // A title of all has no row.
    guard !rows.isEmpty else { return nil }
    let numbers = Self.numbers(line)
    let isPrinted = rows.contains { row in
      let shown = columns().compactMap(row.number)
      return numbers.allSatisfy { number in shown.contains(where: number.shows) }
    }
    guard !isPrinted else { return nil }
    let isKept = rows.contains { row in
      columns().contains { column in
        guard row.isKept(column), let truth = row.truth?[column].flatMap({ Double($0) })
        else { return false }
        return numbers.contains { $0.shows(truth) }
      }
    }
    return Breach(
      kind: isKept ? .kept : .different, place: "\(printed.file) (picture)", figure: figure,
      printed: String(line), truth: "no row prints all of these")
  }

  /// The numbers with two decimals of a line.
  private static func numbers(_ line: Substring) -> [PrintedNumber] {
    line.split { " ,;:".contains($0) }.compactMap { word in
      let word = word.hasSuffix(".") ? word.dropLast() : word
      return word.contains(".") ? PrintedNumber(String(word)) : nil
    }
  }

  /// `Phonics: pupils more` says how two numbers lie that the table has to print.
  private func change(_ line: Substring, _ printed: PrintedFigure) -> Breach? {
    guard
      let end = [": pupils more", ": pupils less", ": pupils others"].first(where: line.contains),
      let range = line.firstRange(of: end)
    else { return nil }
    let name = line[..<range.lowerBound]
    let rows = (pairs[Packs.variation] ?? []).filter { row in
      let intervention = row.shown["intervention"] ?? ""
      return row.shown["change_kind"] == "pupils"
        && (name == intervention
          || name.contains(intervention) && name.contains(row.shown["school"] ?? ""))
    }
    let isKept = !rows.isEmpty && rows.allSatisfy { $0.isKept("before") || $0.isKept("after") }
    guard isKept else { return nil }
    return Breach(
      kind: .kept, place: "\(printed.file) (picture)", figure: "before", printed: String(line),
      truth: "\(rows[0].truth?["before"] ?? "?") to \(rows[0].truth?["after"] ?? "?")")
  }
}
