#include "chttp.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// What curl/curl.h gives these names; the numbers are part of libcurl's ABI.
enum {
  OPTION_TIMEOUT_MS = 155,
  OPTION_NOSIGNAL = 99,
  OPTION_FOLLOWLOCATION = 52,
  OPTION_MAXREDIRS = 68,
  OPTION_POSTREDIR = 161,
  OPTION_PROTOCOLS = 181,
  OPTION_REDIR_PROTOCOLS = 182,
  OPTION_WRITEDATA = 10001,
  OPTION_URL = 10002,
  OPTION_POSTFIELDS = 10015,
  OPTION_USERAGENT = 10018,
  OPTION_HTTPHEADER = 10023,
  OPTION_ACCEPT_ENCODING = 10102,
  OPTION_WRITEFUNCTION = 20011,
  OPTION_POSTFIELDSIZE_LARGE = 30120,
  INFO_RESPONSE_CODE = 0x200002,
  CODE_WRITE_ERROR = 23,
  CODE_TIMED_OUT = 28,
  PROTOCOL_HTTP_AND_HTTPS = 3,
  REDIRECT_KEEPS_POST = 7,
  GLOBAL_ALL = 3,
};

static struct {
  int (*global_init)(long);
  void *(*init)(void);
  int (*setopt)(void *, int, ...);
  int (*perform)(void *);
  int (*getinfo)(void *, int, ...);
  void (*cleanup)(void *);
  void *(*append)(void *, const char *);
  void (*free_all)(void *);
  int is_there;
} curl;

static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  void *library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
  if (!library) library = dlopen("libcurl-gnutls.so.4", RTLD_NOW | RTLD_LOCAL);
  if (!library) return;
  *(void **)&curl.global_init = dlsym(library, "curl_global_init");
  *(void **)&curl.init = dlsym(library, "curl_easy_init");
  *(void **)&curl.setopt = dlsym(library, "curl_easy_setopt");
  *(void **)&curl.perform = dlsym(library, "curl_easy_perform");
  *(void **)&curl.getinfo = dlsym(library, "curl_easy_getinfo");
  *(void **)&curl.cleanup = dlsym(library, "curl_easy_cleanup");
  *(void **)&curl.append = dlsym(library, "curl_slist_append");
  *(void **)&curl.free_all = dlsym(library, "curl_slist_free_all");
  curl.is_there = curl.global_init && curl.init && curl.setopt && curl.perform && curl.getinfo &&
                  curl.cleanup && curl.append && curl.free_all && curl.global_init(GLOBAL_ALL) == 0;
}

typedef struct {
  chttp_answer *answer;
  size_t capacity;
  size_t limit;
} sink;

/// Takes a piece of the answer; another number than its size ends the request.
static size_t take(char *bytes, size_t size, size_t count, void *context) {
  sink *to = context;
  size_t more = size * count;
  if (more > to->limit - to->answer->count) return 0;
  size_t needed = to->answer->count + more;
  if (needed > to->capacity) {
    size_t capacity = needed > to->capacity * 2 ? needed : to->capacity * 2;
    unsigned char *room = realloc(to->answer->bytes, capacity);
    if (!room) return 0;
    to->answer->bytes = room;
    to->capacity = capacity;
  }
  if (more) memcpy(to->answer->bytes + to->answer->count, bytes, more);
  to->answer->count = needed;
  return more;
}

int chttp_post(const char *address, const char *accept, const char *form, size_t form_count,
               long timeout, size_t limit, chttp_answer *answer) {
  memset(answer, 0, sizeof *answer);
  pthread_once(&once, load);
  if (!curl.is_there) return CHTTP_NO_LIBRARY;
  void *request = curl.init();
  if (!request) return CHTTP_UNREACHABLE;
  char header[200];
  snprintf(header, sizeof header, "Accept: %s", accept);
  void *headers = curl.append(NULL, header);
  sink to = {answer, 0, limit};
  curl.setopt(request, OPTION_URL, address);
  curl.setopt(request, OPTION_PROTOCOLS, (long)PROTOCOL_HTTP_AND_HTTPS);
  curl.setopt(request, OPTION_REDIR_PROTOCOLS, (long)PROTOCOL_HTTP_AND_HTTPS);
  curl.setopt(request, OPTION_FOLLOWLOCATION, 1L);
  curl.setopt(request, OPTION_MAXREDIRS, 5L);
  curl.setopt(request, OPTION_POSTREDIR, (long)REDIRECT_KEEPS_POST);
  curl.setopt(request, OPTION_NOSIGNAL, 1L);
  curl.setopt(request, OPTION_TIMEOUT_MS, timeout);
  curl.setopt(request, OPTION_USERAGENT, "quipu");
  curl.setopt(request, OPTION_ACCEPT_ENCODING, "");
  curl.setopt(request, OPTION_HTTPHEADER, headers);
  curl.setopt(request, OPTION_POSTFIELDSIZE_LARGE, (long long)form_count);
  curl.setopt(request, OPTION_POSTFIELDS, form);
  curl.setopt(request, OPTION_WRITEFUNCTION, take);
  curl.setopt(request, OPTION_WRITEDATA, &to);
  int code = curl.perform(request);
  curl.getinfo(request, INFO_RESPONSE_CODE, &answer->status);
  curl.free_all(headers);
  curl.cleanup(request);
  if (code == 0) return CHTTP_OK;
  free(answer->bytes);
  answer->bytes = NULL;
  answer->count = 0;
  return code == CODE_TIMED_OUT      ? CHTTP_TIMED_OUT
         : code == CODE_WRITE_ERROR  ? CHTTP_TOO_LARGE
                                     : CHTTP_UNREACHABLE;
}
