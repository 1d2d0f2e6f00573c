import Foundation
import ProvisionModel
import Simulation
import TestSupport
import Testing

@Suite struct SchoolFolderTests {
  @Test("all files go into a new folder, and a full one is refused")
  func writesAllFilesIntoANewFolderAndRefusesAFullOne() throws {
    let scratch = try TemporaryFolder()
    let path = scratch.path(of: "new")
    let folder = SchoolFolder(path: path)
    let plan = try plan(pupils: 60, terms: 2)
    let counts = try folder.write(plan)
    #expect(counts.pupils == 60)
    let expected = try files(of: plan)
    for file in SchoolExport.File.allCases {
      let bytes = try #require(FileManager.default.contents(atPath: "\(path)/\(file.rawValue)"))
      #expect([UInt8](bytes) == expected[file])
    }
    #expect(throws: SchoolFolder.Failure.notEmpty(path: path)) {
      try folder.write(plan)
    }
    #expect(try folder.write(plan, overwriting: true) == counts)
  }

  @Test("a file is not a folder")
  func aFileIsNotAFolder() throws {
    let scratch = try TemporaryFolder()
    let path = scratch.path(of: "file")
    try scratch.write("file", "")
    let plan = try plan(pupils: 7, terms: 1)
    #expect(throws: SchoolFolder.Failure.notAFolder(path: path)) {
      try SchoolFolder(path: path).write(plan)
    }
    #expect(throws: SchoolFolder.Failure.cannotCreate(path: path + "/inside")) {
      try SchoolFolder(path: path + "/inside").write(plan)
    }
  }
}
