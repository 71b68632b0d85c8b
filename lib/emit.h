/* Writing YAML in the one canonical form: block style, two-space indents, quoted where a YAML 1.1
 * or 1.2 reader could take a scalar for something else.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef EMIT_H
#define EMIT_H

#include <stddef.h>

#include "buffer.h"

enum { EMIT_DEPTH = 80 };

enum emit_style {
    EMIT_TEXT,  /* a text: quoted or made a block where it must be */
    EMIT_VALUE, /* an integer, boolean or full date of the schema: plain; other spellings as text */
    EMIT_PLAIN, /* was plain in the source and stays plain, whatever readers make of it, where its
                   text allows that */
    EMIT_QUOTED, /* was quoted or a block in the source: is never plain */
    EMIT_ID      /* a reference: like the key that it names, quoted also where it is an integer */
};

struct emit_level {
    unsigned char is_mapping, is_empty, at_value;
};

/* Check buffer.failed at the end; collections nested deeper than EMIT_DEPTH set it too.  Whoever
 * takes the text away in pieces may empty the buffer between two calls. */
struct emitter {
    struct buffer *out;
    size_t depth;
    struct emit_level levels[EMIT_DEPTH];
};

void emit_begin(struct emitter *emitter, struct buffer *out);
void emit_mapping_begin(struct emitter *emitter);
void emit_mapping_end(struct emitter *emitter);
void emit_sequence_begin(struct emitter *emitter);
void emit_sequence_end(struct emitter *emitter);
/* A key, a value or an item, whatever is due.  Readers find exactly this text: a final newline
 * too. */
void emit_scalar(struct emitter *emitter, const char *text, size_t length, enum emit_style style);
void emit_null(struct emitter *emitter);
/* A whole node that this emitter wrote before at indent 0. */
void emit_node(struct emitter *emitter, const char *yaml);

#endif
