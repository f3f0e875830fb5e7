#pragma once
#include <stddef.h>
#include <stdint.h>

/// A file that is embedded in the binary: its first byte and its length in bytes.
typedef struct {
  const uint8_t *start;
  size_t count;
} cresources_file;

/// The vocabulary that `schema/quipu.ttl` holds.
cresources_file cresources_schema(void);
/// The English model that `Models/english/english.qpm` holds.
cresources_file cresources_english(void);
