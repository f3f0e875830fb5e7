#include "cresources.h"

/// Puts a file of the package into the read-only data of the binary. The build system does not
/// see the file: touch this source (or `make`) after changing one.
#define FILE_BYTES(path) ".incbin \"" QUIPU_ROOT "/" path "\"\n"
#define EMBED(name, bytes)                                                                    \
  __asm__(".section .rodata,\"a\",@progbits\n.balign 64\n.global quipu_" #name                \
          "_start\nquipu_" #name "_start:\n" bytes ".global quipu_" #name                     \
          "_end\nquipu_" #name "_end:\n.byte 0\n.previous\n");                                \
  extern const uint8_t quipu_##name##_start[];                                                \
  extern const uint8_t quipu_##name##_end[];                                                  \
  cresources_file cresources_##name(void) {                                                   \
    return (cresources_file){quipu_##name##_start,                                            \
                             (size_t)(quipu_##name##_end - quipu_##name##_start)};            \
  }

#define PAGE "Sources/GraphFormats/HTML/Page/"

EMBED(schema, FILE_BYTES("schema/quipu.ttl"))
EMBED(places, FILE_BYTES("schema/places.tsv"))
EMBED(organizations, FILE_BYTES("schema/organizations.txt"))
EMBED(english, FILE_BYTES("Models/english/english.qpm"))
EMBED(boundaries, FILE_BYTES("Models/english/boundaries.qsb"))
EMBED(page_style, FILE_BYTES(PAGE "style.css"))
EMBED(page_body, FILE_BYTES(PAGE "page.html"))
EMBED(page_unpacker, FILE_BYTES(PAGE "0-unpack.js"))
EMBED(page_script, FILE_BYTES(PAGE "1-data.js") FILE_BYTES(PAGE "2-model.js")
                       FILE_BYTES(PAGE "3-layout.js") FILE_BYTES(PAGE "4-draw.js")
                           FILE_BYTES(PAGE "5-panel.js") FILE_BYTES(PAGE "6-filters.js")
                               FILE_BYTES(PAGE "7-controls.js"))
