// libxml2's headers pull in ICU's, which clash with Foundation's copy; switch that off first.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include "cxml_sax.h"
#include "setup.h"
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/// What entities and default attributes may add: so many bytes, and so many times the input.
enum { free_output = 8 << 20, output_factor = 16 };

/// Deeper elements than this end the reading.
enum { max_depth = 4096 };

struct cxml_sax {
  cxml_sax_handler handler;
  xmlParserCtxtPtr context;
  size_t read;
  size_t told;
  size_t depth;
  int is_stopped;
  cxml_result result;
  char problem[256];
  int line;
  int column;
  cxml_attribute *attributes;
  size_t attribute_room;
  cxml_namespace *namespaces;
  size_t namespace_room;
};

static void stop(cxml_sax *s, cxml_result result, const char *problem) {
  if (s->is_stopped) return;
  s->is_stopped = 1;
  s->result = result;
  snprintf(s->problem, sizeof s->problem, "%s", problem);
  cxml_sax_place(s, 1, &s->line, &s->column);
  xmlStopParser(s->context);
}

/// Counts what is told, so that a small document cannot make a large one.
static int may_tell(cxml_sax *s, size_t count) {
  if (s->is_stopped) return 0;
  s->told += count;
  if (s->told > free_output && s->told / output_factor > s->read) {
    stop(s, CXML_MALFORMED, "entities or default attributes expand too far");
    return 0;
  }
  return 1;
}

static cxml_name name(const xmlChar *local, const xmlChar *prefix, const xmlChar *uri) {
  return (cxml_name){(const char *)local, (const char *)prefix, (const char *)uri};
}

static void on_start(void *user, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri,
                     int namespace_count, const xmlChar **namespaces, int attribute_count,
                     int defaulted, const xmlChar **attributes) {
  (void)defaulted;
  cxml_sax *s = user;
  if (!may_tell(s, 1)) return;
  if (++s->depth > max_depth) return stop(s, CXML_MALFORMED, "elements are nested too deeply");
  size_t count = (size_t)attribute_count;
  if (count > s->attribute_room) {
    cxml_attribute *room = realloc(s->attributes, count * sizeof *room);
    if (room == NULL) return stop(s, CXML_NO_MEMORY, "");
    s->attributes = room;
    s->attribute_room = count;
  }
  for (size_t i = 0; i < count; i++) {
    const xmlChar **a = attributes + 5 * i;
    size_t length = (size_t)(a[4] - a[3]);
    if (!may_tell(s, length)) return;
    s->attributes[i] = (cxml_attribute){name(a[0], a[1], a[2]), (const char *)a[3], length};
  }
  size_t declared = (size_t)namespace_count;
  if (declared > s->namespace_room) {
    cxml_namespace *room = realloc(s->namespaces, declared * sizeof *room);
    if (room == NULL) return stop(s, CXML_NO_MEMORY, "");
    s->namespaces = room;
    s->namespace_room = declared;
  }
  for (size_t i = 0; i < declared; i++)
    s->namespaces[i] =
        (cxml_namespace){(const char *)namespaces[2 * i], (const char *)namespaces[2 * i + 1]};
  s->handler.start(s->handler.user, name(local, prefix, uri), s->attributes, count, s->namespaces,
                   declared);
}

static void on_end(void *user, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri) {
  (void)local, (void)prefix, (void)uri;
  cxml_sax *s = user;
  if (s->is_stopped) return;
  if (s->depth > 0) s->depth -= 1;
  s->handler.end(s->handler.user);
}

static void on_text(void *user, const xmlChar *text, int length) {
  cxml_sax *s = user;
  if (length <= 0 || !may_tell(s, (size_t)length)) return;
  s->handler.text(s->handler.user, (const char *)text, (size_t)length);
}

static void on_comment(void *user, const xmlChar *text) {
  cxml_sax *s = user;
  if (!may_tell(s, strlen((const char *)text))) return;
  s->handler.comment(s->handler.user, (const char *)text);
}

static void on_instruction(void *user, const xmlChar *target, const xmlChar *data) {
  cxml_sax *s = user;
  if (!may_tell(s, 1)) return;
  s->handler.instruction(s->handler.user, (const char *)target, (const char *)data);
}

// The declarations of entities are kept in a document that holds nothing else.

static void on_start_document(void *user) { xmlSAX2StartDocument(((cxml_sax *)user)->context); }

static void on_internal_subset(void *user, const xmlChar *root, const xmlChar *public_id,
                               const xmlChar *system_id) {
  xmlSAX2InternalSubset(((cxml_sax *)user)->context, root, public_id, system_id);
}

static void on_entity_declaration(void *user, const xmlChar *entity, int type,
                                  const xmlChar *public_id, const xmlChar *system_id,
                                  xmlChar *content) {
  cxml_sax *s = user;
  if (s->is_stopped) return;
  if (type != XML_INTERNAL_GENERAL_ENTITY) {
    stop(s, CXML_ENTITY_DECLARED, "an entity outside the document, or a parameter entity");
    return;
  }
  xmlSAX2EntityDecl(s->context, entity, type, public_id, system_id, content);
}

