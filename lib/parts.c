/* What the parts of an agreement say of its amount.
 *
 * SPDX-License-Identifier: MIT
 */
#include "parts.h"

#include "amount.h"

static enum parts_state find_state(transfer_status status)
{
    if (status == TRANSFER_OK)
        return PARTS_GIVEN;
    return status == TRANSFER_UNSET ? PARTS_ABSENT : PARTS_WRONG;
}

void parts_item_read(transfer_record *record, struct parts_item *item)
{
    int funds = transfer_record_type(record) == TRANSFER_TYPE_CONTRIBUTION;

    item->record = record;
    item->amount_key = funds ? TRANSFER_CONTRIBUTION_AMOUNT : TRANSFER_ALLOCATION_AMOUNT;
    item->share_key = funds ? TRANSFER_CONTRIBUTION_SHARE : TRANSFER_ALLOCATION_SHARE;
    item->amount_state =
        find_state(transfer_record_get_amount(record, item->amount_key, &item->amount));
    item->share_state =
        find_state(transfer_record_get_share(record, item->share_key, &item->share));
    if (item->amount_state == PARTS_GIVEN && amount_is_negative(&item->amount))
        item->amount_state = PARTS_WRONG;
}

void parts_at(const struct parts *parts, size_t index, struct parts_item *item)
{
    transfer_record *record;

    (void)transfer_record_record_at(parts->agreement, parts->key, index, &record);
    parts_item_read(record, item);
}

void parts_read(const transfer_record *agreement, transfer_key key, struct parts *parts)
{
    size_t amounts = 0, shares = 0, neither = 0, wrong_amounts = 0, wrong_shares = 0;
    size_t needed = 0; /* shares that are wrong beside no amount */
    struct parts_item item;

    *parts = (struct parts){.agreement = agreement, .key = key};
    parts->wrong = transfer_record_count(agreement, key, &parts->count) != TRANSFER_OK;
    for (size_t i = 0; i < parts->count; i++) {
        parts_at(parts, i, &item);
        amounts += item.amount_state != PARTS_ABSENT;
        shares += item.share_state != PARTS_ABSENT;
        neither += item.amount_state == PARTS_ABSENT && item.share_state == PARTS_ABSENT;
        wrong_amounts += item.amount_state == PARTS_WRONG;
        wrong_shares += item.share_state == PARTS_WRONG;
        needed += item.share_state == PARTS_WRONG && item.amount_state == PARTS_ABSENT;
    }
    if (parts->count == 0 || neither > 0)
        return;
    if (amounts == parts->count) {
        parts->form = PARTS_AMOUNTS;
        parts->wrong = wrong_amounts > 0;
    } else if (shares == parts->count) {
        parts->form = PARTS_SHARES;
        parts->wrong = wrong_shares > 0;
    } else {
        parts->form = PARTS_MIXED;
        parts->wrong = wrong_amounts > 0 || needed > 0;
    }
}

int parts_have_own(const transfer_record *agreement)
{
    transfer_record *funder;

    for (size_t i = 0; transfer_record_record_at(agreement, TRANSFER_AGREEMENT_FUNDERS, i,
                                                 &funder) == TRANSFER_OK;
         i++) {
        int is_own;

        if (transfer_record_get_boolean(funder, TRANSFER_CONTRIBUTION_OWN_CONTRIBUTION, &is_own) ==
                TRANSFER_OK &&
            is_own)
            return 1;
    }
    return 0;
}
