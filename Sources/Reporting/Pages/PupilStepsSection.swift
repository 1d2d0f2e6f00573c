import Analysis
import ProvisionModel

/// KPI 5.6 pupil by pupil, on the SENCo's page only: pupils with support.
extension Pages {
  /// What the section of the page is made of; nil where there is nothing to say.
  var pupilStepsView: [String: Any]? {
    guard !evaluation.pupilSupport.isEmpty else { return nil }
    var view: [String: Any] = ["sentences": pupilStepSentences]
    view["steps"] = pupilStepsTable.view()
    addUnservedPupils(to: &view)
    return view
  }

  /// How many pupils each step is suggested for.
  private var pupilStepSentences: [String] {
    let supported = evaluation.pupilSupport.filter(\.isSupported)
    guard !supported.isEmpty else { return [] }
    let steps = NextStep.allCases.compactMap { step -> String? in
      let pupils = Set(supported.lazy.filter { $0.nextStep == step }.map(\.pupil)).count
      return pupils > 0 ? "\(step.title.lowercased()) (\(pupils))" : nil
    }
    var sentences = [
      "\(Wording.count(Set(supported.map(\.pupil)).count, "pupil")) had support in the term. "
        + "Suggested, by number of pupils: \(Wording.list(steps)). A pupil with support on two "
        + "measures may count twice."
    ]
    if supported.contains(where: { !$0.isMeasureNamed }) {
      sentences.append(
        "Where neither the provision map nor school.yml names the measure that an intervention is "
          + "about, nothing else can be suggested.")
    }
    return sentences
  }

  /// The supported pupils for whom there is something to do, by what it is.
  var pupilStepsTable: PageTable {
    let steps = NextStep.allCases.filter { $0 != .goOn && $0 != .nameMeasure }
    let rows = steps.flatMap { step in
      evaluation.pupilSupport.filter { $0.isSupported && $0.nextStep == step }
    }
    return PageTable(
      "Pupils with support: what to look at", PupilSupportFigures.columns, rows, in: pack,
      note: """
        A suggestion, not a finding: one test is uncertain, and the school decides. Pupils for whom \
        nothing speaks against going on are in kpi-5.6-pupils.csv.
        """)
  }
}

extension PupilSupportFigures {
  /// The columns of the page.
  static let columns: [PageColumn<PupilSupport>] =
    PageColumn.pupil { row, _ in row.pupil } + [
      PageColumn(
        "Interventions and measure", .words, figures: ["interventions", "measure"]
      ) { released in
        let names = released.pack.names(ofInterventions: released.row.interventions)
        return names.joined(separator: "; ") + ": "
          + released.pack.data.measures[released.row.measure].name
      },
      PageColumn(nextStep) { row, _ in row.nextStep.title },
      PageColumn("Why", .prose, figures: ["reason"]) { PupilReason(in: $0.pack).text($0.row) },
      PageColumn(onTrack), PageColumn(attendance), PageColumn(standing),
    ]
}

extension NextStep {
  /// What a page calls it.
  var title: String {
    switch self {
    case .readyToLeave: "Seems ready to leave"
    case .checkAttendance: "Check attendance"
    case .oneAtATime: "One at a time"
    case .changeSupport: "Change the support"
    case .test: "Give the end test"
    case .watch: "Watch"
    case .goOn: "Go on"
    case .nameMeasure: "Name the measure"
    case .considerSupport: "Consider support"
    }
  }
}
