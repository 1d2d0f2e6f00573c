import Dispatch
import Synchronization

/// Work that several threads do at the same time and whose results come in the order of the work.
enum Concurrently {
  /// Calls `body` for each of the numbers under `count`, at most `jobs` at the same time.
  ///
  /// - Returns: The results by number, whichever was ready first.
  /// - Throws: What `body` threw for the lowest number.
  static func map<Tool, Result: Sendable>(
    count: Int, jobs: Int, with makeTool: @Sendable () -> Tool,
    _ body: @Sendable (Int, Tool) throws -> Result
  ) throws -> [Result] {
    let outcomes = Mutex([Swift.Result<Result, any Error>?](repeating: nil, count: count))
    forEach(count: count, jobs: jobs, with: makeTool) { number, tool in
      let outcome = Swift.Result { try body(number, tool) }
      outcomes.withLock { $0[number] = outcome }
    }
    return try outcomes.withLock { $0 }.compactMap { try $0?.get() }
  }

  /// Calls `body` with neighbouring ranges of the numbers under `count`, one for each of the jobs; the
  /// results in order.
  static func ranges<Result: Sendable>(
    of count: Int, jobs: Int, _ body: @Sendable (Range<Int>) -> Result
  ) -> [Result] {
    let jobs = max(1, jobs)
    let results = Mutex([Result?](repeating: nil, count: jobs))
    forEach(count: jobs, jobs: jobs) { job in
      let result = body(count * job / jobs..<count * (job + 1) / jobs)
      results.withLock { $0[job] = result }
    }
    return results.withLock { $0 }.compactMap { $0 }
  }

  /// Calls `body` for each of the numbers under `count`, in rising order, at most `jobs` at the same
  /// time.
  static func forEach(count: Int, jobs: Int, _ body: @Sendable (Int) -> Void) {
    forEach(count: count, jobs: jobs, with: {}) { number, _ in body(number) }
  }

  /// The same with something that each thread makes once and uses again and again.
  static func forEach<Tool>(
    count: Int, jobs: Int, with makeTool: @Sendable () -> Tool,
    _ body: @Sendable (Int, Tool) -> Void
  ) {
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: max(1, min(jobs, count))) { _ in
      let tool = makeTool()
      while true {
        let number = next.add(1, ordering: .relaxed).oldValue
        guard number < count else { return }
        body(number, tool)
      }
    }
  }
}

/// Memory for the blocks of a file, which one thread uses again and again.
final class BlockBuffer {
  /// The memory.
  // SAFETY: given back when nobody holds the buffer; filled before it is read.
  let bytes = UnsafeMutableRawBufferPointer.allocate(
    byteCount: FilePieces.blockSize, alignment: 64)

  deinit {
    bytes.deallocate()
  }
}
