#pragma once

/// Gives the system back the memory that was freed, by all threads; takes milliseconds.
///
/// glibc keeps it for later, for each thread by itself. Does nothing with another C library.
void callocator_give_back(void);
