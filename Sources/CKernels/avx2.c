#if defined(__x86_64__)
#include <immintrin.h>
#include <string.h>

#include "kernels.h"

#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)

#define KERNELS ck_avx2_kernels
#define TILE_ROWS 6
#define TILE_PANELS 1

typedef int32_t sums16 __attribute__((vector_size(64), aligned(4)));

/// Inputs that are widened at a time.
#define CHUNK 256

/// Bytes are widened to 16 bits before they are multiplied: the byte product of AVX2 saturates.
/// Each accumulator holds four outputs, two partial sums an output; half a panel at a time leaves
/// registers for all of them.
static inline __attribute__((always_inline)) void dot_tile(const uint8_t *bytes, size_t inputs,
                                                           const int height, const int8_t *weights,
                                                           const int panels,
                                                           sums16 sums[TILE_ROWS][TILE_PANELS]) {
  (void)panels;
  __m256i wide[TILE_ROWS][CHUNK / 16];
  int32_t pairs[TILE_ROWS][32];
  memset(pairs, 0, sizeof pairs);
  for (size_t start = 0; start < inputs; start += CHUNK) {
    const size_t count = inputs - start < CHUNK ? inputs - start : CHUNK;
    for (int i = 0; i < height; i++) {
      const uint8_t *from = bytes + (size_t)i * inputs + start;
      for (size_t k = 0; k < count / 16; k++)
        wide[i][k] = _mm256_cvtepu8_epi16(_mm_loadu_si128((const __m128i *)from + k));
    }
    for (int half = 0; half < 2; half++) {
      const int8_t *from = weights + start * CK_PANEL + half * 32;
      __m256i s[TILE_ROWS][2];
#pragma unroll
      for (int i = 0; i < height; i++)
#pragma unroll
        for (int c = 0; c < 2; c++)
          s[i][c] = _mm256_loadu_si256((const __m256i *)(pairs[i] + half * 16 + c * 8));
      for (size_t k = 0; k < count; k += 4, from += 4 * CK_PANEL) {
        const __m256i w0 = _mm256_cvtepi8_epi16(_mm_loadu_si128((const __m128i *)from));
        const __m256i w1 = _mm256_cvtepi8_epi16(_mm_loadu_si128((const __m128i *)from + 1));
#pragma unroll
        for (int i = 0; i < height; i++) {
          const __m256i a = _mm256_set1_epi64x(((const int64_t *)wide[i])[k / 4]);
          s[i][0] = _mm256_add_epi32(s[i][0], _mm256_madd_epi16(a, w0));
          s[i][1] = _mm256_add_epi32(s[i][1], _mm256_madd_epi16(a, w1));
        }
      }
#pragma unroll
      for (int i = 0; i < height; i++)
#pragma unroll
        for (int c = 0; c < 2; c++)
          _mm256_storeu_si256((__m256i *)(pairs[i] + half * 16 + c * 8), s[i][c]);
    }
  }
  for (int i = 0; i < height; i++) {
    int32_t sum[16];
    for (int c = 0; c < 16; c++) sum[c] = pairs[i][2 * c] + pairs[i][2 * c + 1];
    memcpy(&sums[i][0], sum, sizeof sum);
  }
}

#include "kernels_body.h"

#pragma clang attribute pop
#endif
