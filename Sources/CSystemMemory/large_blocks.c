#include "CSystemMemory.h"

#if defined(__linux__)
#include <malloc.h>
#endif

void impact_give_back_large_blocks(void) {
#if defined(__GLIBC__)
  mallopt(M_MMAP_THRESHOLD, 1 << 16);
#endif
}

#if defined(__GLIBC__)
// Memory for small blocks is asked of the system four mebibytes at a time, and takes room only as far as it is
// used. The GNU library by itself asks for a page at a time in all threads but the first, thousands of
// times. A thread keeps to what was set when it began, so that this has to run before any does.
__attribute__((constructor)) static void ask_for_memory_in_large_pieces(void) {
  mallopt(M_TOP_PAD, 1 << 22);
}
#endif
