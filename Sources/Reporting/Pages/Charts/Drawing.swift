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
  private var html = HTMLText()
  /// The names of the figures that its texts show, for the audit; empty where none are named.
  let figures: String

  /// Nothing.
  init(naming figures: String = "") {
    self.figures = figures
  }

  /// The marks so far.
  var marks: String { html.string }

  /// Draws a line.
  mutating func line(_ style: String, from start: Place, to end: Place) {
    open("line", style)
    set("x1", start.across, "%")
    set("y1", start.down)
    set("x2", end.across, "%")
    set("y2", end.down)
    html.append(markup: "/>")
  }

  /// Draws a rectangle between two corners, the upper left one first.
  mutating func rectangle(_ style: String, from start: Place, to end: Place) {
    open("rect", style)
    set("x", start.across, "%")
    set("y", start.down)
    set("width", max(0, end.across - start.across), "%")
    set("height", max(0, end.down - start.down))
    html.append(markup: "/>")
  }

  /// Draws a round dot.
  mutating func dot(_ style: String, at place: Place, radius: Double) {
    open("circle", style)
    set("cx", place.across, "%")
    set("cy", place.down)
    set("r", radius)
    html.append(markup: "/>")
  }

  /// Draws a shape around a place. A path has no places in per cent: it stands in an SVG of its own.
  mutating func shape(_ shape: MarkShape, _ style: String, at place: Place) {
    open("svg")
    set("x", place.across, "%")
    set("y", place.down)
    html.append(markup: ">")
    open("path", style)
    html.append(markup: " d=\"\(shape.path)\"/></svg>")
  }

  /// Writes a text on a line.
  mutating func text(
    _ text: String, _ style: String = "", at place: Place, anchor: Anchor = .start
  ) {
    open("text", style)
    set("x", place.across, "%")
    set("y", place.down)
    if anchor != .start { html.append(markup: " text-anchor=\"\(anchor.rawValue)\"") }
    name(text)
    html.append(markup: ">")
    html.append(text: text)
    html.append(markup: "</text>")
  }

  /// Draws marks that a pointer shows a title over.
  mutating func titled(_ title: String, _ draw: (inout Drawing) -> Void) {
    html.append(markup: "<g><title")
    name(title)
    html.append(markup: ">")
    html.append(text: title)
    html.append(markup: "</title>")
    draw(&self)
    html.append(markup: "</g>")
  }

  /// Gives the element that has begun the names of the figures in a text.
  private mutating func name(_ text: String) {
    guard !figures.isEmpty, text.utf8.contains(where: HTMLText.isDigit) else { return }
    html.append(markup: " data-figure=\"\(figures)\"")
  }

  /// Begins an element of a style, or of none.
  private mutating func open(_ element: String, _ style: String = "") {
    html.append(markup: "<")
    html.append(markup: element)
    guard !style.isEmpty else { return }
    html.append(markup: " class=\"")
    html.append(markup: style)
    html.append(markup: "\"")
  }

  /// Gives the element that has begun an attribute.
  private mutating func set(_ attribute: String, _ value: Double, _ unit: String = "") {
    html.append(markup: " ")
    html.append(markup: attribute)
    html.append(markup: "=\"")
    html.append(number: value)
    html.append(markup: unit)
    html.append(markup: "\"")
  }

  /// A number with at most 2 decimals, without zeros at its end.
  static func number(_ value: Double) -> String {
    var html = HTMLText()
    html.append(number: value)
    return html.string
  }
}
