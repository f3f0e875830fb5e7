#include "cencoding.h"
#include <unicode/uvernum.h>

const char *cencoding_icu_version(void) { return U_ICU_VERSION; }
