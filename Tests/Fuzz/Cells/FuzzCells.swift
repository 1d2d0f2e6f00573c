import FuzzTargets

/// libFuzzer's entry: the cells of a file, see `CellsTarget`.
@c(LLVMFuzzerTestOneInput)
public func fuzzCells(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = Array(UnsafeBufferPointer(start: bytes, count: count))
  do {
    try CellsTarget.run(input)
  } catch {
    fatalError("\(error)")
  }
  return 0
}
