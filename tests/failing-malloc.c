/* Memory that runs out when a test wants it to.
 *
 * SPDX-License-Identifier: MIT
 */
#include "failing-malloc.h"

#include <stdlib.h>

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *memory, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *memory, size_t size);

long failing_malloc_allowed = -1;
long failing_malloc_count;
int failing_malloc_for_ever = 1;

static int fails(void)
{
    if (failing_malloc_allowed < 0)
        return 0;
    if (failing_malloc_allowed > 0) {
        failing_malloc_allowed--;
        return 0;
    }
    if (!failing_malloc_for_ever)
        failing_malloc_allowed = -1;
    failing_malloc_count++;
    return 1;
}

void *__wrap_malloc(size_t size)
{
    return fails() ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
    return fails() ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *memory, size_t size)
{
    return fails() ? NULL : __real_realloc(memory, size);
}
