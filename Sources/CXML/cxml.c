#define _GNU_SOURCE  // memmem
// libxml2's headers pull in ICU's, which clash with Foundation's copy; switch that off first.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include "cxml.h"
#include "setup.h"
#include <limits.h>
#include <libxml/HTMLparser.h>
#include <libxml/entities.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlIO.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/// Deeper elements than this end the reading: libxml2's work grows with the depth.
enum { max_depth = 50000 };

/// For an end tag that fits no open element libxml2 looks through all of them; when it has looked
/// at so many, the reading ends.
enum { max_steps = 500000000 };

const char *cxml_version(void) { return LIBXML_DOTTED_VERSION; }

typedef struct reading {
  const cxml_handler *handler;
  xmlParserCtxtPtr context;
  const char *source;
  size_t count;
  /// Where the last text, tag or comment ended.
  size_t position;
  size_t depth;
  size_t steps;
  int entity_declared;
} reading;

/// Errors are what pages are made of; each costs libxml2 a look at the open elements.
static void on_error(void *user, const char *message, ...) {
  (void)message;
  reading *r = user;
  if (r == NULL) return;
  r->steps += r->depth;
  if (r->steps > max_steps) xmlStopParser(r->context);
}

static void on_warning(void *user, const char *message, ...) {
  (void)user;
  (void)message;
}

static xmlParserInputPtr deny(const char *url, const char *id, xmlParserCtxtPtr context) {
  (void)url;
  (void)id;
  (void)context;
  return NULL;
}

static void set_up(void) {
  xmlInitParser();
  xmlSetExternalEntityLoader(deny);
  xmlParserMaxDepth = max_depth;
}

void cxml_set_up(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, set_up);
}

/// How far libxml2 has read. Input is a static buffer of UTF-8 and is never converted.
static size_t cursor(const reading *r) {
  const xmlParserInputPtr input = r->context->input;
  if (input == NULL || input->cur == NULL) return r->count;
  size_t at = (size_t)input->consumed + (size_t)(input->cur - input->base);
  return at > r->count ? r->count : at;
}

static int equals_at(const reading *r, size_t at, const char *bytes, size_t count) {
  return at + count <= r->count && memcmp(r->source + at, bytes, count) == 0;
}

/// Tells text with its place. libxml2 does not say where text came from, but it comes in order and
/// its cursor stands at or just before the end of it: what equals the source there is from there,
/// and anything else was written as a reference, which starts with '&'.
static void on_text(void *user, const xmlChar *text, int length) {
  reading *r = user;
  if (length <= 0) return;
  const char *bytes = (const char *)text;
  size_t count = (size_t)length, end = cursor(r), at;
  const xmlParserInputPtr input = r->context->input;
  // Text without references is handed over where it lies in the input.
  size_t inside = input != NULL && text >= input->base && text < input->end
                      ? (size_t)input->consumed + (size_t)(text - input->base)
                      : r->count;
  if (inside >= r->position && equals_at(r, inside, bytes, count)) {
    at = inside;
  } else if (r->position <= end && equals_at(r, r->position, bytes, count)) {
    at = r->position;
  } else if (end >= count && end - count >= r->position && equals_at(r, end - count, bytes, count)) {
    at = end - count;
  } else {
    size_t limit = end + 8 < r->count ? end + 8 : r->count;
    const char *found = NULL;
    const char *reference = NULL;
    if (r->position < limit) {
      reference = memchr(r->source + r->position, '&', limit - r->position);
      if (reference == NULL || count > 8)
        found = memmem(r->source + r->position, limit - r->position, bytes, count);
    }
    if (found == NULL) {
      size_t start = reference != NULL ? (size_t)(reference - r->source) : r->position;
      if (start > end) start = end;
      r->handler->text(r->handler->user, bytes, count, start, end - start, 1);
      r->position = end;
      return;
    }
    at = (size_t)(found - r->source);
  }
  r->handler->text(r->handler->user, bytes, count, at, count, 0);
  r->position = at + count;
}

static void on_raw(void *user, const xmlChar *text, int length) {
  reading *r = user;
  if (length > 0) r->handler->raw(r->handler->user, (const char *)text, (size_t)length);
  r->position = cursor(r);
}

static void on_comment(void *user, const xmlChar *text) {
  (void)text;
  reading *r = user;
  r->position = cursor(r);
}

static void on_instruction(void *user, const xmlChar *target, const xmlChar *data) {
  (void)target;
  (void)data;
  reading *r = user;
  r->position = cursor(r);
}

/// The cursor stands before the '>' of a start tag: the text after it starts one further on.
static void pass_tag(reading *r) {
  size_t at = cursor(r);
  while (at < r->count && (r->source[at] == '>' || r->source[at] == '/') && at < cursor(r) + 2) at++;
  r->position = at;
}

static void deeper(reading *r) {
  r->depth += 1;
  if (r->depth > max_depth) xmlStopParser(r->context);
}

static void on_start(void *user, const xmlChar *name, const xmlChar **attributes) {
  reading *r = user;
  deeper(r);
  r->handler->start(r->handler->user, (const char *)name, (const char *const *)attributes);
  // An implied element has no tag, so the text may start right here.
  size_t at = cursor(r);
  if (at < r->count && (r->source[at] == '>' || r->source[at] == '/'))
    pass_tag(r);
  else
    r->position = at > r->position ? at : r->position;
}

