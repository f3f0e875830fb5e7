#pragma once
#include <stddef.h>

/// How a request went.
enum {
  /// There is an answer, of whatever status.
  CHTTP_OK = 0,
  /// This machine has no libcurl.
  CHTTP_NO_LIBRARY = 1,
  /// No connection, or it broke off.
  CHTTP_UNREACHABLE = 2,
  CHTTP_TIMED_OUT = 3,
  /// The answer is larger than the limit.
  CHTTP_TOO_LARGE = 4,
};

/// An answer; `bytes` is to be given to `free`.
typedef struct chttp_answer {
  long status;
  unsigned char *bytes;
  size_t count;
} chttp_answer;

/// Posts a form to an address of http or https and waits for the answer.
///
/// Follows at most five redirections. libcurl is loaded when it is first needed, so that a program
/// that asks nobody does not pay for it.
///
/// `accept` is the media type that is asked for; `timeout` is in milliseconds and covers everything;
/// `limit` is the largest answer in bytes. Returns one of the numbers above.
int chttp_post(const char *address, const char *accept, const char *form, size_t form_count,
               long timeout, size_t limit, chttp_answer *answer);
