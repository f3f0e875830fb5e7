#pragma once
#include <stddef.h>
#include <stdint.h>

/// The version of libarchive this was compiled against, as "3.6.2".
const char *carchive_version(void);

/// Where the bytes of an archive come from.
typedef struct carchive_input {
  void *user;
  /// Sets `*bytes` to the next bytes, which must live until the next call, and returns how many
  /// there are; 0 at the end, -1 if they cannot be read.
  int64_t (*read)(void *user, const void **bytes);
  /// Moves to a place and returns it, or -1; NULL if the input can only be read once through.
  /// `whence` is SEEK_SET, SEEK_CUR or SEEK_END.
  int64_t (*seek)(void *user, int64_t offset, int whence);
} carchive_input;

typedef enum carchive_form {
  /// A zip file; needs `seek`.
  CARCHIVE_ZIP = 0,
  /// A tar file or any other file, compressed by gzip, bzip2, xz, lzma or zstd or not at all. What
  /// is no tar file has one entry, whose path is "data".
  CARCHIVE_STREAM = 1,
} carchive_form;

typedef struct carchive carchive;

typedef struct carchive_entry {
  /// The path as it stands in the archive; lives until the next entry. Never NULL.
  const char *path;
  /// Whether it is a regular file with bytes of its own (no folder, link or device).
  int is_file;
  int is_encrypted;
  /// Whether the archive is no archive but a single file.
  int is_raw;
} carchive_entry;

typedef enum carchive_result {
  CARCHIVE_ENTRY = 1,
  CARCHIVE_END = 0,
  /// The archive is broken here; nothing more can be read.
  CARCHIVE_BROKEN = -1,
  /// The entry is broken; the next may be well.
  CARCHIVE_BROKEN_ENTRY = -2,
} carchive_result;

/// Opens an archive; NULL if memory is short. Errors show in `carchive_next`.
carchive *carchive_open(carchive_form form, carchive_input input);
/// Goes on to the next entry.
carchive_result carchive_next(carchive *archive, carchive_entry *entry);
/// Reads bytes of the entry: how many, 0 at its end, or a negative carchive_result.
int64_t carchive_read(carchive *archive, void *buffer, size_t count);
/// What libarchive said of the last error; never NULL.
const char *carchive_message(carchive *archive);
void carchive_close(carchive *archive);
