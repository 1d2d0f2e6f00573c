import Dispatch
import Synchronization

/// Work that several threads do at the same time and whose results come in the order of the work.
package enum Concurrently {
  /// Calls `body` for each of the numbers under `count`, at most `jobs` at the same time.
  ///
  /// - Returns: The results by number, whichever was ready first.
  /// - Throws: What `body` threw for the lowest number.
  @inlinable
  package static func map<Result: Sendable, Failure: Error>(
    count: Int, jobs: Int, _ body: @Sendable (Int) throws(Failure) -> Result
  ) throws(Failure) -> [Result] {
    try map(count: count, jobs: jobs, with: {}) { number, _ throws(Failure) in try body(number) }
  }

  /// The same with something that each thread makes once and uses again and again.
  @inlinable
  package static func map<Tool, Result: Sendable, Failure: Error>(
    count: Int, jobs: Int, with makeTool: @Sendable () -> Tool,
    _ body: @Sendable (Int, inout Tool) throws(Failure) -> Result
  ) throws(Failure) -> [Result] {
    let outcomes = Mutex([Swift.Result<Result, Failure>?](repeating: nil, count: count))
    forEach(count: count, jobs: jobs, with: makeTool) { number, tool in
      let outcome = Swift.Result { () throws(Failure) in try body(number, &tool) }
      outcomes.withLock { $0[number] = outcome }
    }
    var results: [Result] = []
    results.reserveCapacity(count)
    for outcome in outcomes.withLock({ $0 }) {
      if let outcome { results.append(try outcome.get()) }
    }
    return results
  }

  /// Calls `body` for each lot of the numbers under `count`, at most `jobs` at the same time.
  ///
  /// - Returns: What comes of all lots, in their order.
  @inlinable
  package static func flatMap<Element: Sendable>(
    count: Int, inLotsOf size: Int, jobs: Int, _ body: @Sendable (Range<Int>) -> [Element]
  ) -> [Element] {
    let lots = map(count: (count + size - 1) / size, jobs: jobs) { lot in
      body(lot * size..<min(count, (lot + 1) * size))
    }
    var elements: [Element] = []
    elements.reserveCapacity(lots.reduce(0) { $0 + $1.count })
    for lot in lots { elements += lot }
    return elements
  }

  /// Calls `body` for each of the numbers under `count`, in rising order, at most `jobs` at the same
  /// time.
  @inlinable
  package static func forEach(count: Int, jobs: Int, _ body: @Sendable (Int) -> Void) {
    forEach(count: count, jobs: jobs, with: {}) { number, _ in body(number) }
  }

  /// The same with something that each thread makes once and uses again and again.
  @inlinable
  package static func forEach<Tool>(
    count: Int, jobs: Int, with makeTool: @Sendable () -> Tool,
    _ body: @Sendable (Int, inout Tool) -> Void
  ) {
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: max(1, min(jobs, count))) { _ in
      var tool = makeTool()
      while true {
        let number = next.add(1, ordering: .relaxed).oldValue
        guard number < count else { return }
        body(number, &tool)
      }
    }
  }
}
