/* A text that grows.  When memory runs out, `failed` is set and stays set; nothing more is added.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef BUFFER_H
#define BUFFER_H

#include <stddef.h>
#include <stdint.h>

struct buffer {
    char *data; /* not terminated */
    size_t length, capacity;
    int failed;
};

void buffer_init(struct buffer *buffer);
void buffer_add(struct buffer *buffer, const char *data, size_t size);
void buffer_add_string(struct buffer *buffer, const char *text);
void buffer_add_char(struct buffer *buffer, char c);
void buffer_add_number(struct buffer *buffer, uint64_t number);
/* The text, NUL-terminated, which the caller frees; NULL if the buffer failed.  The buffer is then
 * empty. */
char *buffer_take(struct buffer *buffer);
void buffer_free(struct buffer *buffer);

#endif
