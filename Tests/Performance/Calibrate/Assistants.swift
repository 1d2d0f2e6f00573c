import Calibration

/// TAs, told apart or not.
enum Assistants {
  /// Prints their tables.
  static func bands(_ schools: Int) async -> [Band] {
    print(
      """
      ## TAs

      \(schools) schools of each kind, twelve TAs with a group of 2 to 6 pupils each; per cent of TAs who are
      said to be above or below the others, and by how much shrinking lowers the squared error of a TA's
      mean. Group shock: the SD of what a group shares, on each test its own; where it is the same on both
      measures (=), nothing tells it from what a TA does: there is no band.

      """)
    var table = MarkdownTable([
      "chosen by", "TAs differ by", "group shock", "measures", "rows a course", "above or below",
      "error lower by",
    ])
    var shares: [Band.Share] = []
    var kind = 3000
    for trial in trials {
      kind += 1
      let outcome = await inParallel(
        schools: schools, kind: kind, from: AssistantTrial.Outcome(), +
      ) { trial.outcome(seeds: $0) }
      let measures = trial.files.bothSubjects ? 2 : 1
      table.add([
        trial.way.title, "\(fixed(trial.spread, 1)) SD",
        (trial.sharesAcrossMeasures ? "= " : "") + "\(fixed(trial.groupShock, 1)) SD",
        "\(measures)", "\(trial.files.rowsOfACourse)", percent(outcome.findingShare),
        percent(outcome.improvement),
      ])
      guard trial.spread == 0, !trial.sharesAcrossMeasures else { continue }
      shares.append(
        Band.Share(
          "\(trial.way.title), shock \(fixed(trial.groupShock, 1)), \(measures) measures, "
            + "\(trial.files.rowsOfACourse) rows",
          outcome.findingShare, standardError: outcome.standardError))
    }
    print(table.text)
    return [Band("TAs who do not differ: above or below", 0.02, isMost: true, shares)]
  }

  private static var trials: [AssistantTrial] {
    usual
      + [Way.score, .need].map { way in
        var files = MadeUpSchool.Files()
        files.bothSubjects = true
        return AssistantTrial(
          spread: 0, groupShock: 0.2, sharesAcrossMeasures: true, way: way, files: files)
      }
  }

  private static var usual: [AssistantTrial] {
    [0, 0.4].flatMap { spread in
      [Way.score, .need].flatMap { way in
        [0, 0.1, 0.2].flatMap { shock in
          [false, true].flatMap { bothSubjects in
            [1, 2].compactMap { rows in
              // Of TAs who differ only the plainest case.
              guard spread == 0 || (shock == 0 && rows == 1) else { return nil }
              var files = MadeUpSchool.Files()
              files.bothSubjects = bothSubjects
              files.rowsOfACourse = rows
              return AssistantTrial(spread: spread, groupShock: shock, way: way, files: files)
            }
          }
        }
      }
    }
  }
}
