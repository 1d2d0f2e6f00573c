import ProvisionModel
import TestSupport
import Testing

@testable import Reporting

@Suite struct DisclosureRulesTests {
  /// FIELD, "Small numbers".
  @Test(
    "presets have their threshold and rounding",
    arguments: [
      (DisclosurePreset.school, 5, 1), (.ofqual, 5, 5), (.opensafely, 8, 5), (.ons, 10, 1),
      (.custom, 5, 1),
    ])
  func presetsHaveTheirThresholdAndRounding(
    preset: DisclosurePreset, minimum: Int, rounding: Int
  ) {
    let rules = DisclosureRules(DisclosureSettings(preset))
    #expect(rules.minimumPupils == minimum)
    #expect(rules.rounding == rounding)
  }

  @Test("counts go to the nearest five where the preset says so")
  func countsGoToTheNearestFiveWhereThePresetSaysSo() {
    let rules = DisclosureRules(DisclosureSettings(.ofqual))
    #expect([0, 5, 7, 8, 12, 13, 60].map { rules.shown($0) } == [0, 5, 5, 10, 10, 15, 60])
    let school = DisclosureRules(DisclosureSettings(.school))
    #expect([0, 5, 7, 8, 12].map { school.shown($0) } == [0, 5, 7, 8, 12])
  }

  @Test("shares are in whole per cent or in twentieths")
  func sharesAreInWholePerCentOrInTwentieths() {
    let school = DisclosureRules(DisclosureSettings(.school))
    #expect([0.583333, 0.545, 2.0 / 3].map { school.shown(share: $0) } == [0.58, 0.55, 0.67])
    let ofqual = DisclosureRules(DisclosureSettings(.ofqual))
    #expect([0.583333, 0.545, 2.0 / 3].map { ofqual.shown(share: $0) } == [0.6, 0.55, 0.65])
  }
}
