import Diagnostics
import Ingestion
import ProvisionModel
import TestSupport
import Testing

@Suite("Exports whose cells are not separated by commas")
struct DelimiterTests {
  @Test("but by semicolons may have lists in quotes, and commas in names and amounts")
  func semicolons() async throws {
    let result = try await Fixture.read("semicolons")
    for kind in [InputKind.tracking, .provisionMap, .pupils] {
      #expect(try result.format(of: kind).delimiterName == "semicolon")
    }
    #expect(try result.values(of: "P1", on: "Reading") == [10])
    #expect(result.spells == ["P1 Catch-up 2025-09-15"])
    #expect(result.staffOfRows == [["J. Hughes", "R. Patel"]])
    #expect(result.data.provision.first?.cost == 1040)
    #expect(result.marks == ["provision-map.csv warning joined-pupils"])
  }

  @Test("but by tabs are read")
  func tabs() async throws {
    let result = try await Fixture.read("tabs")
    #expect(result.findings.isEmpty)
    #expect(try result.format(of: .tracking).delimiterName == "tab")
    #expect(try result.format(of: .provisionMap).delimiterName == "tab")
    #expect(try result.values(of: "P1", on: "Reading") == [10])
  }

  @Test("but by tabs may have quotes around their cells, and quotes and commas in them")
  func quotedTabs() async throws {
    let result = try await Fixture.read("quoted-cells-of-a-tab-file")
    #expect(result.findings.isEmpty)
    #expect(try result.values(of: "P1", on: "Reading, \"paper\" A") == [10])
  }

  @Test("say so on a first line as Excel writes it", arguments: ["sep-line"])
  func separatorLine(name: String) async throws {
    let result = try await Fixture.read(name)
    #expect(try result.format(of: .tracking).delimiterName == "semicolon")
    #expect(try result.format(of: .provisionMap).delimiterName == "comma")
    #expect(try result.format(of: .tracking).headerLine == 2)
    #expect(try result.values(of: "P1", on: "Reading") == [10])
    #expect(result.findings.allSatisfy { $0.code == .preamble && $0.severity == .note })
    #expect(result.findings.isEmpty)
  }

  @Test("say so behind a byte order mark and in capital letters, too")
  func markedSeparatorLine() async throws {
    let result = try await Fixture.read("sep-line-behind-a-byte-order-mark")
    #expect(try result.format(of: .tracking).delimiterName == "semicolon")
    #expect(try result.values(of: "P1", on: "Reading") == [10])
  }

  @Test("are read with the delimiter that school.yml gives")
  func delimiterInSettings() async throws {
    let result = try await Fixture.read("delimiter-in-settings")
    #expect(result.findings.isEmpty)
    #expect(try result.format(of: .tracking).delimiterName == "\"|\"")
    #expect(try result.values(of: "P1", on: "Reading") == [10])
  }

  @Test("are not taken for comma-separated ones by the commas of a long heading")
  func commasInHeadings() async throws {
    let result = try await Fixture.read("commas-in-headings-of-a-semicolon-file")
    #expect(try result.format(of: .tracking).delimiterName == "semicolon")
    #expect(try result.values(of: "P1", on: "Reading, KS1") == [10])
    #expect(result.marks == ["tracking.csv:1 note unknown-column"])
    #expect(result.findings.first?.value == "Comment, if any, of the teacher")
  }
}
