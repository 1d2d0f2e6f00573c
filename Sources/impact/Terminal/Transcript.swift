import Synchronization

/// What one of several schools that are reported at the same time has to say, kept until those before
/// it have said theirs.
final class Transcript: Sendable {
  private let lines = Mutex<[(text: String, descriptor: Int32)]>([])

  /// What was said so far, and where it is to be written.
  var said: [(text: String, descriptor: Int32)] { lines.withLock { $0 } }

  /// Keeps a text.
  func add(_ text: String, _ descriptor: Int32) {
    lines.withLock { $0.append((text, descriptor)) }
  }
}
