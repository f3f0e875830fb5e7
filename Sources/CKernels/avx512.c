#if defined(__x86_64__)
#include <immintrin.h>
#include <string.h>

#include "kernels.h"

#pragma clang attribute push( \
    __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx512vnni"))), apply_to = function)

#define KERNELS ck_avx512_kernels
#define TILE_ROWS 6
#define TILE_PANELS 4

typedef int32_t sums16 __attribute__((vector_size(64), aligned(4)));

/// 24 accumulators: each step of four inputs loads four panels and broadcasts six rows.
static inline __attribute__((always_inline)) void dot_tile(const uint8_t *bytes, size_t inputs,
                                                           const int height, const int8_t *weights,
                                                           const int panels,
                                                           sums16 sums[TILE_ROWS][TILE_PANELS]) {
  __m512i s[TILE_ROWS][TILE_PANELS];
#pragma unroll
  for (int i = 0; i < height; i++)
#pragma unroll
    for (int p = 0; p < panels; p++) s[i][p] = _mm512_setzero_si512();
  for (size_t k = 0; k < inputs; k += 4) {
    __m512i w[TILE_PANELS];
#pragma unroll
    for (int p = 0; p < panels; p++)
      w[p] = _mm512_loadu_si512(weights + (size_t)p * CK_PANEL * inputs + k * CK_PANEL);
#pragma unroll
    for (int i = 0; i < height; i++) {
      int32_t four;
      memcpy(&four, bytes + (size_t)i * inputs + k, sizeof four);
      const __m512i a = _mm512_set1_epi32(four);
#pragma unroll
      for (int p = 0; p < panels; p++) s[i][p] = _mm512_dpbusd_epi32(s[i][p], a, w[p]);
    }
  }
#pragma unroll
  for (int i = 0; i < height; i++)
#pragma unroll
    for (int p = 0; p < panels; p++) _mm512_storeu_si512(&sums[i][p], s[i][p]);
}

#include "kernels_body.h"

#pragma clang attribute pop
#endif
