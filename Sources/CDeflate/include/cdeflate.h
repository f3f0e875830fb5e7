#pragma once
#include <stddef.h>
#include <stdint.h>

/// The most bytes that so many bytes can become.
size_t cdeflate_bound(size_t count);

/// Compresses bytes into a zlib stream (RFC 1950), as small as it gets. Returns its length, or 0
/// if there was no memory.
size_t cdeflate(const uint8_t *bytes, size_t count, uint8_t *out, size_t capacity);