static void on_end(void *user, const xmlChar *name) {
  (void)name;
  reading *r = user;
  if (r->depth > 0) r->depth -= 1;
  r->handler->end(r->handler->user);
}

cxml_result cxml_parse_html(const char *bytes, size_t count, const cxml_handler *handler) {
  cxml_set_up();
  if (count == 0 || count > INT_MAX) return CXML_MALFORMED;
  htmlParserCtxtPtr context = htmlCreateMemoryParserCtxt(bytes, (int)count);
  if (context == NULL) return CXML_NO_MEMORY;
  reading r = {handler, context, bytes, count, 0, 0, 0, 0};
  htmlCtxtUseOptions(context, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                  HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
  memset(context->sax, 0, sizeof *context->sax);
  context->sax->initialized = 1;
  context->sax->startElement = on_start;
  context->sax->endElement = on_end;
  context->sax->characters = on_text;
  context->sax->ignorableWhitespace = on_text;
  context->sax->cdataBlock = on_raw;
  context->sax->comment = on_comment;
  context->sax->processingInstruction = on_instruction;
  context->sax->error = on_error;
  context->sax->warning = on_warning;
  context->userData = &r;
  // Otherwise libxml2 takes the bytes for Latin-1 and converts them.
  context->charset = XML_CHAR_ENCODING_UTF8;
  htmlParseDocument(context);
  while (r.depth > 0) on_end(&r, NULL);
  if (context->myDoc != NULL) xmlFreeDoc(context->myDoc);
  htmlFreeParserCtxt(context);
  return CXML_OK;
}

static void on_entity(void *user, const xmlChar *name, int type, const xmlChar *public_id,
                      const xmlChar *system_id, xmlChar *content) {
  (void)name, (void)type, (void)public_id, (void)system_id, (void)content;
  reading *r = user;
  r->entity_declared = 1;
  xmlStopParser(r->context);
}

static void on_unparsed_entity(void *user, const xmlChar *name, const xmlChar *public_id,
                               const xmlChar *system_id, const xmlChar *notation) {
  (void)notation;
  on_entity(user, name, 0, public_id, system_id, NULL);
}

/// Hands the attributes on by their local names; those beyond 64, or longer than 4 kB, are left out.
static void on_start_ns(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                        int namespaces, const xmlChar **namespace_list, int attribute_count,
                        int defaulted, const xmlChar **attributes) {
  (void)prefix, (void)uri, (void)namespaces, (void)namespace_list, (void)defaulted;
  enum { most = 64, longest = 4096 };
  const xmlChar *list[2 * most + 1];
  char *values[most];
  int count = 0;
  for (int i = 0; i < attribute_count && count < most; i++) {
    const xmlChar *start = attributes[5 * i + 3], *end = attributes[5 * i + 4];
    if (start == NULL || end < start || end - start > longest) continue;
    char *value = malloc((size_t)(end - start) + 1);
    if (value == NULL) continue;
    memcpy(value, start, (size_t)(end - start));
    value[end - start] = 0;
    values[count] = value;
    list[2 * count] = attributes[5 * i];
    list[2 * count + 1] = (const xmlChar *)value;
    count++;
  }
  list[2 * count] = NULL;
  on_start(user, name, list);
  for (int i = 0; i < count; i++) free(values[i]);
}

static void on_end_ns(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
  (void)prefix, (void)uri;
  on_end(user, name);
}

static void on_cdata(void *user, const xmlChar *text, int length) { on_text(user, text, length); }

cxml_result cxml_parse_xml(const char *bytes, size_t count, const cxml_handler *handler,
                           char *message, size_t message_capacity, int *line) {
  cxml_set_up();
  if (count == 0 || count > INT_MAX) return CXML_MALFORMED;
  xmlParserCtxtPtr context = xmlCreateMemoryParserCtxt(bytes, (int)count);
  if (context == NULL) return CXML_NO_MEMORY;
  reading r = {handler, context, bytes, count, 0, 0, 0, 0};
  xmlCtxtUseOptions(context, XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET |
                                 XML_PARSE_IGNORE_ENC | XML_PARSE_NOBLANKS);
  memset(context->sax, 0, sizeof *context->sax);
  context->sax->initialized = XML_SAX2_MAGIC;
  context->sax->startElementNs = on_start_ns;
  context->sax->endElementNs = on_end_ns;
  context->sax->characters = on_text;
  context->sax->ignorableWhitespace = on_text;
  context->sax->cdataBlock = on_cdata;
  context->sax->comment = on_comment;
  context->sax->processingInstruction = on_instruction;
  context->sax->entityDecl = on_entity;
  context->sax->unparsedEntityDecl = on_unparsed_entity;
  context->sax->error = on_error;
  context->sax->fatalError = on_error;
  context->sax->warning = on_warning;
  context->userData = &r;
  context->charset = XML_CHAR_ENCODING_UTF8;
  xmlParseDocument(context);
  cxml_result result = CXML_OK;
  if (r.entity_declared) {
    result = CXML_ENTITY_DECLARED;
  } else if (!context->wellFormed) {
    result = CXML_MALFORMED;
    const xmlErrorPtr error = &context->lastError;
    snprintf(message, message_capacity, "%s", error->message != NULL ? error->message : "");
    *line = error->line;
  }
  while (r.depth > 0) on_end(&r, NULL);
  if (context->myDoc != NULL) xmlFreeDoc(context->myDoc);
  xmlFreeParserCtxt(context);
  return result;
}
