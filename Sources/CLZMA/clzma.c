#include "clzma.h"

#include <lzma.h>

/// A window that holds everything, within what the library takes (and 64 MB, ample for a page).
static uint32_t window(size_t count) {
  const size_t most = (size_t)64 << 20;
  if (count > most) return (uint32_t)most;
  return count < LZMA_DICT_SIZE_MIN ? LZMA_DICT_SIZE_MIN : (uint32_t)count;
}

size_t clzma_bound(size_t count) { return count + count / 3 + 128; }

size_t clzma(const uint8_t *bytes, size_t count, uint8_t *out, size_t capacity) {
  lzma_options_lzma options;
  if (lzma_lzma_preset(&options, LZMA_PRESET_DEFAULT)) return 0;
  options.dict_size = window(count);
  options.lc = 1;
  options.lp = 0;
  options.pb = 0;
  const lzma_filter filters[] = {{LZMA_FILTER_LZMA1, &options}, {LZMA_VLI_UNKNOWN, NULL}};
  size_t length = 0;
  lzma_ret result = lzma_raw_buffer_encode(filters, NULL, bytes, count, out, &length, capacity);
  return result == LZMA_OK ? length : 0;
}
