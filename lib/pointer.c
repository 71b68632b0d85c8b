/* JSON Pointers.
 *
 * SPDX-License-Identifier: MIT
 */
#include "pointer.h"

void pointer_add_name(struct buffer *pointer, const char *name)
{
    buffer_add_char(pointer, '/');
    for (; *name; name++) {
        if (*name == '~')
            buffer_add_string(pointer, "~0");
        else if (*name == '/')
            buffer_add_string(pointer, "~1");
        else
            buffer_add_char(pointer, *name);
    }
}

void pointer_add_index(struct buffer *pointer, size_t index)
{
    buffer_add_char(pointer, '/');
    buffer_add_number(pointer, index);
}
