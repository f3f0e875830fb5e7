#pragma once
#include <stddef.h>
#include <stdint.h>

/// The most bytes that so many bytes can become.
size_t clzma_bound(size_t count);

/// Compresses bytes into a raw LZMA stream: without a header, with one bit of the byte before as
/// context for the next (lc = 1), whatever the place (lp = 0, pb = 0). Returns its length, or 0
/// if there was no memory.
size_t clzma(const uint8_t *bytes, size_t count, uint8_t *out, size_t capacity);
