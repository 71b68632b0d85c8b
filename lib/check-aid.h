/* All declarations of aid in a portfolio, for the rules that sum them.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef CHECK_AID_H
#define CHECK_AID_H

#include "aid-intensity.h"
#include "check.h"

/* A declaration of aid, with what its agreement and project say for it. */
struct aid_item {
    const transfer_record *declaration, *agreement;
    const transfer_record *beneficiary, *project; /* NULL: not known */
    transfer_amount aid, costs; /* no currency: not known */
    transfer_date day;          /* year 0: undated */
    struct aid_days days;       /* that it covers */
    size_t order;               /* among all */
    uint8_t regime, category;   /* 0: not known */
    uint8_t is_replaced;        /* an amendment restates the agreement */
};

struct aid_items {
    struct aid_item *items; /* in the order of the portfolio */
    size_t count;
    const struct aid_item **by_address; /* of their declarations */
    size_t last; /* the item asked for last: the next is mostly this one or the one behind it */
};

/* All of them; NULL: no memory. */
const struct aid_items *check_aid_items(struct check *check);
/* That of a declaration; NULL: no memory. */
const struct aid_item *check_aid_item(struct check *check, const transfer_record *declaration);

/* The first of -1, 0 and 1 in which two items differ: by address, by day and order. */
int aid_compare_addresses(const void *a, const void *b);
int aid_compare_days(const struct aid_item *a, const struct aid_item *b);

/* Why a rule that needs a field of the declaration does not apply without its value. */
transfer_reason aid_why_not(const transfer_record *declaration, transfer_key key);
/* The sum, as far as it fits. */
int64_t aid_add(int64_t a, int64_t b);
/* An amount in the currency of a ceiling. */
transfer_amount aid_amount(int64_t minor, const transfer_amount *like);

#endif
