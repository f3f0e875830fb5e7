#pragma once

/// Prepares libxml2 once for all threads: nothing outside the document is ever loaded.
void cxml_set_up(void);
