import Diagnostics
import ProvisionModel

/// UPNs of the pupils files whose check letter does not fit; they are used all the same.
enum UPNFindings {
  /// One finding for each such pupil.
  static func findings(
    rows: [PupilsBuilder.Row], keys: PupilKeys, inputs: [InputFile]
  ) -> [Finding] {
    rows.compactMap { row in
      let id = keys.id(of: row.key)
      let upn = row.upn.isEmpty ? id : row.upn
      guard UPN.looksLikeUPN(upn) else { return nil }
      guard !UPN.hasRightCheckLetter(upn) else { return nil }
      let column = row.upn.isEmpty ? PupilsColumn.pupilID : .upn
      let right = UPN.checkLetter(of: upn).map { ", which should be \($0)" } ?? ""
      return inputs[row.file].finding(
        .upn, line: row.line, column: column.rawValue, value: upn,
        message: "the first letter of \"\(upn)\" does not fit the digits\(right); it is used "
          + "as it is")
    }
  }
}
