/* Scalars of the fields: from their spelling to a cell and back.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef SCALAR_H
#define SCALAR_H

#include "record.h"
#include "rule.h"

enum { TEXT_MAX = 65536 };

/* A scalar that is read and not yet stored. */
struct scalar {
    union {
        int64_t integer;
        transfer_date date;
        transfer_period period;
        transfer_amount amount;
        transfer_quantity quantity;
        transfer_share share;
    } value;
    int is_quantity; /* of kind measure */
};

/* Reads the spelling of a field's value.  Returns NULL, or the rule that it breaks.  Texts, codes,
 * addresses and references are checked only: they are their own value.  `is_clean`: that there are
 * no control characters is known. */
const struct transfer_rule *scalar_read(const struct field *field, const char *text, size_t length,
                                        int is_clean, struct scalar *scalar);
/* Puts what was read into a cell, in blocks if `heap`, else in chunks.  Not for references.
 * Returns 0 when memory runs out; the cell is then unchanged. */
int scalar_store(struct arena *arena, int heap, const struct field *field,
                 const struct scalar *scalar, const char *text, size_t length, struct cell *cell);
/* The spelling of a readable cell that is not a text: returns it, in `buffer` or static. */
const char *cell_spelling(const struct field *field, const struct cell *cell,
                          char buffer[TRANSFER_VALUE_SIZE]);

#endif
