/* Chunks and blocks.
 *
 * SPDX-License-Identifier: MIT
 */
#include "arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { CHUNK_FIRST = 4096, CHUNK_MAX = 256 * 1024, ALIGNMENT = 8 };

struct chunk {
    struct chunk *next;
    alignas(ALIGNMENT) char data[];
};

void arena_init(struct arena *arena)
{
    arena->chunks = NULL;
    arena->front = arena->back = NULL;
    arena->chunk_size = CHUNK_FIRST;
    arena->blocks.previous = arena->blocks.next = &arena->blocks;
}

void arena_free(struct arena *arena)
{
    while (arena->blocks.next != &arena->blocks)
        block_free(arena->blocks.next + 1);
    while (arena->chunks) {
        struct chunk *next = arena->chunks->next;
        free(arena->chunks);
        arena->chunks = next;
    }
}

static struct chunk *chunk_new(struct arena *arena, size_t size)
{
    struct chunk *chunk;

    if (size > SIZE_MAX - sizeof *chunk)
        return NULL;
    chunk = malloc(sizeof *chunk + size);
    if (!chunk)
        return NULL;
    chunk->next = arena->chunks;
    arena->chunks = chunk;
    return chunk;
}

/* Begins a new common chunk. */
static int arena_grow(struct arena *arena)
{
    size_t size = arena->chunk_size;
    struct chunk *chunk = chunk_new(arena, size);

    if (!chunk)
        return 0;
    arena->front = chunk->data;
    arena->back = chunk->data + size;
    if (arena->chunk_size < CHUNK_MAX)
        arena->chunk_size *= 2;
    return 1;
}

/* A chunk of its own for what would waste much of a common one. */
static char *arena_large(struct arena *arena, size_t size)
{
    struct chunk *chunk = chunk_new(arena, size);

    return chunk ? chunk->data : NULL;
}

void *arena_alloc(struct arena *arena, size_t size)
{
    void *memory;

    if (size > SIZE_MAX - ALIGNMENT)
        return NULL;
    size = (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
    /* Nothing is asked for too, by records without fields. */
    if ((size_t)(arena->back - arena->front) < size || !arena->front) {
        if (size > arena->chunk_size / 4)
            return arena_large(arena, size);
        if (!arena_grow(arena))
            return NULL;
    }
    memory = arena->front;
    arena->front += size;
    return memory;
}

char *arena_text(struct arena *arena, const char *text, size_t length)
{
    char *copy;

    if ((size_t)(arena->back - arena->front) <= length) {
        if (length >= arena->chunk_size / 4) {
            copy = length < SIZE_MAX ? arena_large(arena, length + 1) : NULL;
            if (!copy)
                return NULL;
            memcpy(copy, text, length);
            copy[length] = '\0';
            return copy;
        }
        if (!arena_grow(arena))
            return NULL;
    }
    copy = arena->back - length - 1;
    memcpy(copy, text, length);
    copy[length] = '\0';
    arena->back = copy;
    return copy;
}

void *block_alloc(struct arena *arena, size_t size)
{
    struct block *block;

    if (size > SIZE_MAX - sizeof *block)
        return NULL;
    block = malloc(sizeof *block + size);
    if (!block)
        return NULL;
    block->previous = &arena->blocks;
    block->next = arena->blocks.next;
    block->next->previous = block;
    arena->blocks.next = block;
    return block + 1;
}

char *block_text(struct arena *arena, const char *text, size_t length)
{
    char *copy = length < SIZE_MAX ? block_alloc(arena, length + 1) : NULL;

    if (copy) {
        memcpy(copy, text, length);
        copy[length] = '\0';
    }
    return copy;
}

void block_free(void *memory)
{
    struct block *block;

    if (!memory)
        return;
    block = (struct block *)memory - 1;
    block->previous->next = block->next;
    block->next->previous = block->previous;
    free(block);
}
