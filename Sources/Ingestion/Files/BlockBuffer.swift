/// Memory for the blocks of a file, which one thread uses again and again.
final class BlockBuffer {
  /// The memory.
  // SAFETY: given back when nobody holds the buffer; filled before it is read.
  let bytes = UnsafeMutableRawBufferPointer.allocate(
    byteCount: FilePieces.blockSize, alignment: 64)

  deinit {
    bytes.deallocate()
  }
}
