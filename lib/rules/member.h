/* The participations of one project, for the rules that compare them.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef MEMBER_H
#define MEMBER_H

#include "check.h"

/* A participation of which nothing is unreadable. */
struct member {
    const transfer_record *record;
    const char *partner; /* the id, one string for all that name the partner */
    int role;            /* 0: none is stated */
    int has_period;
    transfer_period period;
    size_t index;
};

/* How many are kept without a block, and how many earlier ones each is compared with at most. */
enum { MEMBERS_FEW = 12, MEMBERS_COMPARED = 64 };

struct members {
    struct member *items; /* in the order of the project */
    size_t count;
    size_t unreadable; /* further ones, of which another rule says something */
    struct member few[MEMBERS_FEW];
};

/* Returns 0 when memory runs out. */
int members_read(struct check *check, const transfer_record *project, struct members *members);
void members_free(struct members *members);

/* Whether two are certainly there at the same time.  Without periods both last as long as the
 * project; where only one has a period, when the other is there is not known. */
int members_meet(const struct member *a, const struct member *b);

/* Sorts them by partner and role. */
void members_sort(struct members *members);
/* Of sorted ones, the earlier one that number `index` repeats: the same partner in the same role,
 * certainly at the same time.  NULL: none. */
const struct member *members_repeated(const struct members *members, size_t index);

#endif
