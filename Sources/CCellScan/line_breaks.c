#include "CCellScan.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

size_t impact_count_line_breaks(const uint8_t *bytes, size_t count, uint8_t before, int *is_ascii) {
  size_t breaks = 0;
  size_t i = 0;
  uint8_t high = 0;
#if defined(__SSE2__)
  // Blocks without a CR, which is nearly all of them: 255 times 16 bytes at most, so that the counts
  // of LF fit into bytes.
  const __m128i lf = _mm_set1_epi8('\n'), cr = _mm_set1_epi8('\r'), zero = _mm_setzero_si128();
  while (i + 16 <= count && before != '\r') {
    size_t end = count - i < 255 * 16 ? i + (count - i) / 16 * 16 : i + 255 * 16;
    __m128i found = zero, returns = zero, all = zero;
    for (size_t k = i; k < end; k += 16) {
      __m128i block = _mm_loadu_si128((const __m128i *)(bytes + k));
      found = _mm_sub_epi8(found, _mm_cmpeq_epi8(block, lf));
      returns = _mm_or_si128(returns, _mm_cmpeq_epi8(block, cr));
      all = _mm_or_si128(all, block);
    }
    if (_mm_movemask_epi8(returns)) break;
    __m128i sums = _mm_sad_epu8(found, zero);
    breaks += (size_t)_mm_cvtsi128_si64(sums) +
              (size_t)_mm_cvtsi128_si64(_mm_unpackhi_epi64(sums, sums));
    if (_mm_movemask_epi8(all)) high = 0x80;
    before = bytes[end - 1];
    i = end;
  }
#endif
  for (; i < count; i++) {
    uint8_t byte = bytes[i];
    high |= byte;
    breaks += byte == '\r' || (byte == '\n' && before != '\r');
    before = byte;
  }
  *is_ascii = !(high & 0x80);
  return breaks;
}
