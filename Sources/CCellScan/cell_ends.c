#include "CCellScan.h"

static int may_end_cell(uint8_t byte, uint8_t delimiter) {
  return byte == delimiter || byte == '\n' || byte == '\r' || byte == '"';
}

static size_t find_bytewise(const uint8_t *bytes, size_t first, size_t count, uint8_t delimiter,
                            uint32_t *positions, size_t found) {
  for (size_t i = first; i < count; i++) {
    if (may_end_cell(bytes[i], delimiter)) positions[found++] = (uint32_t)i;
  }
  return found;
}

size_t impact_find_cell_ends_bytewise(const uint8_t *bytes, size_t count, uint8_t delimiter,
                                      uint32_t *positions) {
  return find_bytewise(bytes, 0, count, delimiter, positions, 0);
}

#if defined(__SSE2__) || defined(__aarch64__)

#if defined(__SSE2__)
#include <emmintrin.h>

/// A bit for each of 16 bytes: whether it may end a cell.
static uint64_t bits_of_16(const uint8_t *bytes, uint8_t delimiter) {
  __m128i block = _mm_loadu_si128((const __m128i *)bytes);
  __m128i ends = _mm_or_si128(
      _mm_or_si128(_mm_cmpeq_epi8(block, _mm_set1_epi8((char)delimiter)),
                   _mm_cmpeq_epi8(block, _mm_set1_epi8('"'))),
      _mm_or_si128(_mm_cmpeq_epi8(block, _mm_set1_epi8('\n')),
                   _mm_cmpeq_epi8(block, _mm_set1_epi8('\r'))));
  return (uint64_t)(uint32_t)_mm_movemask_epi8(ends);
}
#else
#include <arm_neon.h>

/// A bit for each of 16 bytes: whether it may end a cell.
static uint64_t bits_of_16(const uint8_t *bytes, uint8_t delimiter) {
  static const uint8_t weights[16] = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  uint8x16_t block = vld1q_u8(bytes);
  uint8x16_t ends = vorrq_u8(
      vorrq_u8(vceqq_u8(block, vdupq_n_u8(delimiter)), vceqq_u8(block, vdupq_n_u8('"'))),
      vorrq_u8(vceqq_u8(block, vdupq_n_u8('\n')), vceqq_u8(block, vdupq_n_u8('\r'))));
  uint8x16_t bits = vandq_u8(ends, vld1q_u8(weights));
  return vaddv_u8(vget_low_u8(bits)) | (uint64_t)vaddv_u8(vget_high_u8(bits)) << 8;
}
#endif

size_t impact_find_cell_ends(const uint8_t *bytes, size_t count, uint8_t delimiter,
                             uint32_t *positions) {
  size_t found = 0;
  size_t first = 0;
  for (; first + 64 <= count; first += 64) {
    uint64_t bits = bits_of_16(bytes + first, delimiter) |
                    bits_of_16(bytes + first + 16, delimiter) << 16 |
                    bits_of_16(bytes + first + 32, delimiter) << 32 |
                    bits_of_16(bytes + first + 48, delimiter) << 48;
    while (bits) {
      positions[found++] = (uint32_t)(first + (size_t)__builtin_ctzll(bits));
      bits &= bits - 1;
    }
  }
  return find_bytewise(bytes, first, count, delimiter, positions, found);
}

#else

size_t impact_find_cell_ends(const uint8_t *bytes, size_t count, uint8_t delimiter,
                             uint32_t *positions) {
  return find_bytewise(bytes, 0, count, delimiter, positions, 0);
}

#endif
