import Foundation
import TestSupport
import Testing

@testable import Ingestion

@Suite("The count of a file's cells")
struct TokenCountTests {
  @Test("counts the header, quoted cells and empty ones")
  func counts() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/tests.csv"
    try Data("a,b,c\n1,\"2,\n2\",\n4,5,6".utf8).write(to: URL(filePath: path))
    let count = try TokenCount.cells(ofFile: path)
    #expect(count.rows == 3)
    #expect(count.cells == 9)
  }

  @Test("throws where there is no file")
  func missing() throws {
    let folder = try TemporaryFolder()
    #expect(throws: FileBytes.Failure.self) {
      try TokenCount.cells(ofFile: folder.path + "/missing.csv")
    }
  }
}
