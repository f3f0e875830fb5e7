#include "cencoding.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/ucsdet.h>
#include <unicode/uvernum.h>

struct cencoding_decoder {
  UConverter *converter;
  /// Bytes of an unfinished character at the end of the chunks so far.
  int32_t pending;
  size_t invalid;
};

const char *cencoding_icu_version(void) { return U_ICU_VERSION; }

int cencoding_detect(const uint8_t *bytes, size_t count, char *name, size_t name_capacity) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t confidence = 0;
  UCharsetDetector *detector = ucsdet_open(&status);
  if (U_FAILURE(status)) return 0;
  ucsdet_setText(detector, (const char *)bytes, (int32_t)count, &status);
  const UCharsetMatch *match = ucsdet_detect(detector, &status);
  if (U_SUCCESS(status) && match != NULL) {
    const char *found = ucsdet_getName(match, &status);
    confidence = ucsdet_getConfidence(match, &status);
    if (U_SUCCESS(status) && found != NULL)
      snprintf(name, name_capacity, "%s", found);
    else
      confidence = 0;
  }
  ucsdet_close(detector);
  return confidence;
}

/// Counts what is not valid, then does what ICU does by default: write U+FFFD.
static void count_invalid(const void *context, UConverterToUnicodeArgs *arguments,
                          const char *units, int32_t length, UConverterCallbackReason reason,
                          UErrorCode *status) {
  if (reason == UCNV_UNASSIGNED || reason == UCNV_ILLEGAL || reason == UCNV_IRREGULAR)
    ((cencoding_decoder *)context)->invalid += 1;
  UCNV_TO_U_CALLBACK_SUBSTITUTE(NULL, arguments, units, length, reason, status);
}

cencoding_decoder *cencoding_decoder_open(const char *name) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = ucnv_open(name, &status);
  if (U_FAILURE(status)) return NULL;
  cencoding_decoder *decoder = calloc(1, sizeof *decoder);
  if (decoder == NULL) {
    ucnv_close(converter);
    return NULL;
  }
  decoder->converter = converter;
  ucnv_setToUCallBack(converter, count_invalid, decoder, NULL, NULL, &status);
  return decoder;
}

void cencoding_decoder_close(cencoding_decoder *decoder) {
  if (decoder == NULL) return;
  ucnv_close(decoder->converter);
  free(decoder);
}

long cencoding_decode(cencoding_decoder *decoder, const uint8_t *bytes, size_t count, int is_last,
                      uint16_t *units, int32_t *offsets, size_t *invalid) {
  UErrorCode status = U_ZERO_ERROR;
  const char *source = (const char *)bytes;
  UChar *target = (UChar *)units;
  decoder->invalid = 0;
  ucnv_toUnicode(decoder->converter, &target, target + 2 * count + 16, &source, source + count,
                 offsets, is_last != 0, &status);
  if (U_FAILURE(status)) return -1;
  long made = target - (UChar *)units;
  for (long i = 0; i < made && offsets[i] < 0; i++) offsets[i] = -decoder->pending;
  *invalid += decoder->invalid;
  int32_t pending = ucnv_toUCountPending(decoder->converter, &status);
  decoder->pending = U_FAILURE(status) || pending < 0 ? 0 : pending;
  return made;
}
