import Analysis
import ProvisionModel

/// The notes of a workbook, in the order in which they are numbered.
enum WorkbookNote: Int, CaseIterable {
  case readers
  case symbols
  case periods
  case gains
  case comparisons
  case verdicts
  case limits
  case assistants
  case cost
  case charts
  case elsewhere
  case texts

  /// How other sheets point to it.
  var reference: String { "[note \(rawValue + 1)]" }

  /// How other sheets point to several.
  static func references(_ notes: [WorkbookNote]) -> String {
    Wording.list(notes.sorted { $0.rawValue < $1.rawValue }.map(\.reference))
  }

  /// What it is about.
  var subject: String {
    switch self {
    case .readers: "Who may see this"
    case .symbols: "Cells without a value"
    case .periods: "Periods"
    case .gains: "Scores and gains"
    case .comparisons: "Against other pupils"
    case .verdicts: "Verdicts and evidence"
    case .limits: "What these figures cannot say"
    case .assistants: "TAs and groups"
    case .cost: "Cost"
    case .charts: "Charts"
    case .elsewhere: "What is not in this workbook"
    case .texts: "Texts"
    }
  }
}

extension WorkbookBuilder {
  /// What a note says.
  func text(of note: WorkbookNote) -> String {
    switch note {
    case .readers: readersNote
    case .symbols: symbolsNote
    case .periods:
      "term: episodes that ended in the \(pack.term.title); year: in the school year up to "
        + "the end of that term; all: in all terms up to then. A pupil may have several episodes."
    case .gains: gainsNote
    case .comparisons: comparisonsNote
    case .verdicts: verdictsNote
    case .limits:
      "Nobody was chosen by lot, so nothing here is proof. Pupils chosen for where they were heading, "
        + "or who grow more slowly for reasons that no score shows, look worse than the help was; those "
        + "who grow faster look better. Pupils of one small group share its fortunes, of which the "
        + "ranges know a little. no-gain is right about eight times in ten to nine in ten, and less for "
        + "pupils with a lasting need. Of many interventions one or two look better or "
        + "worse by chance: decide on what holds for more than one term."
    case .assistants:
      "In order of name or code, never of result: TAs teach few pupils, and not the same kind of "
        + "pupils. Most of what sets a small group's own mean apart is luck, so it is drawn "
        + "towards the mean of all by as much as luck may have moved it. These figures are about "
        + "deployment, not about anybody's pay or worth."
    case .cost:
      "What the provision map says; else hours times the TAs' hourly rates, shared among the "
        + "pupils of the group. It has no value where the map names neither a cost nor a group."
    case .charts:
      "Each chart has a sheet of its own and, behind it, a sheet with its numbers, in which the "
        + "columns that begin with Bar are the lengths of the pieces that a range is drawn of, "
        + "right and left of 0. A dark piece is drawn at least "
        + "\(Wording.number(RangeBar.narrowest, decimals: 2)) wide, so that it can be seen. A "
        + "chart that would have nothing to show, or more than \(BarChart.mostBars) bars, is left "
        + "out."
    case .elsewhere: elsewhereNote
    case .texts:
      "Texts stand as people typed them, but for what is beyond the \(XLSXText.longest) letters of "
        + "a cell; none of them is a formula. In the CSV files, those that begin with = + - @, a "
        + "tab or a line break have a ' in front."
    }
  }

  private var readersNote: String {
    switch pack.pack {
    case .senco: "For the SENCo. This workbook names pupils and TAs: do not pass it on."
    case .governors:
      "For the governors. No pupil is named, TAs and groups have codes, and figures about fewer "
        + "than \(pack.rules.minimumPupils) pupils are left out."
    }
  }

  private var symbolsNote: String {
    switch pack.pack {
    case .senco:
      "An empty cell means that there is no such figure, as the scores or the map do not give it, "
        + "or as the column says nothing about such a row."
    case .governors:
      "c: left out because it rests on fewer than \(pack.rules.minimumPupils) pupils, or because fewer "
        + "could be worked out from it. z: there can be no such figure here. x: not available. 0 is a "
        + "true zero. Figures are rounded to what can be used\(roundingNote)."
    }
  }

  private var roundingNote: String {
    pack.rules.rounding > 1 ? ", and counts to the nearest \(pack.rules.rounding)" : ""
  }

  private var gainsNote: String {
    let linking = pack.data.settings.linking
    return "The start score is the test nearest to the day on which the episode began, from "
      + "\(linking.baselineDaysBefore) days before to \(linking.baselineDaysAfter) days after; the "
      + "end score the one nearest to its last day, from \(linking.outcomeDaysBefore) days before "
      + "to \(linking.outcomeDaysAfter) days after. A gain is not an effect: pupils also grow "
      + "without help, and pupils picked for a low score rise on the next test by chance. A 95% "
      + "range made in this way holds the true mean 19 times out of 20."
  }

  private var comparisonsNote: String {
    "Classmates are the pupils of the same school and year group who took comparable tests, at most "
      + "\(pack.data.settings.evidence.comparableDays) days apart, and had no support on the measure then. "
      + "What a pupil would have reached without the intervention is predicted twice from them: as is "
      + "fair if pupils were chosen by the scores in the file (score end), and as is fair if they were "
      + "chosen for a need that staff know better than a test (need end). The truth is thought to lie "
      + "between. An effect is the mean difference from a prediction; an effect size is an effect in "
      + "standard deviations (SD) of the test."
  }

  private var verdictsNote: String {
    let evidence = pack.data.settings.evidence
    let effect = PlainNumber.text(evidence.smallestEffect, decimals: 1)
    return
      "A gain worth having is one over \(effect) SD. better: its chance is at least "
      + "\(Wording.percent(evidence.better)) at both ends; likely-better: at least "
      + "\(Wording.percent(evidence.likelyBetter)); no-gain: at most \(Wording.percent(evidence.noGain)); "
      + "same: a difference under \(effect) SD has a chance of at least \(Wording.percent(evidence.same)); "
      + "worse: a loss has one of at least \(Wording.percent(evidence.worse)): look into it; unclear: none "
      + "of these, which is no finding that the intervention does nothing. counts-only: a scale of steps. "
      + "not-judged: too few classmates to compare with. too-few: too few pupils. Evidence goes "
      + "from 0 to 4, never 5, as no pupils were assigned at random. Months of progress are looked up in "
      + "the table of the Education Endowment Foundation."
  }

  private var elsewhereNote: String {
    let rows = "Tables of more than \(WorkbookBuilder.mostRows) rows are in the CSV files only."
    switch pack.pack {
    case .senco:
      return
        "episodes.csv, beside this workbook, has every episode with the file and line of each "
        + "score: more rows and columns than anybody reads in a workbook. \(rows)"
    case .governors: return "Tables with pupils are in the SENCo's pack only. \(rows)"
    }
  }
}
