import Analysis
import ProvisionModel

/// KPI 5.6 pupil by pupil, on the SENCo's page only: pupils with support.
extension Report {
  /// What the section of the page is made of; nil where there is nothing to say.
  var pupilStepsView: [String: Any]? {
    guard !evaluation.pupilSupport.isEmpty else { return nil }
    var view: [String: Any] = ["sentences": pupilStepSentences]
    view["steps"] = pupilStepsTable.view
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
      caption: "Pupils with support: what to look at",
      headings: [
        .text("Pupil"), .text("Year"), .text("SEN"), .words("Interventions and measure"),
        .text("Suggestion"), .prose("Why"), .text("On track"), .number("Attend­ance"),
        .number("Standing (SD)"),
      ],
      things: rows,
      note:
        "A suggestion, not a finding: one test is uncertain, and the school decides. Pupils for "
        + "whom nothing speaks against going on are in kpi-5.6-pupils.csv."
    ) { row in
      let names = interventionNames(row).joined(separator: "; ")
      return pupilLabel(row.pupil) + [
        "\(names): \(data.measures[row.measure].name)", row.nextStep.title,
        PupilReason(of: self).text(row), row.isOnTrack.map { $0 ? "yes" : "no" } ?? "",
        Wording.percent(row.attendance), Wording.number(row.latest?.standing, decimals: 2),
      ]
    }
  }

  /// A pupil's name, year group, and SEN status with the need.
  func pupilLabel(_ position: Int) -> [String] {
    let pupil = data.pupils[position]
    let need = pupil.primaryNeed.isEmpty ? "" : " \(pupil.primaryNeed)"
    return [pupilName(position), pupil.yearGroup, pupil.senStatus + need]
  }
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
