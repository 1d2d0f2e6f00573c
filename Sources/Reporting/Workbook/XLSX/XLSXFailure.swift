import CLibXLSXWriter

/// A workbook could not be written.
struct XLSXFailure: Error {
  /// Why, in the library's or the system's words.
  var reason: String

  /// A failure in the system's words.
  init(_ reason: String) {
    self.reason = reason
  }

  /// A failure in the library's words.
  init(_ error: lxw_error) {
    // SAFETY: the library returns a text of its own that is never freed.
    self.reason = lxw_strerror(error).map { String(cString: $0) } ?? "error \(error.rawValue)"
  }
}
