#include "cdeflate.h"

#include <zlib.h>

size_t cdeflate_bound(size_t count) { return compressBound(count); }

size_t cdeflate(const uint8_t *bytes, size_t count, uint8_t *out, size_t capacity) {
  uLongf length = capacity;
  return compress2(out, &length, bytes, count, Z_BEST_COMPRESSION) == Z_OK ? length : 0;
}
