extension TermCalendar: Encodable {
  /// As school.yml writes it: each term's month and day, and the starts that differ.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: TermKey.self)
    for term in recurring {
      let day = Day(year: 2000, month: term.month, day: term.day)?.description.dropFirst(5)
      try container.encode(String(day ?? ""), forKey: TermKey(stringValue: term.name))
    }
    for (id, start) in starts {
      try container.encode(start.description, forKey: TermKey(stringValue: id))
    }
  }

  private struct TermKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) {
      self.stringValue = stringValue
    }

    init?(intValue: Int) {
      nil
    }
  }
}
