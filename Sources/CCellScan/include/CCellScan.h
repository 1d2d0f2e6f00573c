#ifndef IMPACT_CCELLSCAN_H
#define IMPACT_CCELLSCAN_H

#include <stddef.h>
#include <stdint.h>

/// Finds the bytes of a CSV file at which a cell or a row may end, or quotes begin: the delimiter,
/// LF, CR and `"`.
///
/// Writes their positions, in rising order, and gives their number. `positions` has room for
/// `count` of them; `count` is at most UINT32_MAX.
size_t impact_find_cell_ends(const uint8_t *bytes, size_t count, uint8_t delimiter,
                             uint32_t *positions);

/// The same, byte by byte: what processors get that the vectors are not written for.
size_t impact_find_cell_ends_bytewise(const uint8_t *bytes, size_t count, uint8_t delimiter,
                                      uint32_t *positions);

/// Counts the line breaks among some bytes of a file, LF, CR LF and lone CR each once, and tells
/// whether all bytes are ASCII.
///
/// `before` is the byte before the first, 0 at the start of the file: an LF that follows a CR ends no
/// further line. A CR counts at once, whatever follows it.
size_t impact_count_line_breaks(const uint8_t *bytes, size_t count, uint8_t before, int *is_ascii);

#endif
