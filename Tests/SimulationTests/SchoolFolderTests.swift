import Foundation
import ProvisionModel
import Simulation
import Testing

@Suite struct SchoolFolderTests {
  private let path = FileManager.default.temporaryDirectory
    .appendingPathComponent("impact-simulation-\(UUID().uuidString)").path

  @Test func writesAllFilesIntoANewFolderAndRefusesAFullOne() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    let folder = SchoolFolder(path: "\(path)/new")
    let plan = try plan(pupils: 60, terms: 2)
    let counts = try folder.write(plan)
    #expect(counts.pupils == 60)
    let expected = try files(of: plan)
    for file in SchoolExport.File.allCases {
      let bytes = try #require(FileManager.default.contents(atPath: "\(path)/new/\(file.rawValue)"))
      #expect([UInt8](bytes) == expected[file])
    }
    #expect(throws: SchoolFolder.Failure.notEmpty(path: "\(path)/new")) {
      try folder.write(plan)
    }
    #expect(try folder.write(plan, overwriting: true) == counts)
  }

  @Test func aFileIsNotAFolder() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(FileManager.default.createFile(atPath: path, contents: Data()))
    let plan = try plan(pupils: 7, terms: 1)
    #expect(throws: SchoolFolder.Failure.notAFolder(path: path)) {
      try SchoolFolder(path: path).write(plan)
    }
    #expect(throws: SchoolFolder.Failure.cannotCreate(path: path + "/inside")) {
      try SchoolFolder(path: path + "/inside").write(plan)
    }
  }
}
