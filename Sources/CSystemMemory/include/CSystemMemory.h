#ifndef IMPACT_CSYSTEMMEMORY_H
#define IMPACT_CSYSTEMMEMORY_H

/// Lets blocks of 64 KiB and more go back to the system as soon as they are freed. The GNU library by
/// itself keeps them once it has seen some; others do so anyway, and then this does nothing.
///
/// For smaller blocks it asks the system for four mebibytes at a time, which are filled only as far as
/// they are used: the GNU library by itself asks for a page at a time, thousands of times.
void impact_give_back_large_blocks(void);

#endif
