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
  /// The system's number of the open file.
  let descriptor: Int32
  private let buffer: UnsafeMutableRawBufferPointer

  /// Opens a file.
  init(path: String) throws(Failure) {
    // Without O_NONBLOCK a named pipe would keep the program waiting for somebody to write.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw Failure.last(path) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let failure = Failure.last(path)
      close(descriptor)
      throw failure
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw Failure(
        reason: status.st_mode & S_IFMT == S_IFDIR ? "it is a folder" : "it is not a plain file")
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
    guard count >= 0 else { throw Failure.last("") }
    guard count > 0 else { return false }
    // SAFETY: `read` has filled `count` bytes of the buffer.
    try body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    return true
  }

  /// SHA-256 of all bytes, in hexadecimal; the file is at its end before and after.
  mutating func digest() throws -> String {
    rewind()
    var digest = SHA256Digest()
    while try next({ digest.update($0) }) {}
    return digest.finish()
  }

  /// Goes back to the first byte.
  mutating func rewind() {
    lseek(descriptor, 0, SEEK_SET)
  }
}

extension FileBytes.Failure {
  /// What the last system call said of the file at a path.
  static func last(_ path: String) -> FileBytes.Failure {
    let reason = String(cString: strerror(errno))
    var status = stat()
    let isBrokenLink = errno == ENOENT && lstat(path, &status) == 0
    return FileBytes.Failure(reason: isBrokenLink ? "it is a link to a file that is gone" : reason)
  }
}
