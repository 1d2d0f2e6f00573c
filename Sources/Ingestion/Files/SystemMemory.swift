import CSystemMemory

/// How the process takes its memory from the system.
package enum SystemMemory {
  /// Lets large blocks go back to the system as soon as nobody needs them: the rows of a large file
  /// would else stay in memory beside the table that is made of them.
  package static func givesBackLargeBlocks() {
    impact_give_back_large_blocks()
  }
}
