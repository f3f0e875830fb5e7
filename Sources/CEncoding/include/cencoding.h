#pragma once
/// The version of ICU this was compiled against, as "72.1".
const char *cencoding_icu_version(void);
