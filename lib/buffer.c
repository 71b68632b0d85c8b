/* A text that grows.
 *
 * SPDX-License-Identifier: MIT
 */
#include "buffer.h"

#include <stdlib.h>
#include <string.h>

enum { BUFFER_FIRST = 256 };

void buffer_init(struct buffer *buffer)
{
    buffer->data = NULL;
    buffer->length = buffer->capacity = 0;
    buffer->failed = 0;
}

static int buffer_reserve(struct buffer *buffer, size_t size)
{
    size_t needed, capacity;
    char *data;

    if (buffer->failed)
        return 0;
    if (size <= buffer->capacity - buffer->length)
        return 1;
    if (size > SIZE_MAX / 2 - buffer->length) {
        buffer->failed = 1;
        return 0;
    }
    needed = buffer->length + size;
    capacity = buffer->capacity ? buffer->capacity : BUFFER_FIRST;
    while (capacity < needed)
        capacity *= 2;
    data = realloc(buffer->data, capacity);
    if (!data) {
        buffer->failed = 1;
        return 0;
    }
    buffer->data = data;
    buffer->capacity = capacity;
    return 1;
}

void buffer_add(struct buffer *buffer, const char *data, size_t size)
{
    if (size == 0 || !buffer_reserve(buffer, size))
        return;
    memcpy(buffer->data + buffer->length, data, size);
    buffer->length += size;
}

void buffer_add_string(struct buffer *buffer, const char *text)
{
    buffer_add(buffer, text, strlen(text));
}

void buffer_add_char(struct buffer *buffer, char c)
{
    buffer_add(buffer, &c, 1);
}

void buffer_add_number(struct buffer *buffer, uint64_t number)
{
    char digits[20];
    size_t at = sizeof(digits);

    do {
        digits[--at] = (char)('0' + number % 10);
        number /= 10;
    } while (number);
    buffer_add(buffer, digits + at, sizeof(digits) - at);
}

char *buffer_take(struct buffer *buffer)
{
    char *data = NULL;

    buffer_add_char(buffer, '\0');
    if (!buffer->failed) {
        data = buffer->data;
        buffer->data = NULL;
    }
    buffer_free(buffer);
    return data;
}

void buffer_free(struct buffer *buffer)
{
    free(buffer->data);
    buffer_init(buffer);
}
