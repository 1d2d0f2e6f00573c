/// Texts of small tables that repeat from row to row: each distinct one is kept once.
struct TextPool {
  private var codes = ByteDictionary()
  private var texts: [String] = []

  /// The text of a cell.
  mutating func text(of cell: Cell) -> String {
    if cell.isEmpty { return "" }
    let code = Int(codes.code(of: cell))
    if code == texts.count { texts.append(cell.text) }
    return texts[code]
  }
}