static void on_unparsed_entity(void *user, const xmlChar *entity, const xmlChar *public_id,
                               const xmlChar *system_id, const xmlChar *notation) {
  (void)notation;
  on_entity_declaration(user, entity, XML_EXTERNAL_GENERAL_UNPARSED_ENTITY, public_id, system_id,
                        NULL);
}

static xmlEntityPtr on_entity(void *user, const xmlChar *entity) {
  cxml_sax *s = user;
  xmlEntityPtr found = xmlGetPredefinedEntity(entity);
  if (found == NULL && s->context->myDoc != NULL) found = xmlGetDocEntity(s->context->myDoc, entity);
  if (found == NULL) {
    char problem[128];
    snprintf(problem, sizeof problem, "entity '%.80s' is not declared", (const char *)entity);
    stop(s, CXML_MALFORMED, problem);
  }
  return found;
}

static xmlEntityPtr on_parameter_entity(void *user, const xmlChar *entity) {
  (void)entity;
  stop(user, CXML_ENTITY_DECLARED, "a parameter entity");
  return NULL;
}

static void on_error(void *user, const char *message, ...) { (void)user, (void)message; }

cxml_sax *cxml_sax_create(const cxml_sax_handler *handler) {
  cxml_set_up();
  cxml_sax *s = calloc(1, sizeof *s);
  if (s == NULL) return NULL;
  s->handler = *handler;
  xmlSAXHandler sax;
  memset(&sax, 0, sizeof sax);
  sax.initialized = XML_SAX2_MAGIC;
  sax.startDocument = on_start_document;
  sax.internalSubset = on_internal_subset;
  sax.startElementNs = on_start;
  sax.endElementNs = on_end;
  sax.characters = on_text;
  sax.ignorableWhitespace = on_text;
  sax.cdataBlock = on_text;
  sax.comment = on_comment;
  sax.processingInstruction = on_instruction;
  sax.entityDecl = on_entity_declaration;
  sax.unparsedEntityDecl = on_unparsed_entity;
  sax.getEntity = on_entity;
  sax.getParameterEntity = on_parameter_entity;
  sax.error = on_error;
  sax.fatalError = on_error;
  sax.warning = on_error;
  s->context = xmlCreatePushParserCtxt(&sax, s, NULL, 0, NULL);
  if (s->context == NULL) {
    free(s);
    return NULL;
  }
  xmlCtxtUseOptions(s->context,
                    XML_PARSE_NOENT | XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  return s;
}

cxml_result cxml_sax_read(cxml_sax *s, const char *bytes, size_t count, int is_last) {
  while (s->result == CXML_OK) {
    size_t piece = count > INT_MAX / 2 ? INT_MAX / 2 : count;
    s->read += piece;
    int end = is_last && piece == count;
    int code = xmlParseChunk(s->context, bytes, (int)piece, end);
    if (s->is_stopped) break;
    if (code != XML_ERR_OK && !s->context->wellFormed) {
      const xmlErrorPtr error = &s->context->lastError;
      snprintf(s->problem, sizeof s->problem, "%s", error->message != NULL ? error->message : "");
      s->problem[strcspn(s->problem, "\n")] = 0;
      s->line = error->line;
      s->column = error->int2;
      s->is_stopped = 1;
      s->result = CXML_MALFORMED;
      break;
    }
    bytes += piece;
    count -= piece;
    if (count == 0) break;
  }
  return s->result;
}

void cxml_sax_stop(cxml_sax *s) { stop(s, CXML_MALFORMED, ""); }

void cxml_sax_place(const cxml_sax *s, int is_tag, int *line, int *column) {
  const xmlParserInputPtr input = s->context->input;
  *line = input != NULL ? input->line : 1;
  *column = input != NULL ? input->col : 1;
  if (input == NULL || input->base == NULL || input->cur == NULL) return;
  const xmlChar *at = input->cur;
  if (is_tag) {
    const xmlChar *tag = at;
    if (tag < input->end && *tag == '<') tag++;
    while (tag > input->base && tag[-1] != '<') tag--;
    if (tag > input->base) {
      tag--;
      for (const xmlChar *c = tag; c < at; c++)
        if (*c == '\n') *line -= 1;
      at = tag;
    }
  }
  const xmlChar *start = at;
  while (start > input->base && start[-1] != '\n') start--;
  if (start == input->base && *line > 1 && input->consumed > 0) return;
  int count = 1;
  for (const xmlChar *c = start; c < at; c++)
    if ((*c & 0xc0) != 0x80) count++;
  *column = count;
}

size_t cxml_sax_offset(const cxml_sax *s) {
  const xmlParserInputPtr input = s->context->input;
  if (input == NULL || input->cur == NULL) return s->read;
  return (size_t)input->consumed + (size_t)(input->cur - input->base);
}

const char *cxml_sax_problem(const cxml_sax *s, int *line, int *column) {
  *line = s->line > 0 ? s->line : 1;
  *column = s->column > 0 ? s->column : 1;
  return s->problem;
}

void cxml_sax_free(cxml_sax *s) {
  if (s == NULL) return;
  if (s->context->myDoc != NULL) xmlFreeDoc(s->context->myDoc);
  xmlFreeParserCtxt(s->context);
  free(s->attributes);
  free(s->namespaces);
  free(s);
}
