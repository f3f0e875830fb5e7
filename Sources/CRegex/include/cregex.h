#pragma once
#include <stddef.h>
#include <stdint.h>

/// A compiled pattern. It may be used by one thread at a time.
typedef struct cregex cregex;

/// Ways in which a pattern is read.
enum {
  CREGEX_CASELESS = 1,
  /// `^` and `$` match at the ends of lines too.
  CREGEX_MULTILINE = 2,
  /// `.` matches line ends too.
  CREGEX_DOT_ALL = 4,
  /// No character of the pattern is special.
  CREGEX_LITERAL = 8,
};

/// Compiles a pattern of valid UTF-8; NULL if it is none.
cregex *cregex_compile(const char *pattern, size_t count, uint32_t options);

void cregex_free(cregex *regex);

/// How many groups the pattern has.
uint32_t cregex_groups(const cregex *regex);

/// Looks for a match in valid UTF-8, from a byte on.
///
/// Returns 1 for a match, 0 for none, -1 if a limit was met. `offsets`, unless NULL, gets start and
/// end of the match and then of each group, in bytes; SIZE_MAX for a group that took no part.
int cregex_match(cregex *regex, const char *text, size_t count, size_t start, size_t *offsets,
                 size_t offset_capacity);
