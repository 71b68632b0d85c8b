/* malloc and its kin, defined in the program so that shared libraries call them too.
 *
 * SPDX-License-Identifier: MIT
 */
#define _GNU_SOURCE /* RTLD_NEXT */
#include "counting-malloc.h"

#include <dlfcn.h>
#include <errno.h>
#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define EXPORTED __attribute__((visibility("default")))

struct counting_malloc counting_malloc = {.allowed = -1};

/* Blocks from before the program's own constructors are not counted: sanitizers do not know the
 * sizes of some of them.  (Volatile: compilers run such constructors themselves.) */
static volatile int is_counting;

__attribute__((constructor)) static void start_counting(void)
{
    is_counting = 1;
}

/* Those of the address sanitizer, where that is linked: it must see every block. */
void *__interceptor_malloc(size_t size) __attribute__((weak));
void *__interceptor_calloc(size_t count, size_t size) __attribute__((weak));
void *__interceptor_realloc(void *memory, size_t size) __attribute__((weak));
void __interceptor_free(void *memory) __attribute__((weak));

static void *(*next_malloc)(size_t);
static void *(*next_calloc)(size_t, size_t);
static void *(*next_realloc)(void *, size_t);
static void (*next_free)(void *);

/* What the dynamic linker asks for while it looks for the functions above. */
static _Alignas(16) char early[4096];
static size_t early_used;

static int is_early(const void *memory)
{
    return (uintptr_t)memory - (uintptr_t)early < sizeof early;
}

static void *early_alloc(size_t size)
{
    void *memory = early + early_used;

    if (size > sizeof early - early_used)
        return NULL;
    early_used += (size + 15) & ~(size_t)15;
    return memory;
}

static void find_next(void)
{
    static int is_looking;

    if (next_free || is_looking)
        return;
    is_looking = 1;
    /* Through unions: POSIX, not C, lets a function be found as a pointer to data. */
#define FIND(name)                                                                                 \
    do {                                                                                           \
        union {                                                                                    \
            void *data;                                                                            \
            __typeof__(next_##name) function;                                                      \
        } found = {.function = __interceptor_##name};                                              \
        if (!found.function)                                                                       \
            found.data = dlsym(RTLD_NEXT, #name);                                                  \
        next_##name = found.function;                                                              \
    } while (0)
    FIND(malloc);
    FIND(calloc);
    FIND(realloc);
    FIND(free);
#undef FIND
    is_looking = 0;
}

static int fails(size_t size)
{
    if (counting_malloc.allowed < 0 || size < counting_malloc.least)
        return 0;
    if (counting_malloc.allowed > 0) {
        counting_malloc.allowed--;
        return 0;
    }
    counting_malloc.failed++;
    if (counting_malloc.only_one)
        counting_malloc.allowed = -1;
    errno = ENOMEM;
    return 1;
}

static void *counted(void *memory)
{
    if (memory && is_counting) {
        counting_malloc.blocks++;
        counting_malloc.bytes += malloc_usable_size(memory);
    }
    return memory;
}

static void uncount(void *memory)
{
    if (!is_counting)
        return;
    counting_malloc.blocks--;
    counting_malloc.bytes -= malloc_usable_size(memory);
}

EXPORTED void *malloc(size_t size)
{
    find_next();
    if (!next_malloc)
        return early_alloc(size);
    return fails(size) ? NULL : counted(next_malloc(size));
}

EXPORTED void *calloc(size_t count, size_t size)
{
    find_next();
    if (!next_calloc)
        return size && count > SIZE_MAX / size ? NULL : early_alloc(count * size);
    return fails(count * size) ? NULL : counted(next_calloc(count, size));
}

EXPORTED void *realloc(void *memory, size_t size)
{
    size_t old;
    void *larger;

    find_next();
    if (!memory)
        return malloc(size);
    if (is_early(memory) || fails(size))
        return NULL;
    old = is_counting ? malloc_usable_size(memory) : 0;
    larger = next_realloc(memory, size);
    if (larger && is_counting)
        counting_malloc.bytes += malloc_usable_size(larger) - old;
    return larger;
}

EXPORTED void free(void *memory)
{
    if (!memory || is_early(memory))
        return;
    uncount(memory);
    next_free(memory);
}

/* The C library's own would be called by the sanitizer's, which does not ask malloc. */
EXPORTED char *strdup(const char *text)
{
    size_t size = strlen(text) + 1;
    char *copy = malloc(size);

    return copy ? memcpy(copy, text, size) : NULL;
}
