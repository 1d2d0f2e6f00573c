/// A number or none, in the room of a number: none is kept as NaN, which no file can give.
@propertyWrapper
public struct Compact: Sendable, Equatable {
  private var stored: Double

  /// Keeps a number, or none.
  public init(wrappedValue: Double?) {
    stored = wrappedValue ?? .nan
  }

  /// The number, or none.
  public var wrappedValue: Double? {
    get { stored.isNaN ? nil : stored }
    set { stored = newValue ?? .nan }
  }

  /// Whether both hold the same, or both nothing.
  public static func == (left: Compact, right: Compact) -> Bool {
    left.wrappedValue == right.wrappedValue
  }
}
