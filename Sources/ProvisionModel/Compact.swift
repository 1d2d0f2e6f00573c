/// A number or none, in the room of a number: none is kept as NaN, which no file can give.
@propertyWrapper
package struct Compact: Sendable, Equatable {
  private var stored: Double

  /// Keeps a number, or none.
  package init(wrappedValue: Double?) {
    stored = wrappedValue ?? .nan
  }

  /// The number, or none.
  package var wrappedValue: Double? {
    get { stored.isNaN ? nil : stored }
    set { stored = newValue ?? .nan }
  }

  package static func == (left: Compact, right: Compact) -> Bool {
    left.wrappedValue == right.wrappedValue
  }
}
