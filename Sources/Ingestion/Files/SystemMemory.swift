#if canImport(Glibc)
  import Glibc
#endif

/// How the process takes its memory from the system.
package enum SystemMemory {
  /// Lets large blocks go back to the system as soon as nobody needs them.
  ///
  /// By itself the GNU library keeps them once it has seen some: the rows of a large file would stay
  /// in memory beside the table that is made of them.
  package static func givesBackLargeBlocks() {
    #if canImport(Glibc)
      _ = mallopt(M_MMAP_THRESHOLD, 1 << 16)
    #endif
  }
}
