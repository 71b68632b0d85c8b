/* A text in memory, read in steps.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef MEMORY_SOURCE_H
#define MEMORY_SOURCE_H

#include <string.h>

struct memory_source {
    const char *data;
    size_t left;
};

/* A transfer_read_function; `user` is the struct memory_source. */
static inline int memory_read(void *user, char *buffer, size_t size, size_t *length)
{
    struct memory_source *memory = user;

    *length = memory->left < size ? memory->left : size;
    if (*length > 0)
        memcpy(buffer, memory->data, *length);
    memory->data += *length;
    memory->left -= *length;
    return 0;
}

#endif
