// libxml2's headers pull in ICU's, which clash with Foundation's copy; switch that off first.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include "cxml.h"

const char *cxml_version(void) { return LIBXML_DOTTED_VERSION; }
