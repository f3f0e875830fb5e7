#pragma once
#include <stddef.h>
#include <stdint.h>

/// The version of ICU this was compiled against, as "72.1".
const char *cencoding_icu_version(void);

/// Guesses the character encoding of bytes. Writes its name (IANA, 0-terminated) to `name` and
/// returns the confidence, 0 to 100; 0 if there is no guess.
int cencoding_detect(const uint8_t *bytes, size_t count, char *name, size_t name_capacity);

/// Turns the bytes of one encoding into UTF-16.
typedef struct cencoding_decoder cencoding_decoder;

/// A decoder of the encoding with this name or alias; NULL if there is none.
cencoding_decoder *cencoding_decoder_open(const char *name);
void cencoding_decoder_close(cencoding_decoder *decoder);

/// Decodes a chunk; `is_last` flushes. `units` and `offsets` need room for 2 * count + 16 entries.
/// `offsets[i]` is the offset in the chunk at which the character of unit i starts; negative if it
/// started in an earlier chunk, that many bytes before this one. Bytes that are not valid become
/// U+FFFD and are counted into `*invalid`. Returns the number of units, or -1 on failure.
long cencoding_decode(cencoding_decoder *decoder, const uint8_t *bytes, size_t count, int is_last,
                      uint16_t *units, int32_t *offsets, size_t *invalid);
