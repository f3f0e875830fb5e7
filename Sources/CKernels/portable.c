#include <string.h>

#include "kernels.h"

#define KERNELS ck_portable_kernels
#define TILE_ROWS 4
#define TILE_PANELS 1

typedef int32_t sums16 __attribute__((vector_size(64), aligned(4)));
typedef float floats16 __attribute__((vector_size(64), aligned(4)));

/// Inputs whose products sum to less than 2^24, so that floats hold every sum exactly.
#define CHUNK 256

/// Multiplies as floats, which every processor's vector unit does.
static inline __attribute__((always_inline)) void dot_tile(const uint8_t *bytes, size_t inputs,
                                                           const int height, const int8_t *weights,
                                                           const int panels,
                                                           sums16 sums[TILE_ROWS][TILE_PANELS]) {
  (void)panels;
  for (int i = 0; i < height; i++) sums[i][0] = (sums16){};
  for (size_t start = 0; start < inputs; start += CHUNK) {
    const size_t end = start + CHUNK < inputs ? start + CHUNK : inputs;
    floats16 part[TILE_ROWS];
    for (int i = 0; i < height; i++) part[i] = (floats16){};
    for (size_t k = start; k < end; k += 4) {
      // Each lane holds the four weights of one output.
      const sums16 four = *(const sums16 *)(weights + k * CK_PANEL);
      for (int j = 0; j < 4; j++) {
        const floats16 w = __builtin_convertvector((four << (24 - 8 * j)) >> 24, floats16);
        for (int i = 0; i < height; i++)
          part[i] = part[i] + w * (float)bytes[(size_t)i * inputs + k + (size_t)j];
      }
    }
    for (int i = 0; i < height; i++)
      sums[i][0] = sums[i][0] + __builtin_convertvector(part[i], sums16);
  }
}

#include "kernels_body.h"
