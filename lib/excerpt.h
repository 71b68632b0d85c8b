/* Finding a line, and the extent of a YAML node, in a text that was read before.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef EXCERPT_H
#define EXCERPT_H

#include <stddef.h>
#include <stdint.h>

/* Tells one state of a file from another: its size, time of change and inode.  0 only on failure. */
uint64_t file_fingerprint(int descriptor);

/* The text of a file, read whole; NULL and errno when that fails.  *changed (may be NULL) tells
 * whether its fingerprint differs from `fingerprint`. */
char *file_read(const char *path, uint64_t fingerprint, size_t *size, int *changed);

struct extent {
    size_t line_begin, line_end; /* bytes of the first line, without its break */
    size_t begin, end;           /* bytes of the node */
    uint64_t end_line, end_column;
};

/* The lines of a text, found in passing: quick when places are asked for in growing order. */
struct lines {
    const char *text;
    size_t size;
    size_t offset, end; /* where line `line` begins and ends */
    uint64_t line;
    size_t at;          /* where column `column` of that line is */
    uint64_t column;
};

void lines_init(struct lines *lines, const char *text, size_t size);
/* The extent of the scalar, key, or flow or block collection that begins at a line and column
 * (characters, from 1).  Returns 0 when the text has no such place. */
int lines_find(struct lines *lines, uint64_t line, uint64_t column, struct extent *extent);

#endif
