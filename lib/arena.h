/* Memory of a portfolio: chunks for what is loaded, blocks for what is set.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef ARENA_H
#define ARENA_H

#include <stddef.h>

struct chunk;
struct block {
    struct block *previous, *next;
};

struct arena {
    struct chunk *chunks;  /* the newest first */
    char *front, *back;    /* free bytes of a chunk: values from the front, text from the back */
    size_t chunk_size;     /* of the next chunk */
    struct block blocks;   /* a ring */
};

void arena_init(struct arena *arena);
void arena_free(struct arena *arena);

/* Freed with the arena.  NULL when memory runs out; aligned for any value. */
void *arena_alloc(struct arena *arena, size_t size);
/* Not aligned; a NUL is put behind the copy. */
char *arena_text(struct arena *arena, const char *text, size_t length);

/* Freed on its own, or with the arena. */
void *block_alloc(struct arena *arena, size_t size);
char *block_text(struct arena *arena, const char *text, size_t length);
void block_free(void *memory);

#endif
