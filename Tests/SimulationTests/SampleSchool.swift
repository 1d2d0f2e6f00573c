import Simulation

/// The school of the default plan, made and read once for all tests.
enum SampleSchool {
  /// Its files.
  static func files() throws -> [SchoolExport.File: [UInt8]] { try written.get() }

  /// The rows of its tracking file.
  static func tracking() throws -> [[String: String]] { try trackingRows.get() }

  /// The rows of its provision map.
  static func provisionMap() throws -> [[String: String]] { try provisionRows.get() }

  private static let written = Result { try SimulationTests.files(of: plan()) }
  private static let trackingRows = Result { try table(files()[.tracking]) }
  private static let provisionRows = Result { try table(files()[.provisionMap]) }
}
