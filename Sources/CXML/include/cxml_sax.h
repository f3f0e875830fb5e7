#pragma once
#include "cxml.h"
#include <stddef.h>

/// A name with what its prefix stands for; NULL where there is none.
typedef struct cxml_name {
  const char *local;
  const char *prefix;
  const char *uri;
} cxml_name;

typedef struct cxml_attribute {
  cxml_name name;
  /// Not terminated.
  const char *value;
  size_t count;
} cxml_attribute;

typedef struct cxml_namespace {
  /// NULL is the default namespace.
  const char *prefix;
  /// NULL or empty undeclares.
  const char *uri;
} cxml_namespace;

/// What the reader tells. Everything lives only during the call.
typedef struct cxml_sax_handler {
  void *user;
  void (*start)(void *user, cxml_name name, const cxml_attribute *attributes, size_t attribute_count,
                const cxml_namespace *namespaces, size_t namespace_count);
  void (*end)(void *user);
  void (*text)(void *user, const char *bytes, size_t count);
  void (*comment)(void *user, const char *bytes);
  /// `data` may be NULL.
  void (*instruction)(void *user, const char *target, const char *data);
} cxml_sax_handler;

/// Reads XML in pieces of any size and in any encoding that the document declares.
///
/// Entities that the document declares inside itself are expanded, within bounds: what comes out
/// may be 16 times what went in, and a few megabytes. One that is declared to be outside, or a
/// parameter entity, ends the reading. Nothing is ever loaded.
typedef struct cxml_sax cxml_sax;

/// NULL when there is no memory.
cxml_sax *cxml_sax_create(const cxml_sax_handler *handler);

/// Reads on; an empty last piece ends the document. After anything but CXML_OK nothing more may be
/// given.
cxml_result cxml_sax_read(cxml_sax *sax, const char *bytes, size_t count, int is_last);

/// Ends the reading from within a call of the handler, which gets no more calls.
void cxml_sax_stop(cxml_sax *sax);

/// Where the last '<' before the reader's place stands if `is_tag`, else the place itself: line and
/// column in code points, both from 1. If the start of the line is forgotten, the column is
/// libxml2's own guess.
void cxml_sax_place(const cxml_sax *sax, int is_tag, int *line, int *column);

/// How many bytes were read, as far as the document is UTF-8.
size_t cxml_sax_offset(const cxml_sax *sax);

/// What is wrong with the document, as libxml2 says it, with a 1-based line and column; never NULL.
const char *cxml_sax_problem(const cxml_sax *sax, int *line, int *column);

void cxml_sax_free(cxml_sax *sax);
