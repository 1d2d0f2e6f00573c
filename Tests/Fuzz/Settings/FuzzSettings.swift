import FuzzTargets

/// libFuzzer's entry: a school.yml, see `SettingsTarget`.
@c(LLVMFuzzerTestOneInput)
public func fuzzSettings(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = Array(UnsafeBufferPointer(start: bytes, count: count))
  do {
    try SettingsTarget.run(input)
  } catch {
    fatalError("\(error)")
  }
  return 0
}
