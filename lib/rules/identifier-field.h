/* A partner's identifiers, as rules see them.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef IDENTIFIER_FIELD_H
#define IDENTIFIER_FIELD_H

#include "check.h"
#include "identifier.h"

struct identifier {
    const char *text; /* not terminated: without spaces at its ends, which text-spaces reports */
    size_t length;
    enum identifier_fault fault;
};

/* By enum identifier_kind. */
extern const transfer_key identifier_keys[];

/* Reads and judges a partner's identifier.  A reason other than TRANSFER_REASON_NONE: it is not
 * given, or is no text. */
transfer_reason identifier_read(const transfer_record *partner, enum identifier_kind kind,
                                struct identifier *identifier);
/* The same for rules that need it right: TRANSFER_REASON_REPORTED, too, where it is not. */
transfer_reason identifier_read_right(const transfer_record *partner, enum identifier_kind kind,
                                      struct identifier *identifier);
/* What a rule about one fault does. */
transfer_reason identifier_look(struct check *check, const struct transfer_rule *rule,
                                const transfer_record *partner, enum identifier_kind kind,
                                enum identifier_fault fault);

#endif
