import ProvisionModel

/// Finds what school.yml says of a thing by the thing's name, without regard to case, spaces and
/// punctuation.
struct NamedSettings<Entry> {
  private var entries: [String: Entry] = [:]

  /// Entries by all the names that each of them goes by; the first one of a name counts.
  init(_ entries: [Entry], names: (Entry) -> [String]) {
    for entry in entries {
      for name in names(entry) where self.entries[PlainName.key(name)] == nil {
        self.entries[PlainName.key(name)] = entry
      }
    }
  }

  /// The entry of a name.
  subscript(name: String) -> Entry? {
    entries[PlainName.key(name)]
  }
}
