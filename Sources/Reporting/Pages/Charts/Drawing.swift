import ProvisionModel

/// A place in a picture: across in per cent of the width, so that a picture fits any page while its
/// texts keep their size; down in pixels.
struct Place: Sendable, Equatable {
  /// From the left edge [per cent of the width].
  var across: Double
  /// From the top [pixels].
  var down: Double

  /// A place.
  init(_ across: Double, _ down: Double) {
    self.across = across
    self.down = down
  }
}

/// Where a text stands beside its place.
enum Anchor: String, Sendable {
  case start
  case middle
  case end
}

/// The marks of a picture as SVG text. Styles are classes of style.html; every text that comes
/// from outside is escaped here.
struct Drawing: Sendable {
  /// The marks so far.
  private(set) var marks = ""

  /// Draws a line.
  mutating func line(_ style: String, from start: Place, to end: Place) {
    marks +=
      "<line class=\"\(style)\" x1=\"\(Self.across(start))\" y1=\"\(Self.number(start.down))\" "
      + "x2=\"\(Self.across(end))\" y2=\"\(Self.number(end.down))\"/>"
  }

  /// Draws a rectangle between two corners, the upper left one first.
  mutating func rectangle(_ style: String, from start: Place, to end: Place) {
    marks +=
      "<rect class=\"\(style)\" x=\"\(Self.across(start))\" y=\"\(Self.number(start.down))\" "
      + "width=\"\(Self.number(max(0, end.across - start.across)))%\" "
      + "height=\"\(Self.number(max(0, end.down - start.down)))\"/>"
  }

  /// Draws a round dot.
  mutating func dot(_ style: String, at place: Place, radius: Double) {
    marks +=
      "<circle class=\"\(style)\" cx=\"\(Self.across(place))\" cy=\"\(Self.number(place.down))\" "
      + "r=\"\(Self.number(radius))\"/>"
  }

  /// Draws a shape around a place. A path has no places in per cent: it stands in an SVG of its own.
  mutating func shape(_ shape: MarkShape, _ style: String, at place: Place) {
    marks +=
      "<svg x=\"\(Self.across(place))\" y=\"\(Self.number(place.down))\">"
      + "<path class=\"\(style)\" d=\"\(shape.path)\"/></svg>"
  }

  /// Writes a text on a line.
  mutating func text(
    _ text: String, _ style: String = "", at place: Place, anchor: Anchor = .start
  ) {
    marks += Self.openText(style, place, anchor) + HTMLText.escaped(text) + "</text>"
  }

  /// Draws marks that a pointer shows a title over.
  mutating func titled(_ title: String, _ draw: (inout Drawing) -> Void) {
    marks += "<g><title>\(HTMLText.escaped(title))</title>"
    draw(&self)
    marks += "</g>"
  }

  /// A number with at most 2 decimals, without zeros at its end.
  static func number(_ value: Double) -> String {
    let text = PlainNumber.text(value, decimals: 2)
    guard text.hasSuffix("0") else { return text }
    return text.hasSuffix("00") ? String(text.dropLast(3)) : String(text.dropLast())
  }

  private static func across(_ place: Place) -> String { number(place.across) + "%" }

  private static func openText(_ style: String, _ place: Place, _ anchor: Anchor) -> String {
    let named = style.isEmpty ? "" : " class=\"\(style)\""
    let anchored = anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\""
    return "<text\(named) x=\"\(across(place))\" y=\"\(number(place.down))\"\(anchored)>"
  }
}
