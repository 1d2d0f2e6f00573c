import Analysis
import ProvisionModel
import TestSupport
import Testing

@testable import Reporting

/// The picture of KPI 5.6.
@Suite struct VariationPictureTests {
  /// An intervention in two terms: `before` pupils, then `now` of them, in other sessions.
  private func picture(before: Int, now: Int, _ pack: Pack) throws -> Picture {
    var school = SchoolBuilder()
    _ = school.measure("Reading")
    for index in 0..<before {
      school.row("P\(index)", from: day("2025-09-08"), to: day("2025-12-05")) {
        $0.sessionsPerWeek = 5
      }
    }
    for index in 0..<now { school.spring("P\(index)") { $0.sessionsPerWeek = 3 } }
    return try #require(pages(pack, of: school).variationPictures.first)
  }

  @Test("more and less are told by shape and word")
  func moreAndLessAreToldByShapeAndWord() throws {
    let picture = try picture(before: 6, now: 12, .senco)
    #expect(picture.description.hasPrefix("Catch-up: pupils more, sessions less"))
    #expect(picture.drawing.marks.contains("<path class=\"mark one\" d=\"\(MarkShape.up.path)\"/>"))
    #expect(
      picture.drawing.marks.contains("<path class=\"mark one\" d=\"\(MarkShape.down.path)\"/>"))
  }

  @Test("the governors do not see changes of few pupils")
  func theGovernorsDoNotSeeThoseOfFewPupils() throws {
    let picture = try picture(before: 6, now: 3, .governors)
    #expect(picture.description.contains("pupils c, sessions c"))
    #expect(!picture.drawing.marks.contains("class=\"mark"))
  }

  @Test("what began has a word instead of marks")
  func whatBeganHasAWordInsteadOfMarks() throws {
    let picture = try picture(before: 0, now: 6, .senco)
    #expect(picture.drawing.marks.contains(">First term on the map</text>"))
    #expect(!picture.drawing.marks.contains("<circle"))
  }
}
