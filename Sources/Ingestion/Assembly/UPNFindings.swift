import Diagnostics
import ProvisionModel

/// UPNs whose check letter does not fit; they are used all the same.
enum UPNFindings {
  /// One finding for each such pupil of the pupils files.
  static func findings(
    rows: [PupilsBuilder.Row], keys: PupilKeys, inputs: [InputFile]
  ) -> [Finding] {
    rows.compactMap { row in
      let id = keys.id(of: row.key)
      let upn = row.upn.isEmpty ? id : row.upn
      guard UPN.looksLikeUPN(upn) else { return nil }
      guard !UPN.hasRightCheckLetter(upn) else { return nil }
      let column = row.upn.isEmpty ? PupilsColumn.pupilID : .upn
      return inputs[row.file].finding(
        .upn, line: row.line, column: column.rawValue, value: upn,
        message: message(upn))
    }
  }

  /// What is said of a UPN.
  static func message(_ upn: String) -> String {
    let right = UPN.checkLetter(of: upn).map { ", which should be \($0)" } ?? ""
    return "the first letter of \"\(upn)\" does not fit the digits\(right); it is used as it is"
  }
}
