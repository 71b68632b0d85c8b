/* One defect for each rule of the domain, put into a portfolio and taken back.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef DEFECTS_H
#define DEFECTS_H

#include <stddef.h>
#include <stdint.h>

#include <transfer/transfer.h>

#include "generator.h"

enum { CHANGES_MAX = 96 };

/* What takes a change back. */
struct change {
    transfer_record *record;
    transfer_key key; /* 0: the record was added; else the field had `text` (NULL: no value) */
    char *text;
    size_t item;      /* of a list, the item that was added; SIZE_MAX: no list */
};

/* A portfolio in which something is made wrong. */
struct defect {
    struct generator generator; /* its portfolio, and numbers and ids that are not taken */
    transfer_date today;
    struct change changes[CHANGES_MAX];
    size_t count;
};

struct seeded {
    const char *rule;
    int (*make)(struct defect *defect); /* 0: the portfolio has nothing that suits */
    unsigned needs_day : 1;
    unsigned is_of_pair : 1; /* which of two records it is said of depends on their order */
};

extern const struct seeded seeded_defects[];
extern const size_t seeded_count;

void defect_begin(struct defect *defect, transfer_portfolio *portfolio, uint64_t seed,
                  const transfer_date *today);
/* Takes everything back. */
void defect_undo(struct defect *defect);

#endif
