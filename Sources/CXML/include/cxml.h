#pragma once
#include <stddef.h>

// What reads XML in pieces is in cxml_sax.h.

/// The version of libxml2 this was compiled against, as "2.9.14".
const char *cxml_version(void);

/// What a parser tells while it reads. Strings live only during the call.
typedef struct cxml_handler {
  void *user;
  /// An element starts. `attributes` is NULL or name, value, name, value, …, NULL; a value may be
  /// NULL.
  void (*start)(void *user, const char *name, const char *const *attributes);
  /// The innermost open element ends.
  void (*end)(void *user);
  /// Text, and the bytes of the source that it stands for. If `is_replaced`, it differs from them:
  /// a character reference.
  void (*text)(void *user, const char *bytes, size_t count, size_t source, size_t source_count,
               int is_replaced);
  /// The content of a script or style element.
  void (*raw)(void *user, const char *bytes, size_t count);
} cxml_handler;

typedef enum cxml_result {
  CXML_OK = 0,
  /// The XML declares entities; nothing after the declaration was read.
  CXML_ENTITY_DECLARED = 1,
  /// The XML is broken; what was read before that was told.
  CXML_MALFORMED = 2,
  CXML_NO_MEMORY = 3,
} cxml_result;

/// Reads HTML of any quality. `bytes` must be valid UTF-8 without zero bytes, at most INT_MAX bytes
/// long; nothing is loaded, no entity but HTML's own is expanded.
cxml_result cxml_parse_html(const char *bytes, size_t count, const cxml_handler *handler);

/// Reads XML; the same conditions. `message` gets the first error, `line` its 1-based line.
cxml_result cxml_parse_xml(const char *bytes, size_t count, const cxml_handler *handler,
                           char *message, size_t message_capacity, int *line);
