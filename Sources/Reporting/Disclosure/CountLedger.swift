/// Counts of pupils and episodes, and how they add up: all that a reader who knows how the tables
/// hang together can calculate with.
///
/// Some counts are printed, as a part of a figure that is shown or left out as a whole. Others, such
/// as the pupils who are in the year's row but not in the term's, stand nowhere and are still known
/// to whoever subtracts.
struct CountLedger: Sendable {
  /// A count.
  struct Count: Sendable {
    /// How many.
    let value: Int
    /// Whether nobody may find out.
    let isProtected: Bool
    /// Whether it is taken to be known where it is 0.
    let isKnownNobody: Bool
    /// The figure that prints it; nil: it is printed nowhere.
    var figure: Int?
  }

  /// A count that is the sum of others.
  struct Sum: Sendable {
    /// The whole.
    let total: Int
    /// Its parts.
    let parts: [Int]

    /// Does something with each part and the total.
    @inline(__always)
    func forEach(_ body: (Int) -> Void) {
      for part in parts { body(part) }
      body(total)
    }
  }

  /// Counts that are shown or left out together.
  struct Figure: Sendable {
    /// Its counts.
    let counts: [Int]
    /// Of figures that give something away together, that of the lowest rank is left out.
    let rank: DisclosureRank
    /// The row that it belongs to; nil: none goes with it.
    let row: Int?
    /// Whether its row says nothing without it.
    let carriesRow: Bool
  }

  /// Counts from 1 to this less 1 are protected.
  let minimum: Int
  /// Whether it is taken to be known of counts that are printed nowhere that they are 0, as they may be
  /// for a reason that everybody knows.
  let knowsNobody: Bool
  /// The counts.
  private(set) var counts: [Count] = []
  /// How they add up.
  private(set) var sums: [Sum] = []
  /// The figures that may be shown as far as their own counts go.
  private(set) var figures: [Figure] = []
  /// The figures of each row.
  private(set) var rows: [[Int]] = []

  /// An empty ledger.
  ///
  /// - Parameter minimum: Figures that rest on fewer pupils are suppressed.
  init(minimum: Int, knowsNobody: Bool = true) {
    self.minimum = minimum
    self.knowsNobody = knowsNobody
  }

  /// Whether a number of pupils or episodes is so small that it may not be known. 0 may.
  func isSmall(_ number: Int) -> Bool {
    number > 0 && number < minimum
  }

  /// Whether the number of episodes without both scores may not be told at all, not even that there
  /// are none, beside so many with both: the strength of the evidence says whether they are more than
  /// a fifth, which would confine a small number to very few. The audit asks for small numbers only.
  func isTelling(paired: Int) -> Bool {
    knowsNobody && paired > 0 && paired < 4 * (minimum - 1)
  }

  /// Enters a count.
  ///
  /// - Parameters:
  ///   - value: How many.
  ///   - pupils: How many pupils they are, where that is not the count itself.
  ///   - isProtected: Whether nobody may find out although it is not small.
  ///   - isKnownNobody: Whether it is taken to be known where it is 0.
  /// - Returns: The position of the count.
  mutating func count(
    _ value: Int, pupils: Int? = nil, isProtected: Bool = false, isKnownNobody: Bool = true
  ) -> Int {
    let isSmall = self.isSmall(value) || self.isSmall(pupils ?? value)
    counts.append(
      Count(
        value: value, isProtected: isSmall || isProtected,
        isKnownNobody: knowsNobody && isKnownNobody && !isProtected && value == 0))
    return counts.count - 1
  }

  /// Enters that a count is the sum of others.
  mutating func add(_ total: Int, is parts: [Int]) {
    let isTrue = counts[total].value == parts.reduce(0) { $0 + counts[$1].value }
    assert(isTrue, "a sum that does not add up reached the ledger")
    assert(!parts.contains(total), "a sum that is a part of itself reached the ledger")
    // Nobody can conclude anything from what is not so.
    guard isTrue else { return }
    sums.append(Sum(total: total, parts: parts))
  }

  /// Enters what is left of a count without a part of it.
  ///
  /// - Returns: The position of the rest.
  @discardableResult
  mutating func rest(
    of total: Int, without part: Int, pupils: Int? = nil, isProtected: Bool = false,
    isKnownNobody: Bool = true
  ) -> Int {
    assert(counts[part].value <= counts[total].value, "a part that is more than the whole")
    let rest = count(
      counts[total].value - counts[part].value, pupils: pupils, isProtected: isProtected,
      isKnownNobody: isKnownNobody)
    add(total, is: [part, rest])
    return rest
  }

  /// The figure without which a known count would not be known; nil where it would be.
  func figure(thatTells count: Int) -> Int? {
    counts[count].isKnownNobody ? nil : counts[count].figure
  }

  /// Enters a row of a table.
  mutating func row() -> Int {
    rows.append([])
    return rows.count - 1
  }

  /// Enters that a count is printed, whatever it is.
  mutating func publish(_ count: Int) {
    counts[count].figure = figures.count
    figures.append(
      Figure(
        counts: [count], rank: DisclosureRank(kind: 0, size: 0), row: nil, carriesRow: false))
  }

  /// Enters a figure that prints some counts.
  ///
  /// - Returns: Its position; nil where one of the counts is protected, so that it cannot be shown.
  mutating func figure(
    _ printed: [Int], rank: Int, row: Int? = nil, carriesRow: Bool = false
  ) -> Int? {
    let size = printed.reduce(0) { max($0, counts[$1].value) }
    return figure(
      printed, rank: DisclosureRank(kind: rank, size: size), row: row, carriesRow: carriesRow)
  }

  /// Enters a figure that prints some counts.
  ///
  /// - Returns: Its position; nil where one of the counts is protected, so that it cannot be shown.
  mutating func figure(
    _ printed: [Int], rank: DisclosureRank, row: Int?, carriesRow: Bool
  ) -> Int? {
    guard printed.allSatisfy({ !counts[$0].isProtected }) else { return nil }
    for count in printed { counts[count].figure = figures.count }
    if let row { rows[row].append(figures.count) }
    figures.append(Figure(counts: printed, rank: rank, row: row, carriesRow: carriesRow))
    return figures.count - 1
  }
}
