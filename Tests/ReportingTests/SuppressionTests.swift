import ProvisionModel
import TestSupport
import Testing

@testable import Reporting

@Suite struct SuppressionTests {
  @Test(arguments: [
    (0, false), (1, true), (2, true), (3, true), (4, true), (5, false), (60, false),
  ])
  func figuresOfOneToFourPupilsAreHidden(pupils: Int, isHidden: Bool) {
    let suppression = Suppression(DisclosureSettings())
    #expect(suppression.hides(pupils) == isHidden)
    #expect(suppression.cell(.whole(7), pupils: pupils) == (isHidden ? .suppressed : .whole(7)))
  }

  @Test func theMinimumIsASetting() {
    var settings = DisclosureSettings()
    settings.minimumPupils = 8
    let suppression = Suppression(settings)
    #expect([0, 1, 7, 8].map { suppression.hides($0) } == [false, true, true, false])
  }
}
