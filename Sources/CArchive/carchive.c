#define _GNU_SOURCE  // newlocale
#include "carchive.h"
#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <locale.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

struct carchive {
  struct archive *archive;
  carchive_input input;
  /// Whether opening failed: the first `carchive_next` says so.
  int failed;
};

const char *carchive_version(void) { return ARCHIVE_VERSION_ONLY_STRING; }

/// libarchive turns names into the characters of the thread's locale; in that of C it gives none
/// for names that are not ASCII.
static locale_t utf8_locale;

static void make_locale(void) {
  utf8_locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
}

static locale_t enter_utf8(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, make_locale);
  return utf8_locale != (locale_t)0 ? uselocale(utf8_locale) : (locale_t)0;
}

static void leave_utf8(locale_t before) {
  if (before != (locale_t)0) uselocale(before);
}

static la_ssize_t on_read(struct archive *archive, void *user, const void **bytes) {
  carchive *self = user;
  int64_t count = self->input.read(self->input.user, bytes);
  if (count < 0) {
    archive_set_error(archive, EIO, "the bytes cannot be read");
    return ARCHIVE_FATAL;
  }
  return count;
}

static la_int64_t on_seek(struct archive *archive, void *user, la_int64_t offset, int whence) {
  (void)archive;
  carchive *self = user;
  int64_t at = self->input.seek(self->input.user, offset, whence);
  return at < 0 ? ARCHIVE_FATAL : at;
}

static la_int64_t on_skip(struct archive *archive, void *user, la_int64_t count) {
  (void)archive;
  carchive *self = user;
  if (self->input.seek == NULL) return 0;
  return self->input.seek(self->input.user, count, SEEK_CUR) < 0 ? 0 : count;
}

carchive *carchive_open(carchive_form form, carchive_input input) {
  carchive *self = calloc(1, sizeof *self);
  if (self == NULL) return NULL;
  self->input = input;
  struct archive *archive = self->archive = archive_read_new();
  if (archive == NULL) {
    free(self);
    return NULL;
  }
  if (form == CARCHIVE_ZIP) {
    archive_read_support_format_zip(archive);
  } else {
    // Those that the library would leave to an outside program give a warning and are not wanted,
    // but then there is nothing to be had without them either.
    archive_read_support_filter_gzip(archive);
    archive_read_support_filter_bzip2(archive);
    archive_read_support_filter_xz(archive);
    archive_read_support_filter_lzma(archive);
    archive_read_support_filter_zstd(archive);
    archive_read_support_format_tar(archive);
    archive_read_support_format_raw(archive);
    archive_read_support_format_empty(archive);
  }
  archive_read_set_callback_data(archive, self);
  archive_read_set_read_callback(archive, on_read);
  if (input.seek != NULL) {
    archive_read_set_seek_callback(archive, on_seek);
    archive_read_set_skip_callback(archive, on_skip);
  }
  self->failed = archive_read_open1(archive) < ARCHIVE_WARN;
  return self;
}

static carchive_result next(carchive *self, carchive_entry *entry) {
  if (self->failed) return CARCHIVE_BROKEN;
  struct archive_entry *found = NULL;
  int result = archive_read_next_header(self->archive, &found);
  for (int tries = 0; result == ARCHIVE_RETRY && tries < 16; tries++)
    result = archive_read_next_header(self->archive, &found);
  if (result == ARCHIVE_EOF) return CARCHIVE_END;
  if (result != ARCHIVE_OK && result != ARCHIVE_WARN) {
    self->failed = 1;
    return CARCHIVE_BROKEN;
  }
  const char *path = archive_entry_pathname_utf8(found);
  if (path == NULL) path = archive_entry_pathname(found);
  entry->path = path != NULL ? path : "";
  entry->is_file = archive_entry_filetype(found) == AE_IFREG &&
                   archive_entry_hardlink(found) == NULL && archive_entry_symlink(found) == NULL;
  entry->is_encrypted = archive_entry_is_encrypted(found) != 0;
  entry->is_raw = archive_format(self->archive) == ARCHIVE_FORMAT_RAW;
  return CARCHIVE_ENTRY;
}

carchive_result carchive_next(carchive *self, carchive_entry *entry) {
  locale_t before = enter_utf8();
  carchive_result result = next(self, entry);
  leave_utf8(before);
  return result;
}

int64_t carchive_read(carchive *self, void *buffer, size_t count) {
  if (self->failed) return CARCHIVE_BROKEN;
  la_ssize_t result = archive_read_data(self->archive, buffer, count);
  for (int tries = 0; result == ARCHIVE_RETRY && tries < 16; tries++)
    result = archive_read_data(self->archive, buffer, count);
  if (result >= 0) return result;
  if (result == ARCHIVE_FATAL) self->failed = 1;
  return result == ARCHIVE_FATAL ? CARCHIVE_BROKEN : CARCHIVE_BROKEN_ENTRY;
}

const char *carchive_message(carchive *self) {
  const char *message = archive_error_string(self->archive);
  return message != NULL ? message : "";
}

void carchive_close(carchive *self) {
  if (self == NULL) return;
  archive_read_free(self->archive);
  free(self);
}
