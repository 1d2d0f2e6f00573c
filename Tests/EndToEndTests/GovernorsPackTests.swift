import TestSupport
import TestTraits
import Testing

@Suite("The governors' pack")
struct GovernorsPackTests {
  private let reports: ReportsFolder

  init() throws {
    reports = try ReportsFolder.sample.get()
  }

  /// The reports of a school so small that many figures rest on few pupils.
  private static let ofSmallSchool = Result {
    let small = try SimulatedSchool(["--pupils", "70"])
    return try ReportsFolder(of: small.path, term: "2025-26-summer", options: ["--format", "csv"])
  }

  @Test("names no pupil, no TA and no group in any byte of any file", .long)
  func names() throws {
    let school = FolderContents(of: ProjectFolder.root + "/Data/sample")
    let pupils = CSVTable(school["pupils.csv"]).rows
    let map = CSVTable(school["provision-map.csv"]).rows
    let staff = CSVTable(school["staff.csv"]).rows
    var forbidden = Set(pupils.flatMap { [$0["pupil_id"], $0["name"]] }.compactMap { $0 })
    forbidden.formUnion(map.compactMap { $0["group"] })
    forbidden.formUnion(map.compactMap { $0["teacher"] })
    for row in map {
      let names = (row["ta"] ?? "").split(separator: ";")
      forbidden.formUnion(names.map { String($0.drop { $0 == " " }) })
    }
    forbidden.formUnion(staff.flatMap { [$0["ta"], $0["name"]] }.compactMap { $0 })
    forbidden.remove("")
    #expect(forbidden.count > 500)
    let files = reports.contents.files.filter { $0.hasPrefix("governors/") }
    #expect(files.count >= 4)
    for file in files {
      let isWorkbook = file.hasSuffix(".xlsx")
      let texts =
        isWorkbook
        ? try WorkbookContents(reports.contents[file]).sheets.flatMap { sheet in
          sheet.rows.joined().compactMap { cell in
            if case .text(let text) = cell { text } else { nil }
          }
        } : [String(decoding: reports.contents[file], as: UTF8.self)]
      let text = texts.joined(separator: "\n")
      for name in forbidden where text.contains(name) {
        Issue.record("\(file) names \(name)")
      }
    }
  }

  @Test("has codes for TAs and groups that only the SENCo can resolve")
  func codes() throws {
    let codes = try reports.table("senco/codes.csv").rows
    let units = try reports.table("governors/kpi-9.5-ta-groups.csv").rows
      .filter { $0["unit_kind"] != "role-level" }
    #expect(!units.isEmpty)
    let known = Set(codes.compactMap { $0["code"] })
    #expect(known.count == codes.count)
    for unit in units { #expect(known.contains(unit["unit"] ?? "")) }
    #expect(!reports.contents.files.contains("governors/codes.csv"))
  }

  @Test(
    "shows no count of 1 to 4 pupils or episodes",
    arguments: [
      (
        "governors/kpi-5.5-interventions.csv",
        [
          "pupils", "n_started", "n_in_progress", "n_paired", "n_censored", "n_up", "n_same",
          "n_down",
        ]
      ),
      ("governors/kpi-9.5-ta-groups.csv", ["pupils", "n_episodes", "n_paired", "n_shared"]),
      ("governors/kpi-5.6-variation.csv", ["pupils_joined", "pupils_left"]),
    ]
  )
  func smallCounts(file: String, columns: [String]) throws {
    let small = try Self.ofSmallSchool.get()
    let byHand = try ReportsFolder.handComputed.get()
    let rows = try [reports, small, byHand].flatMap { try $0.table(file).rows }
    #expect(!rows.isEmpty)
    for row in rows {
      for column in columns {
        let cell = try #require(row[column])
        #expect(
          !["1", "2", "3", "4"].contains(cell),
          "\(column) of \(row["intervention"] ?? row["unit"] ?? "")"
        )
      }
    }
  }

  @Test("has c for every figure of an intervention that rests on fewer than five pupils")
  func smallInterventions() throws {
    let reports = try Self.ofSmallSchool.get()
    let senco = try reports.table("senco/kpi-5.5-interventions.csv")
    let governors = try reports.table("governors/kpi-5.5-interventions.csv")
    #expect(senco.rows.count == governors.rows.count)
    let paired = [
      "n_paired", "baseline_mean", "outcome_mean", "mean_gain", "gain_low", "gain_high",
      "expected_gain", "share_on_track", "share_met_target", "mean_months", "ratio_gain",
      "ratio_band", "total_months_gained", "n_up", "n_same", "n_down",
    ]
    let all = paired + ["pupils", "n_started", "attendance", "hours_per_pupil", "cost_per_pupil"]
    var small = 0
    for (full, handled) in zip(senco.rows, governors.rows) {
      for (count, columns) in [("pupils", all), ("n_paired", paired)] {
        guard let pupils = full[count].flatMap({ Int($0) }), (1...4).contains(pupils) else {
          continue
        }
        small += 1
        for column in columns where full[column] != "" { #expect(handled[column] == "c") }
      }
    }
    #expect(small > 0, "the made-up school has no small intervention to look at")
  }

  @Test("has c for every figure of a TA or group with fewer than five pupils")
  func smallUnits() throws {
    let reports = try Self.ofSmallSchool.get()
    let codes = try reports.table("senco/codes.csv").rows
    let senco = try reports.table("senco/kpi-9.5-ta-groups.csv")
    let governors = try reports.table("governors/kpi-9.5-ta-groups.csv")
    let figures = [
      "pupils", "n_episodes", "n_paired", "share_on_track", "attendance", "hours_per_pupil",
      "n_shared",
    ]
    var small = 0
    for unit in senco.rows where unit["unit_kind"] == "ta" {
      guard let pupils = unit["pupils"].flatMap({ Int($0) }), (1...4).contains(pupils) else {
        continue
      }
      small += 1
      let code = codes.first { $0["unit_kind"] == "ta" && $0["name"] == unit["unit"] }?["code"]
      let rows = governors.rows(where: [
        "period": unit["period"] ?? "", "unit_kind": "ta", "unit": try #require(code),
      ])
      #expect(rows.count == 1)
      for figure in figures where unit[figure] != "" { #expect(rows.first?[figure] == "c") }
    }
    #expect(small > 0, "the made-up school has no TA with few pupils to look at")
  }

  @Test("has counts to the nearest five, and shares as coarse, by the rules of Ofqual")
  func rounded() throws {
    let settings = try TemporaryFolder()
    try settings.write("ofqual.yml", "disclosure: {preset: ofqual}\n")
    let rounded = try ReportsFolder(
      of: ProjectFolder.root + "/Data/sample", term: "2025-26-summer",
      options: ["--format", "csv", "--config", settings.path(of: "ofqual.yml")])
    var counts = 0
    for file in ["kpi-5.5-interventions", "kpi-5.6-variation", "kpi-9.5-ta-groups"] {
      for row in try rounded.table("governors/\(file).csv").rows {
        for (column, cell) in row
        where column.hasPrefix("n_") || column.hasPrefix("pupils") {
          guard let count = Int(cell) else { continue }
          counts += 1
          #expect(count % 5 == 0, "\(column) of \(file)")
        }
        for column in ["share_on_track", "share_met_target", "attrition"] {
          guard let share = row[column].flatMap(Double.init) else { continue }
          #expect(abs(share * 20 - (share * 20).rounded()) < 1e-9, "\(column) of \(file)")
        }
      }
    }
    #expect(counts > 100)
  }
}
