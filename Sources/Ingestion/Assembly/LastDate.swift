import Diagnostics
import ProvisionModel
import Threading

/// The last date found among the scores and the starts and ends of the provision map, which settles
/// the as-of date and the reported term where nobody gives them (METHOD §1).
struct LastDate {
  /// The day; 1 January 1970 where there is none.
  private(set) var day = Day(number: 0)

  private var place: (file: Int, line: Int)?
  private var isLone = false

  /// A date so far after nearly all others is a slip, or an end planned years ahead [days].
  private static let gap: Int32 = 300

  /// The last date of scores and rows.
  init(scores: AssessmentTable, provision: [ProvisionRow], jobs: Int) {
    var last = Int32.min
    let lastRows = Concurrently.flatMap(count: scores.count, inLotsOf: 1 << 19, jobs: jobs) {
      Self.firstOfLastDate(of: $0, scores).map { [$0] } ?? []
    }
    for row in lastRows where scores.day[row] > last {
      last = scores.day[row]
      place = scores.source(ofRow: row)
    }
    for row in provision where Self.last(of: row) > last {
      last = Self.last(of: row)
      place = (row.file, row.line)
    }
    guard last > .min else { return }
    day = Day(number: last)
    let limit = last - Self.gap
    let all = scores.count + provision.count
    let most = max(1, all / 200)
    var near = provision.count { Self.last(of: $0) > limit }
    for row in 0..<scores.count {
      if near > most { break }
      if scores.day[row] > limit { near += 1 }
    }
    isLone = all >= 10 && near <= most
  }

  /// The first of the rows with the last date.
  private static func firstOfLastDate(of rows: Range<Int>, _ scores: AssessmentTable) -> Int? {
    guard var found = rows.first else { return nil }
    var last = scores.day[found]
    for row in rows.dropFirst() where scores.day[row] > last {
      last = scores.day[row]
      found = row
    }
    return found
  }

  /// A warning where nearly all dates lie long before.
  func findings(inputs: [InputFile]) -> [Finding] {
    guard isLone, let place else { return [] }
    return [
      inputs[place.file].finding(
        .farDate, line: place.line, value: day.description,
        message: "the last date, \(day), lies far after nearly all others, and the reported term "
          + "follows it")
    ]
  }

  private static func last(of row: ProvisionRow) -> Int32 {
    max(row.start, row.end ?? row.start).number
  }
}
