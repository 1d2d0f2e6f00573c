import Synchronization

/// Runs asynchronous work on the thread that asks for it: where the work crashes or hangs, that
/// thread's stack shows where.
package enum OnThisThread {
  /// The result of work that waits for nothing but itself.
  package static func run<Value: Sendable>(
    _ work: @escaping @Sendable () async throws -> Value
  ) throws -> Value {
    let thread = Thread()
    let result = Box<Value>()
    Task(executorPreference: thread) {
      do {
        result.set(.success(try await work()))
      } catch {
        result.set(.failure(error))
      }
    }
    thread.runAll()
    guard let result = result.value else { fatalError("the work waits for another thread") }
    return try result.get()
  }

  private final class Thread: TaskExecutor {
    private let jobs = Mutex<[UnownedJob]>([])

    func enqueue(_ job: consuming ExecutorJob) {
      let job = UnownedJob(job)
      jobs.withLock { $0.append(job) }
    }

    func runAll() {
      while let job = jobs.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) {
        job.runSynchronously(on: asUnownedTaskExecutor())
      }
    }
  }

  private final class Box<Value: Sendable>: Sendable {
    private let stored = Mutex<Result<Value, any Error>?>(nil)

    var value: Result<Value, any Error>? { stored.withLock { $0 } }

    func set(_ value: Result<Value, any Error>) {
      stored.withLock { $0 = value }
    }
  }
}
