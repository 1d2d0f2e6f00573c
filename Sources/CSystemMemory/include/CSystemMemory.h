#ifndef IMPACT_CSYSTEMMEMORY_H
#define IMPACT_CSYSTEMMEMORY_H

/// Lets blocks of 64 KiB and more go back to the system as soon as they are freed. The GNU library by
/// itself keeps them once it has seen some; others do so anyway, and then this does nothing.
void impact_give_back_large_blocks(void);

#endif
