/* Texts in UTF-8 that somebody read as Windows-1252 or Latin-1, so that an accented letter became
 * two others, and texts in which U+FFFD stands for what was lost.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef MOJIBAKE_H
#define MOJIBAKE_H

#include <stddef.h>

#include "buffer.h"

/* Where the first trace of that stands, if there is one that no correct text has; 0 when not.  A
 * trace between quotation marks is spoken about, and does not count. */
int mojibake_find(const char *text, size_t *offset, size_t *length);
/* Appends the text as it was, without a byte order mark; 0 when the reading cannot be undone for
 * the whole of it, or memory ran out (then the buffer has failed). */
int mojibake_repair(const char *text, struct buffer *repaired);

#endif
