package import Diagnostics
import Foundation
package import ProvisionModel

/// One decisions file by itself, without the other files of a school.
package struct DecisionsFile: Sendable {
  /// A decision, and the intervention as the file names it.
  package struct Row: Sendable {
    /// The decision; its intervention is the position among those that were given.
    package var decision: Decision
    /// The intervention's name.
    package var interventionName: String
  }

  /// The decisions that can be used, in file order.
  package var rows: [Row]
  /// What was found.
  package var findings: [Finding]

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - terms: How years are divided.
  ///   - interventions: The names of the interventions that there are.
  ///   - schools: The names of the schools that there are.
  /// - Throws: `UnusableInput`, `missing` when the file cannot be read and `data` when it is of no
  ///   use.
  package static func read(
    path: String, terms: TermCalendar, interventions: [String], schools: [String]
  ) throws(UnusableInput) -> DecisionsFile {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let name = parts.last.map(String.init) ?? path
    let parent = parts.dropLast().joined(separator: "/")
    guard FileManager.default.fileExists(atPath: path) else {
      throw UnusableInput(
        .missing, Finding(.unreadable, file: name, value: path, message: "there is no such file"))
    }
    let folder = try InputFolder(path: parts.count == 1 ? "." : parent.isEmpty ? "/" : parent)
    let files = try TableFiles(
      [name], in: folder, firstFile: 0, settings: Settings(),
      builder: DecisionsBuilder(terms: terms))
    var measures = MeasureRegistry(settings: [])
    var registry = InterventionRegistry(settings: [])
    for name in interventions { _ = registry.number(of: name, measures: &measures) }
    let assembler = DecisionsAssembler(
      files.builder.rows, interventions: registry, schools: schools, lastDate: nil,
      files: files.inputs)
    return DecisionsFile(
      rows: assembler.rows.map {
        Row(decision: $0.decision, interventionName: $0.interventionName)
      },
      findings: files.findings + assembler.findings)
  }
}
