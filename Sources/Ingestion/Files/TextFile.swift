/// A small file of text, such as school.yml, whatever its encoding.
enum TextFile {
  /// The text, without a byte order mark.
  ///
  /// - Throws: `FileBytes.Failure` when the file cannot be read or is no text.
  static func text(path: String) throws -> String {
    var file = try FileBytes(path: path)
    let survey = try FileSurvey(&file)
    if let signature = survey.signature {
      throw FileBytes.Failure(reason: "it is \(signature.title), not text")
    }
    var transcoder = Transcoder(from: survey.encoding)
    var text: [UInt8] = []
    while try file.next({ chunk in
      transcoder.transcode(chunk) { text.append(contentsOf: $0) }
    }) {}
    let hasMark = text.starts(with: [0xEF, 0xBB, 0xBF])
    return String(decoding: hasMark ? text.dropFirst(3) : text[...], as: UTF8.self)
  }
}
