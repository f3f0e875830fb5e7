#pragma once
/// The version of libxml2 this was compiled against, as "2.9.14".
const char *cxml_version(void);
