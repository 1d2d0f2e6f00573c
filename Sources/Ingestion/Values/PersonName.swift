/// Names of people in the orders in which they are written.
enum PersonName {
  /// The keys by which a name is found: `Okafor, Amina` is `Amina Okafor`.
  static func keys(_ name: String) -> [String] {
    let key = PlainName.key(name)
    if key.isEmpty { return [] }
    let parts = name.split(separator: ",", maxSplits: 1).map { PlainName.key(String($0)) }
    return parts.count == 2 ? [key, parts[1] + parts[0]] : [key]
  }

  /// One key for both orders: forename, then surname.
  static func key(_ name: String) -> String {
    keys(name).last ?? ""
  }
}
