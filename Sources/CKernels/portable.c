#include <string.h>

#include "kernels.h"

#define KERNELS ck_portable_kernels
#define TILE_ROWS 4
#define TILE_PANELS 1

typedef int32_t sums16 __attribute__((vector_size(64), aligned(4)));

static inline void dot_tile(const uint8_t *bytes, size_t inputs, const int height,
                            const int8_t *weights, const int panels,
                            sums16 sums[TILE_ROWS][TILE_PANELS]) {
  (void)panels;
  for (int i = 0; i < height; i++) {
    int32_t sum[16] = {0};
    for (size_t k = 0; k < inputs; k += 4) {
      const uint8_t *a = bytes + (size_t)i * inputs + k;
      const int8_t *w = weights + k * CK_PANEL;
      for (int c = 0; c < 16; c++)
        sum[c] += a[0] * w[4 * c] + a[1] * w[4 * c + 1] + a[2] * w[4 * c + 2] + a[3] * w[4 * c + 3];
    }
    memcpy(&sums[i][0], sum, sizeof sum);
  }
}

#include "kernels_body.h"
