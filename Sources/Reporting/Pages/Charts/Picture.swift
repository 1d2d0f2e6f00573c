/// A picture of a page: inline SVG with a title and a description for those who do not see it, and
/// what there is to say below it.
struct Picture: Sendable {
  /// Names the picture within its page: letters, digits and hyphens.
  var id: String
  /// What it shows.
  var title: String
  /// What is to be seen in it, in sentences.
  var description: String
  /// Its height [pixels].
  var height: Double
  /// How its marks are to be read; shown below.
  var legend: String
  /// Its marks.
  var drawing: Drawing

  /// More rows than this make a picture that nobody reads; the table has all.
  static let mostRows = 80

  /// A picture of more than this is printed on a sheet of its own, upright [pixels].
  static let tallest = 800.0

  /// The picture for a template.
  var view: [String: Any] {
    var view: [String: Any] = ["title": title, "svg": svg]
    if height > Self.tallest { view["isTall"] = true }
    if !legend.isEmpty { view["legend"] = legend }
    return view
  }

  /// The picture as SVG.
  var svg: String {
    let names = "\(id)-title \(id)-desc"
    return
      "<svg role=\"img\" aria-labelledby=\"\(names)\" width=\"100%\" "
      + "height=\"\(Drawing.number(height))\">"
      + "<title id=\"\(id)-title\">\(Drawing.escaped(title))</title>"
      + "<desc id=\"\(id)-desc\">\(Drawing.escaped(description))</desc>"
      + drawing.marks + "</svg>"
  }
}
