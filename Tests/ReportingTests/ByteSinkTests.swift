import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Reporting

@Suite struct ByteSinkTests {
  @Test("a sink keeps bytes in their order")
  func keepsBytesInTheirOrder() {
    var sink = ByteSink()
    sink.append("aé")
    sink.append(0x2C)
    sink.append("b")
    #expect(sink.bytes() == [0x61, 0xC3, 0xA9, 0x2C, 0x62])
  }

  @Test("a sink writes a file of many pieces")
  func writesAFileOfManyPieces() async throws {
    let folder = try TemporaryFolder()
    let line = String(repeating: "x", count: 999) + "\n"
    try folder.write("out", "")
    let handle = try #require(FileHandle(forWritingAtPath: folder.path + "/out"))
    var sink = ByteSink(descriptor: handle.fileDescriptor)
    for _ in 0..<1000 { sink.append(line) }
    try sink.finish(name: "out")
    try handle.close()
    #expect(try folder.text("out") == String(repeating: line, count: 1000))
  }

  @Test("a sink reports that the disk is full")
  func saysSoWhenTheDiskIsFull() throws {
    let full = "/dev/full"
    guard let handle = FileHandle(forWritingAtPath: full) else { return }
    var sink = ByteSink(descriptor: handle.fileDescriptor)
    sink.append("lost")
    do {
      try sink.finish(name: "report.csv")
      Issue.record("nothing was said")
    } catch {
      #expect(error.reason == .writing)
      #expect(error.finding.file == "report.csv")
      #expect(error.finding.message.hasPrefix("cannot be written: "))
    }
    try handle.close()
  }
}
