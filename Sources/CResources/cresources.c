#include "cresources.h"

/// Puts a file of the package into the read-only data of the binary. The build system does not
/// see the file: touch this source (or `make`) after changing one.
#define EMBED(name, path)                                                                     \
  __asm__(".section .rodata,\"a\",@progbits\n.balign 64\n.global quipu_" #name                \
          "_start\nquipu_" #name "_start:\n.incbin \"" QUIPU_ROOT "/" path                    \
          "\"\n.global quipu_" #name "_end\nquipu_" #name "_end:\n.byte 0\n.previous\n");     \
  extern const uint8_t quipu_##name##_start[];                                                \
  extern const uint8_t quipu_##name##_end[];                                                  \
  cresources_file cresources_##name(void) {                                                   \
    return (cresources_file){quipu_##name##_start,                                            \
                             (size_t)(quipu_##name##_end - quipu_##name##_start)};            \
  }

EMBED(schema, "schema/quipu.ttl")
EMBED(english, "Models/english/english.qpm")
