#pragma once
#include <stddef.h>
#include <stdint.h>

/// What a program may use.
typedef struct cchild_limits {
  /// Seconds of processor time.
  unsigned cpu_seconds;
  /// Seconds by the clock.
  unsigned wall_seconds;
  /// Bytes of memory.
  uint64_t memory;
  /// Bytes that it may write to its output; more ends the reading.
  size_t output;
} cchild_limits;

typedef enum cchild_end {
  /// It ended by itself; `status` is its exit status.
  CCHILD_EXITED = 0,
  /// It was stopped at a limit of time.
  CCHILD_TIMED_OUT = 1,
  /// It was stopped at the limit of its output.
  CCHILD_TOO_MUCH = 2,
  /// It was ended by a signal, which is `status`.
  CCHILD_SIGNALLED = 3,
  /// It could not be started; `status` is the error number.
  CCHILD_FAILED = 4,
} cchild_end;

typedef struct cchild_result {
  cchild_end end;
  int status;
  /// What it wrote to its output; to be freed by the caller.
  uint8_t *output;
  size_t output_count;
  /// The start of what it wrote to its error output, 0-terminated.
  char errors[512];
} cchild_result;

/// Runs a program (the absolute path `arguments[0]`) on bytes, which it finds in the file
/// /dev/stdin, in an empty environment, and waits for its end.
cchild_result cchild_run(const char *const *arguments, const uint8_t *input, size_t input_count,
                         cchild_limits limits);
