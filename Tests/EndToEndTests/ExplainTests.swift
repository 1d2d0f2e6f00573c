import Foundation
import TestSupport
import Testing

/// What `impact explain` prints, added up as a person would, against the row of kpi-5.5.
@Suite("impact explain")
struct ExplainTests {
  struct Wanted: Sendable, CustomTestStringConvertible {
    var intervention: String
    var measure: String
    var period: String
    var testDescription: String { "\(intervention), \(measure), \(period)" }
  }

  /// The numbers of a line behind words, e.g. of `level` in `level 3.5, end 7`.
  private func number(after word: String, in line: Substring) throws -> Double {
    let rest = try #require(line.range(of: word), "\(word) in \(line)").upperBound
    let text = line[rest...].prefix { "+-.0123456789".contains($0) }
    return try #require(Double(text), "\(word) in \(line)")
  }

  @Test(
    "adds up to the row of kpi-5.5",
    arguments: [
      Wanted(intervention: "Paired reading", measure: "Reading age", period: "term"),
      Wanted(intervention: "Phonics catch-up", measure: "Phonics check", period: "year"),
      Wanted(intervention: "Reading comprehension group", measure: "NGRT SAS", period: "all"),
      Wanted(
        intervention: "Social skills group", measure: "SDQ total difficulties", period: "all"),
      Wanted(
        intervention: "Number catch-up (1:1)", measure: "PiM standardised maths", period: "term"),
    ])
  func addsUp(wanted: Wanted) throws {
    let lines = try explain(wanted)
    let table = try ReportsFolder.sample.get().table("senco/kpi-5.5-interventions.csv")
    let row = try #require(
      table.rows(where: [
        "period": wanted.period, "intervention": wanted.intervention, "measure": wanted.measure,
      ]).first)
    let contrasts = try contrasts(lines)
    #expect(contrasts.count == Int(row["n_started"] ?? ""))
    #expect(lines.contains("basis: \(row["basis"] ?? "")"))
    #expect(
      lines.contains {
        $0.hasPrefix(
          "verdict: \(row["verdict"] ?? ""), evidence strength \(row["evidence_strength"] ?? "")")
      })
    try expectEpisodes(lines, contrasts)
    for (name, values) in [
      ("matched", contrasts.compactMap(\.matched)), ("growth", contrasts.compactMap(\.growth)),
    ] {
      #expect(values.count == Int(row["n_\(name)"] ?? ""))
      guard let effect = row["\(name)_effect"].flatMap(Double.init) else { continue }
      let mean = values.reduce(0, +) / Double(values.count)
      #expect(abs(mean - effect) < 1e-3, "\(name)")
      try expectError(name, contrasts, mean: mean, lines, row)
    }
  }

  private func explain(_ wanted: Wanted) throws -> [Substring] {
    let outcome = try ImpactProgram.run([
      "explain", "Data/sample", "--intervention", wanted.intervention, "--measure", wanted.measure,
      "--period", wanted.period,
    ])
    #expect(outcome.exit == 0)
    return outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
  }

  private struct Contrasts {
    var pupil: Substring
    var matched: Double?
    var growth: Double?
  }

  /// The lines of the table of contrasts.
  private func contrasts(_ lines: [Substring]) throws -> [Contrasts] {
    let first = try #require(lines.firstIndex { $0.hasPrefix("contrasts of the row's") })
    return try lines[(first + 1)...].prefix { !$0.isEmpty }.map { line in
      func value(_ word: String) throws -> Double? {
        line.contains("\(word) -,") || line.hasSuffix("\(word) -")
          ? nil : try number(after: "\(word) ", in: line)
      }
      let pupil = line.split(separator: " ")[1].dropLast()
      return Contrasts(pupil: pupil, matched: try value("matched"), growth: try value("growth"))
    }
  }

  /// Each episode's contrasts are what its own lines give.
  private func expectEpisodes(_ lines: [Substring], _ contrasts: [Contrasts]) throws {
    let meanGrowth = try meanGrowths(lines)
    var matched = 0
    for (index, contrast) in contrasts.enumerated() {
      let first = try #require(
        lines.firstIndex { $0.hasPrefix("episode \(index + 1): \(contrast.pupil),") })
      let block = lines[first...].prefix { !$0.isEmpty }
      let expected = try block.filter { $0.contains("lets expect") }.map {
        try number(after: "lets expect ", in: $0)
      }
      if let value = contrast.matched {
        let outcome = try #require(block.first { $0.hasPrefix("  outcome") })
        let end = try number(after: "outcome  ", in: outcome)
        let isTurned = block.contains { $0.contains("matched contrast = -(") }
        let difference = end - expected.reduce(0, +) / Double(expected.count)
        #expect(abs((isTurned ? -difference : difference) - value) < 1e-3)
        #expect(expected.count >= 3)
        matched += 1
      }
      if let value = contrast.growth {
        let line = try #require(block.first { $0.contains("growth contrast =") })
        let parts = try #require(line.firstMatch(of: /\((-?[0-9.]+) - (-?[0-9.]+) - (-?[0-9.]+)\)/))
        let numbers = [parts.1, parts.2, parts.3].compactMap { Double($0) }
        let name = try #require(line.split(separator: " ").last)
        #expect(abs(numbers[2] - (try #require(meanGrowth[name]))) < 1e-3)
        let difference = numbers[0] - numbers[1] - numbers[2]
        #expect(abs((line.contains("= -(") ? -difference : difference) - value) < 1e-3)
      }
    }
    #expect(matched == contrasts.count { $0.matched != nil })
  }

  /// The mean growth of each set of classmates, from its pupils' lines.
  private func meanGrowths(_ lines: [Substring]) throws -> [Substring: Double] {
    var means: [Substring: Double] = [:]
    for index in lines.indices where lines[index].hasPrefix("classmates C") {
      let name = lines[index].split(whereSeparator: { " :".contains($0) })[1]
      let members = lines[(index + 1)...].prefix { $0.contains(": growth ") }
      let growths = try members.map { try number(after: ": growth ", in: $0) }
      means[name] = growths.reduce(0, +) / Double(growths.count)
    }
    return means
  }

  /// The standard error from the printed parts of V and the contrasts themselves.
  private func expectError(
    _ name: String, _ contrasts: [Contrasts], mean: Double, _ lines: [Substring],
    _ row: [String: String]
  ) throws {
    let first = try #require(lines.firstIndex { $0.hasPrefix("\(name) effect = ") })
    let line = lines[first + 1]
    var ofPupil: [Substring: Double] = [:]
    var count = 0.0
    for contrast in contrasts {
      guard let value = name == "matched" ? contrast.matched : contrast.growth else { continue }
      ofPupil[contrast.pupil, default: 0] += value - mean
      count += 1
    }
    let pupils = Double(ofPupil.count)
    var sum = pupils / (pupils - 1) * ofPupil.values.reduce(0) { $0 + $1 * $1 }
    for part in line.matches(of: /\+ ([0-9.]+) x ([0-9.]+)/) {
      sum += (Double(part.1) ?? 0) * (Double(part.2) ?? 0)
    }
    let error = try #require(row["\(name)_se"].flatMap(Double.init))
    #expect(abs((sum / (count * count)).squareRoot() - error) < 1e-3, "\(name)")
  }

  @Test("tells one pupil in full, and all in the sums")
  func onePupil() throws {
    let outcome = try ImpactProgram.run([
      "explain", "Data/sample", "--intervention", "paired reading", "--pupil", "A00171",
    ])
    #expect(outcome.exit == 0)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.filter { $0.hasPrefix("episode ") }.count == 1)
    #expect(lines.contains { $0.hasPrefix("  11 A00325: gain") })
    #expect(lines.filter { $0.hasPrefix("classmates C") }.count == 1)
  }
}
