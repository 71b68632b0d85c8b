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

/* A place in a line and, once it was asked for, where the node that begins there ends. */
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
/* Finds a place by its line and column (characters, from 1): the extent but for the node's end.
 * Returns 0 when the text has no such place. */
int lines_find(struct lines *lines, uint64_t line, uint64_t column, struct extent *extent);
/* Finds the end of the scalar, key, or flow or block collection that begins at the place found
 * last, reading no more than `most` bytes of it: a longer one is taken to end where those bytes or
 * its first line do.  Many places may lie in one long node: with EXTENT_MAX for `most` all their
 * ends take linear time. */
void lines_find_end(const struct lines *lines, struct extent *extent, size_t most);

enum { EXTENT_MAX = 8192 };

#endif
