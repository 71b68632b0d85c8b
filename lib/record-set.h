/* Sets of records, in the order in which they were added, or that of the portfolio.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef RECORD_SET_H
#define RECORD_SET_H

#include <transfer/transfer.h>

/* Starts as all zeros. */
struct record_set {
    transfer_record **items;
    size_t count, capacity;
    size_t *slots; /* of a hash: index + 1 into items */
    size_t slot_count;
};

/* The order of the sections, and in them that of the files; NULL comes last.  Neither record is
 * nested. */
int record_order(const transfer_record *a, const transfer_record *b);

void record_set_free(struct record_set *set);
/* 1: added; 0: was there; -1: no memory. */
int record_set_add(struct record_set *set, transfer_record *record);
int record_set_has(const struct record_set *set, const transfer_record *record);
/* Adds what refers, or once referred, to a record: for nested records that which they lie in.
 * Returns 0 when memory runs out. */
int record_set_add_referrers(struct record_set *set, const transfer_record *record);
/* Puts the items into the order of the portfolio; nothing can be added from then on. */
void record_set_sort(struct record_set *set);

#endif
