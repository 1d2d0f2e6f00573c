/// Something in a file of the governors that should not be there.
struct Breach: Sendable, CustomStringConvertible {
  /// What is wrong with it.
  enum Kind: String, Sendable {
    /// It is kept from the governors in the table.
    case kept = "what the table keeps"
    /// It is a small count.
    case small = "a small count"
    /// It rests on fewer pupils than may be told of.
    case few = "a figure of few pupils"
    /// The table has something else.
    case different = "not what the table has"
  }

  /// What is wrong.
  let kind: Kind
  /// The file, and the row that it is about.
  let place: String
  /// The figure.
  let figure: String
  /// What is printed.
  let printed: String
  /// What is true, by the SENCo's pack, or on how many pupils it rests.
  let truth: String

  /// Where, what, and the truth.
  var description: String { "\(place): \(figure) prints “\(printed)”, \(kind.rawValue) (\(truth))" }

  /// Breaches of one way together.
  var way: String {
    "\(place.prefix { $0 != " " }) \(figure): \(kind.rawValue)"
  }
}
