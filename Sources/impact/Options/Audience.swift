import ArgumentParser
import Reporting

/// Whose pack to write.
enum Audience: String, ExpressibleByArgument, CaseIterable {
  case senco
  case governors
  case both

  /// The packs.
  var packs: Set<Pack> {
    switch self {
    case .senco: [.senco]
    case .governors: [.governors]
    case .both: [.senco, .governors]
    }
  }
}

/// A list of formats, with commas between.
struct FormatList: ExpressibleByArgument {
  /// The formats.
  let formats: Set<ReportFormat>

  /// What is written unless something else is asked for.
  static let standard = FormatList(formats: ReportFormat.standard)

  private init(formats: Set<ReportFormat>) {
    self.formats = formats
  }

  init?(argument: String) {
    let names = argument.split(separator: ",", omittingEmptySubsequences: false)
    let formats = names.compactMap { ReportFormat(rawValue: String($0)) }
    guard formats.count == names.count else { return nil }
    self.formats = Set(formats)
  }

  var defaultValueDescription: String {
    ReportFormat.allCases.filter(formats.contains).map(\.rawValue).joined(separator: ",")
  }
}
