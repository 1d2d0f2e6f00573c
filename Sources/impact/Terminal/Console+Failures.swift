import ArgumentParser
import Diagnostics
import Ingestion
import Reporting

extension Console {
  /// Tells why input cannot be used; the exit code that belongs to it.
  func tell(_ failure: UnusableInput) -> ExitCode {
    tell(
      failure.findings, most: failure.reason == .settings ? nil : 3, rest: "mend these first")
    switch failure.reason {
    case .missing: return ExitStatus.missingInput
    case .data: return ExitStatus.unusableData
    case .settings: return ExitStatus.wrongSettings
    }
  }

  /// Tells why the reports could not be written; the exit code that belongs to it.
  func tell(_ failure: PublishingFailure) -> ExitCode {
    show(failure.finding)
    switch failure.reason {
    case .creating: return ExitStatus.cannotCreate
    case .writing: return ExitStatus.cannotWrite
    }
  }

  /// Tells what a governors' pack would give away; the exit code that belongs to it.
  func tell(_ failure: DisclosureFailure) -> ExitCode {
    for finding in failure.findings { show(finding) }
    return ExitStatus.cannotCreate
  }

  /// Tells the first findings of each kind, and how many more there are.
  ///
  /// - Parameters:
  ///   - findings: In the order of the files.
  ///   - most: How many of a kind are told; nil: all.
  ///   - rest: What is said of those that are not told.
  func tell(_ findings: [Finding], most: Int?, rest: String = "all are in data-quality.csv") {
    var told: [FindingCode: Int] = [:]
    for finding in findings where finding.severity != .note || most == nil {
      told[finding.code, default: 0] += 1
      if let most, told[finding.code] ?? 0 > most { continue }
      show(finding)
    }
    guard let most else { return }
    for code in FindingCode.allCases {
      guard let count = told[code], count > most else { continue }
      message("… and \(count - most) more [\(code.rawValue)]; \(rest)")
    }
  }
}
