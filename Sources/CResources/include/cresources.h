#pragma once
#include <stddef.h>
#include <stdint.h>

/// A file that is embedded in the binary: its first byte and its length in bytes.
typedef struct {
  const uint8_t *start;
  size_t count;
} cresources_file;

/// The vocabulary that `schema/quipu.ttl` holds.
cresources_file cresources_schema(void);
/// The countries and cities that `schema/places.tsv` holds.
cresources_file cresources_places(void);
/// The well-known organizations that `schema/organizations.txt` holds.
cresources_file cresources_organizations(void);
/// The English model that `Models/english/english.qpm` holds.
cresources_file cresources_english(void);
/// The scorer of sentence boundaries that `Models/english/boundaries.qsb` holds.
cresources_file cresources_boundaries(void);

/// The style sheet of the page that shows a graph.
cresources_file cresources_page_style(void);

/// The body of that page, up to its data.
cresources_file cresources_page_body(void);

/// The program that unpacks the rest of that page.
cresources_file cresources_page_unpacker(void);

/// The program of that page.
cresources_file cresources_page_script(void);
