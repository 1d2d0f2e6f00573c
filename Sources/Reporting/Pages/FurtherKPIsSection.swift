extension Report {
  /// The sections of a page about the KPIs beside 5.5, 5.6 and 9.5, in the order of their numbers.
  func furtherSections(_ pack: Pack) -> [[String: Any]] {
    let filled = furtherKPIs(pack).map { kpi in
      (kpi.number, kpi.view)
    }
    let missing = pack == .senco ? tooFewAreas.map { [("6.4", $0)] } ?? [] : []
    return (filled + missing).sorted { $0.0 < $1.0 }.map(\.1)
  }
}

extension FurtherKPI {
  /// The section, for a template.
  fileprivate var view: [String: Any] {
    var view = Self.view(number: number, title: title, wording: wording, sentences: sentences)
    view["table"] = pageTable.view
    return view
  }

  /// A section without a table, for a template.
  static func view(
    number: String, title: String, wording: String, sentences: [String]
  ) -> [String: Any] {
    [
      "id": "kpi-\(number.replacing(".", with: "-"))", "number": number, "heading": title,
      "wording": wording, "sentences": sentences,
    ]
  }
}
