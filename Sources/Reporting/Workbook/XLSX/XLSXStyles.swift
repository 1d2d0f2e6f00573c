import CLibXLSXWriter

/// The formats of a workbook, made once.
struct XLSXStyles {
  /// A pointer to a format, which belongs to its workbook.
  typealias Format = UnsafeMutablePointer<lxw_format>

  /// The title of a sheet.
  let title: Format?
  /// A line below the title.
  let line: Format?
  /// The headings of tables.
  let heading: Format?
  /// Texts, which are wrapped.
  let text: Format?
  /// Symbols and codes in columns of numbers.
  let symbol: Format?
  /// Names that lead to sheets.
  let link: Format?
  private let whole: Format?
  private let decimals: [Format?]
  private let share: Format?
  private let money: Format?
  private let day: Format?
  private let dayAmongTexts: Format?

  /// The formats, added to a workbook.
  init(_ book: UnsafeMutablePointer<lxw_workbook>) {
    // SAFETY: formats live as long as the workbook, and are used before it is closed only.
    func format() -> Format? { workbook_add_format(book) }
    func cell(_ numbers: String? = nil) -> Format? {
      guard let format = format() else { return nil }
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      format_set_bottom(format, UInt8(LXW_BORDER_HAIR.rawValue))
      format_set_bottom_color(format, Colour.rule)
      if let numbers { format_set_num_format(format, numbers) }
      return format
    }
    func wrapped(_ format: Format?) -> Format? {
      format.map { format_set_text_wrap($0) }
      return format
    }
    title = format()
    title.map {
      format_set_bold($0)
      format_set_font_size($0, 14)
    }
    line = format()
    heading = wrapped(format())
    heading.map {
      format_set_bold($0)
      format_set_align($0, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      format_set_align($0, UInt8(LXW_ALIGN_LEFT.rawValue))
      format_set_indent($0, 1)
      format_set_font_color($0, Colour.paper)
      format_set_bg_color($0, Colour.dark)
    }
    // Texts keep away from the numbers that stand to the right in the column before.
    func indented(_ format: Format?) -> Format? {
      format.map {
        format_set_align($0, UInt8(LXW_ALIGN_LEFT.rawValue))
        format_set_indent($0, 1)
      }
      return format
    }
    text = indented(wrapped(cell()))
    symbol = wrapped(cell())
    symbol.map { format_set_align($0, UInt8(LXW_ALIGN_RIGHT.rawValue)) }
    link = indented(wrapped(cell()))
    link.map {
      format_set_font_color($0, Colour.link)
      format_set_underline($0, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
    }
    whole = cell("0")
    decimals = [cell("0.0"), cell("0.00"), cell("0.000")]
    share = cell("0%")
    money = cell("[$£-809]#,##0.00")
    day = cell("dd/mm/yyyy")
    dayAmongTexts = indented(cell("dd/mm/yyyy"))
  }

  /// The format of numbers and dates in a column.
  func numbers(_ style: WorkbookColumn.Style) -> Format? {
    switch style {
    case .text, .prose, .whole: whole
    case .decimals(let count): decimals[min(max(count, 1), decimals.count) - 1]
    case .share: share
    case .money: money
    case .day: day
    }
  }

  /// The format of a whole number in a column.
  func wholeNumbers(_ style: WorkbookColumn.Style) -> Format? {
    if case .decimals = style { whole } else { numbers(style) }
  }

  /// The format of dates in a column; among texts they stand to the left as texts do.
  func days(_ style: WorkbookColumn.Style) -> Format? {
    switch style {
    case .text, .prose: dayAmongTexts
    case .day, .whole, .decimals, .share, .money: day
    }
  }

  /// The format of texts in a column.
  func texts(_ style: WorkbookColumn.Style) -> Format? {
    switch style {
    case .text, .prose, .day: text
    case .whole, .decimals, .share, .money: symbol
    }
  }

  /// Colours, as red, green and blue.
  enum Colour {
    /// The headings' ground, and the middle of bars.
    static let dark: lxw_color_t = 0x12436D
    /// The ends of bars.
    static let light: lxw_color_t = 0x28A197
    /// Letters on the dark.
    static let paper: lxw_color_t = 0xFFFFFF
    /// Lines between rows.
    static let rule: lxw_color_t = 0xBFBFBF
    /// Links.
    static let link: lxw_color_t = 0x0B3D91
  }
}
