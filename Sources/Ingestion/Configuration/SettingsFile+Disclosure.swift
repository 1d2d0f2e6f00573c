import ProvisionModel

extension SettingsFile {
  /// Whose rules for small numbers hold, or the school's own.
  static func disclosure(_ section: inout SettingsSection, _ log: SettingsLog) -> DisclosureSettings
  {
    let preset: DisclosurePreset? = section.choice("preset")
    let least = section.whole("minimum_pupils", in: 1...1000)
    let rounding = section.whole("round_to", in: 1...100)
    section.finish()
    var settings = DisclosureSettings(
      preset ?? (least == nil && rounding == nil ? .school : .custom))
    if settings.preset != .custom, least != nil || rounding != nil {
      let key = least == nil ? "round_to" : "minimum_pupils"
      log.add(
        section.mark, value: key,
        message:
          "disclosure.\(key) is set beside the preset \"\(settings.preset.rawValue)\", which "
          + "has its own",
        hint: "leave it out, or write preset: custom")
    }
    if let least { settings.minimumPupils = least }
    if let rounding { settings.rounding = rounding }
    if settings.rounding > settings.minimumPupils {
      log.add(
        section.mark, value: "round_to",
        message: "disclosure.round_to is over minimum_pupils, so that counts would become 0",
        hint: "write at most \(settings.minimumPupils)")
    }
    return settings
  }
}
