#include "cregex.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdlib.h>

/// How many steps of backtracking a match may take, and how much memory (in KiB).
static const uint32_t step_limit = 2000000;
static const uint32_t heap_limit = 20000;

struct cregex {
  pcre2_code *code;
  pcre2_match_data *data;
  pcre2_match_context *context;
};

cregex *cregex_compile(const char *pattern, size_t count, uint32_t options) {
  uint32_t flags = PCRE2_UTF | PCRE2_NO_UTF_CHECK;
  if (options & CREGEX_LITERAL)
    flags |= PCRE2_LITERAL;
  else
    flags |= PCRE2_UCP | PCRE2_DOLLAR_ENDONLY | PCRE2_NEVER_BACKSLASH_C;
  if (options & CREGEX_CASELESS) flags |= PCRE2_CASELESS;
  if (!(options & CREGEX_LITERAL)) {
    if (options & CREGEX_MULTILINE) flags |= PCRE2_MULTILINE;
    if (options & CREGEX_DOT_ALL) flags |= PCRE2_DOTALL;
  }
  pcre2_compile_context *context = pcre2_compile_context_create(NULL);
  if (!context) return NULL;
  pcre2_set_newline(context, PCRE2_NEWLINE_LF);
  pcre2_set_parens_nest_limit(context, 200);
  int error;
  PCRE2_SIZE place;
  pcre2_code *code =
      pcre2_compile((PCRE2_SPTR)pattern, count, flags, &error, &place, context);
  pcre2_compile_context_free(context);
  if (!code) return NULL;
  cregex *regex = malloc(sizeof *regex);
  if (!regex) {
    pcre2_code_free(code);
    return NULL;
  }
  regex->code = code;
  regex->data = pcre2_match_data_create_from_pattern(code, NULL);
  regex->context = pcre2_match_context_create(NULL);
  if (!regex->data || !regex->context) {
    cregex_free(regex);
    return NULL;
  }
  pcre2_set_match_limit(regex->context, step_limit);
  pcre2_set_depth_limit(regex->context, step_limit);
  pcre2_set_heap_limit(regex->context, heap_limit);
  // Without compiled code, matching is slower and not wrong.
  (void)pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);
  return regex;
}

void cregex_free(cregex *regex) {
  if (!regex) return;
  pcre2_match_context_free(regex->context);
  pcre2_match_data_free(regex->data);
  pcre2_code_free(regex->code);
  free(regex);
}

uint32_t cregex_groups(const cregex *regex) {
  uint32_t count = 0;
  pcre2_pattern_info(regex->code, PCRE2_INFO_CAPTURECOUNT, &count);
  return count;
}

int cregex_match(cregex *regex, const char *text, size_t count, size_t start, size_t *offsets,
                 size_t offset_capacity) {
  int result = pcre2_match(regex->code, (PCRE2_SPTR)text, count, start, PCRE2_NO_UTF_CHECK,
                           regex->data, regex->context);
  if (result == PCRE2_ERROR_NOMATCH) return 0;
  if (result < 0) return -1;
  if (offsets) {
    const PCRE2_SIZE *found = pcre2_get_ovector_pointer(regex->data);
    size_t have = 2 * (size_t)pcre2_get_ovector_count(regex->data);
    for (size_t i = 0; i < offset_capacity; i++)
      offsets[i] = i < have && i < 2 * (size_t)result ? found[i] : SIZE_MAX;
  }
  return 1;
}
