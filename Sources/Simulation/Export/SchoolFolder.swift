import Foundation

/// A folder into which made-up schools are written.
package struct SchoolFolder: Sendable {
  /// Why nothing was, or not all was, written.
  package enum Failure: Error, Equatable {
    /// There is a file where the folder should be.
    case notAFolder(path: String)
    /// The folder holds files already, and may not be written over.
    case notEmpty(path: String)
    /// The folder or a file cannot be made.
    case cannotCreate(path: String)
    /// Writing a file failed half-way.
    case cannotWrite(path: String)
  }

  /// The path of the folder.
  package let path: String

  /// The folder of a path, which need not exist.
  package init(path: String) {
    self.path = path
  }

  /// Writes the files of a plan and returns their row counts.
  ///
  /// - Parameter overwriting: whether files of the same names in the folder may be replaced.
  package func write(
    _ plan: SimulationPlan,
    overwriting: Bool = false
  ) throws(Failure) -> SchoolExport.Counts {
    try prepare(overwriting: overwriting)
    do {
      return try SchoolExport(plan: plan).write { file in
        try sink(for: "\(path)/\(file.rawValue)")
      }
    } catch let failure as Failure {
      throw failure
    } catch {
      throw .cannotWrite(path: path)
    }
  }

  private func prepare(overwriting: Bool) throws(Failure) {
    let manager = FileManager.default
    var isFolder: ObjCBool = false
    guard manager.fileExists(atPath: path, isDirectory: &isFolder) else {
      do {
        try manager.createDirectory(atPath: path, withIntermediateDirectories: true)
      } catch {
        throw .cannotCreate(path: path)
      }
      return
    }
    guard isFolder.boolValue else { throw .notAFolder(path: path) }
    guard let names = try? manager.contentsOfDirectory(atPath: path) else {
      throw .cannotCreate(path: path)
    }
    if !names.isEmpty, !overwriting { throw .notEmpty(path: path) }
  }

  private func sink(for file: String) throws -> ([UInt8]) throws -> Void {
    guard FileManager.default.createFile(atPath: file, contents: nil),
      let handle = FileHandle(forWritingAtPath: file)
    else {
      throw Failure.cannotCreate(path: file)
    }
    return { bytes in
      do {
        try handle.write(contentsOf: bytes)
      } catch {
        throw Failure.cannotWrite(path: file)
      }
    }
  }
}
