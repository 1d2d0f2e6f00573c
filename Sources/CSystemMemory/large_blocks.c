#include "CSystemMemory.h"

#if defined(__linux__)
#include <malloc.h>
#endif

void impact_give_back_large_blocks(void) {
#if defined(__GLIBC__)
  mallopt(M_MMAP_THRESHOLD, 1 << 16);
#endif
}
