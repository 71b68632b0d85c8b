/* Looking at the codes of a record.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef CHECK_CODE_H
#define CHECK_CODE_H

#include "check.h"
#include "reference.h"

/* A code, and where it stands. */
struct code_at {
    const transfer_record *record;
    const struct field *field;
    size_t index; /* SIZE_MAX: the field is no list */
    const char *code;
};

typedef transfer_reason look_at_code(struct check *check, const struct code_at *at);

/* Calls for every readable code of a table in a record.  Returns TRANSFER_REASON_NONE where a call
 * did, else why none did. */
transfer_reason check_codes(struct check *check, const transfer_record *record, enum table table,
                            look_at_code *look);
/* The code of a table that is nearest to an unknown one, or the only one of that name; NULL when
 * there is none, or several are as near. */
const char *nearest_code(struct check *check, enum table table, const char *code);

#endif
