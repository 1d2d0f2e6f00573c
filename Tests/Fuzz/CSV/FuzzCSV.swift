import FuzzTargets

/// libFuzzer's entry: one file of a school's folder, see `CSVTarget`.
@c(LLVMFuzzerTestOneInput)
public func fuzzCSV(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = Array(UnsafeBufferPointer(start: bytes, count: count))
  do {
    try OnThisThread.run { try await CSVTarget.shared.run(input) }
  } catch {
    fatalError("\(error)")
  }
  return 0
}
