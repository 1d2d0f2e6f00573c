extension Report {
  /// report.html of a pack.
  func page(_ pack: Pack) -> OutputFile {
    OutputFile(path: "\(pack.rawValue)/report.html") { _ in }
  }
}
