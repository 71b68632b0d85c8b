/* What the parts of an agreement, its funders or its beneficiaries, say of its amount.
 *
 * SPDX-License-Identifier: MIT
 *
 * A part has an amount, a share, both or neither.  A sole party with neither has the whole; among
 * several, one with neither leaves open what all sum to.
 */
#ifndef PARTS_H
#define PARTS_H

#include "record.h"

enum parts_state { PARTS_ABSENT, PARTS_GIVEN, PARTS_WRONG /* unreadable or negative */ };

/* One part. */
struct parts_item {
    transfer_record *record;
    transfer_key amount_key, share_key;
    enum parts_state amount_state, share_state;
    transfer_amount amount; /* where given */
    transfer_share share;   /* where given */
};

enum parts_form {
    PARTS_OPEN,    /* there are none, or one of them says nothing */
    PARTS_AMOUNTS, /* each has an amount, with or without a share */
    PARTS_SHARES,  /* each has a share, not each an amount */
    PARTS_MIXED    /* each has one, some an amount alone and others a share alone */
};

/* All of one list. */
struct parts {
    const transfer_record *agreement;
    transfer_key key; /* TRANSFER_AGREEMENT_FUNDERS or TRANSFER_AGREEMENT_BENEFICIARIES */
    transfer_record *const *records;
    size_t count;
    enum parts_form form;
    unsigned wrong : 1; /* what would be summed is wrong, as other rules say */
};

/* Finds the parts; their form is left open. */
void parts_find(const transfer_record *agreement, transfer_key key, struct parts *parts);
/* Finds the parts and their form. */
void parts_read(const transfer_record *agreement, transfer_key key, struct parts *parts);
/* Reads a contribution or an allocation. */
void parts_item_read(transfer_record *record, struct parts_item *item);
/* Whether a beneficiary of the agreement pays a part of it itself. */
int parts_have_own(const transfer_record *agreement);

#endif
