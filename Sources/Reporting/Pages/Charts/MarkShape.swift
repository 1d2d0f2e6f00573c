/// The shapes of marks: what colour says is said by shape, too.
enum MarkShape: Sendable {
  case up
  case down
  /// Up, less sure.
  case openUp
  /// Down, less sure.
  case openDown
  case square
  case diamond
  /// An arrow head at the left edge: it goes on.
  case toLeft
  /// An arrow head at the right edge.
  case toRight

  /// The shape as a path around 0, 0 [pixels].
  var path: String {
    switch self {
    case .up, .openUp: "M0-7 7 6H-7Z"
    case .down, .openDown: "M0 7-7-6H7Z"
    case .square: "M-5.5-5.5H5.5V5.5H-5.5Z"
    case .diamond: "M0-7 7 0 0 7-7 0Z"
    case .toLeft: "M-6 0 3-5V5Z"
    case .toRight: "M6 0-3-5V5Z"
    }
  }

  /// The same as a letter, for legends.
  var letter: String {
    switch self {
    case .up: "▲"
    case .down: "▼"
    case .openUp: "△"
    case .openDown: "▽"
    case .square: "■"
    case .diamond: "◇"
    case .toLeft: "◂"
    case .toRight: "▸"
    }
  }
}
