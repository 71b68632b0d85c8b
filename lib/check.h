/* What a rule's function is given, and how it reports.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef CHECK_H
#define CHECK_H

#include "portfolio.h"

/* The item of a list of records that was reported last: the next is mostly close behind. */
struct last_item {
    const struct list *list;
    uint32_t index;
};

/* One validation of a portfolio. */
struct check {
    const transfer_portfolio *portfolio;
    const transfer_ruleset *ruleset;
    const transfer_date *as_of; /* NULL: rules that need a day do not apply */
    transfer_report *report;
    transfer_status status;     /* TRANSFER_NO_MEMORY once it ran out */
    unsigned incomplete : 1;    /* a source was not read to its end: what it defines is not known */
    uint64_t suggestions_left;  /* candidates that may still be looked at for suggestions */
    struct last_item last[4];   /* by how deep it lies */
};

/* Whether a rule is switched on. */
int check_applies(const struct check *check, const struct transfer_rule *rule);
/* Begins a finding about a record, or about one of its fields (number 0: the record) and, in a
 * list, an item (index SIZE_MAX: the field). */
void check_finding(const struct check *check, struct finding *finding,
                   const struct transfer_rule *rule, const transfer_record *record,
                   unsigned number, size_t index);
/* Adds it.  `leaf` (may be NULL) is a key behind the record's pointer. */
void check_report(struct check *check, struct finding *finding, const transfer_record *record,
                  unsigned number, size_t index, const char *leaf);

#endif
