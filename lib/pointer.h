/* JSON Pointers (RFC 6901), step by step.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef POINTER_H
#define POINTER_H

#include "buffer.h"

void pointer_add_name(struct buffer *pointer, const char *name);
void pointer_add_index(struct buffer *pointer, size_t index);

#endif
