#if defined(__x86_64__)
#include <immintrin.h>
#include <string.h>

#include "kernels.h"

#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)

#define KERNELS ck_avx2_kernels
#define TILE_ROWS 2
#define TILE_PANELS 1

typedef int32_t sums16 __attribute__((vector_size(64), aligned(4)));

/// Bytes are widened to 16 bits before they are multiplied: the byte product of AVX2 saturates.
/// Each accumulator holds four outputs, two partial sums an output.
static inline __attribute__((always_inline)) void dot_tile(const uint8_t *bytes, size_t inputs,
                                                           const int height, const int8_t *weights,
                                                           const int panels,
                                                           sums16 sums[TILE_ROWS][TILE_PANELS]) {
  (void)panels;
  __m256i s[TILE_ROWS][4];
#pragma unroll
  for (int i = 0; i < height; i++)
#pragma unroll
    for (int c = 0; c < 4; c++) s[i][c] = _mm256_setzero_si256();
  for (size_t k = 0; k < inputs; k += 4) {
    __m256i a[TILE_ROWS];
#pragma unroll
    for (int i = 0; i < height; i++) {
      int32_t four;
      memcpy(&four, bytes + (size_t)i * inputs + k, sizeof four);
      a[i] = _mm256_broadcastq_epi64(_mm_cvtepu8_epi16(_mm_cvtsi32_si128(four)));
    }
#pragma unroll
    for (int c = 0; c < 4; c++) {
      const __m256i w = _mm256_cvtepi8_epi16(
          _mm_loadu_si128((const __m128i *)(weights + k * CK_PANEL + (size_t)c * 16)));
#pragma unroll
      for (int i = 0; i < height; i++)
        s[i][c] = _mm256_add_epi32(s[i][c], _mm256_madd_epi16(a[i], w));
    }
  }
#pragma unroll
  for (int i = 0; i < height; i++) {
    int32_t pairs[32];
#pragma unroll
    for (int c = 0; c < 4; c++) _mm256_storeu_si256((__m256i *)(pairs + 8 * c), s[i][c]);
    int32_t sum[16];
    for (int c = 0; c < 16; c++) sum[c] = pairs[2 * c] + pairs[2 * c + 1];
    memcpy(&sums[i][0], sum, sizeof sum);
  }
}

#include "kernels_body.h"

#pragma clang attribute pop
#endif
