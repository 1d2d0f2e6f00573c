#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file that is read from its start to its end in pieces of at most 64 KiB.
struct FileBytes: ~Copyable {
  /// Why a file cannot be read, in the system's words.
  struct Failure: Error {
    var reason: String
  }

  /// The size when it was opened [bytes].
  let size: Int
  private let descriptor: Int32
  private let buffer: UnsafeMutableRawBufferPointer

  /// Opens a file.
  init(path: String) throws(Failure) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure.last() }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let failure = Failure.last()
      close(descriptor)
      throw failure
    }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      close(descriptor)
      throw Failure(reason: "it is a folder")
    }
    self.descriptor = descriptor
    self.size = Int(status.st_size)
    self.buffer = .allocate(byteCount: 1 << 16, alignment: 16)
  }

  deinit {
    close(descriptor)
    buffer.deallocate()
  }

  /// Calls `body` with the next bytes; none are left when it is not called and false comes back.
  mutating func next(
    _ body: (UnsafeRawBufferPointer) throws -> Void
  ) throws -> Bool {
    let count = read(descriptor, buffer.baseAddress, buffer.count)
    guard count >= 0 else { throw Failure.last() }
    guard count > 0 else { return false }
    // SAFETY: `read` has filled `count` bytes of the buffer.
    try body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    return true
  }
}

extension FileBytes.Failure {
  /// What the last system call said.
  static func last() -> FileBytes.Failure {
    FileBytes.Failure(reason: String(cString: strerror(errno)))
  }
}
