import Foundation
package import Testing

/// How much a run of the tests does of what takes long: `IMPACT_TESTS`, which the Makefile sets.
package enum TestLength: String, CaseIterable, Sendable {
  /// No long test: `make test-quick`.
  case quick
  /// A tenth of what can be divided: `make test`.
  case tenth
  /// All: `make attack`.
  case full

  /// That of this run.
  package static let current: TestLength = {
    guard let name = ProcessInfo.processInfo.environment["IMPACT_TESTS"] else { return .tenth }
    guard let length = TestLength(rawValue: name) else {
      fatalError("IMPACT_TESTS is \(name), not one of \(allCases.map(\.rawValue))")
    }
    return length
  }()

  /// How many of a number of rounds are done: all, or a tenth, at least one.
  package static func rounds(of all: Int) -> Int {
    current == .full ? all : max(1, all / 10)
  }

  /// The things that are looked at: all, or one of every ten, each time one place further on, so that
  /// what comes back every few places is among them.
  package static func some<Thing>(of all: [Thing]) -> [Thing] {
    guard current != .full else { return all }
    return stride(from: 0, to: all.count, by: 10).map { first in
      all[min(first + first / 10 % 10, all.count - 1)]
    }
  }
}

extension Trait where Self == ConditionTrait {
  /// Leaves a test out of `make test-quick`.
  package static var long: Self {
    .enabled(
      if: TestLength.current != .quick,
      "it takes long: make test runs it, some of it in part, and make attack in full")
  }
}
