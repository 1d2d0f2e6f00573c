/// The sum of what comes of all schools, lots of them at the same time on all cores; added up in
/// order, so that it is the same every time.
///
/// - Parameter kind: The number of the kind of school: each kind has seeds of its own.
package func inParallel<Outcome: Sendable>(
  schools: Int, kind: Int, lots: Int = 20, from nothing: Outcome,
  _ add: @Sendable (Outcome, Outcome) -> Outcome,
  _ outcome: @escaping @Sendable (Range<UInt64>) async -> Outcome
) async -> Outcome {
  await withTaskGroup(of: (Int, Outcome).self) { group in
    for lot in 0..<lots {
      let first = UInt64(kind) << 32
      let seeds = first + UInt64(schools * lot / lots)..<first + UInt64(schools * (lot + 1) / lots)
      group.addTask { (lot, await outcome(seeds)) }
    }
    var results: [(Int, Outcome)] = []
    for await result in group { results.append(result) }
    return results.sorted { $0.0 < $1.0 }.reduce(nothing) { add($0, $1.1) }
  }
}
