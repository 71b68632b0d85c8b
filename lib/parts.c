/* What the parts of an agreement say of its amount.
 *
 * SPDX-License-Identifier: MIT
 */
#include "parts.h"

#include "amount.h"

static enum parts_state read_amount(const transfer_record *record, transfer_key key,
                                    transfer_amount *amount)
{
    const struct cell *cell = record_cell(record, key_number(key));

    if (!cell)
        return PARTS_ABSENT;
    if (cell->unreadable)
        return PARTS_WRONG;
    *amount = *cell->value.amount;
    return amount_is_negative(amount) ? PARTS_WRONG : PARTS_GIVEN;
}

static enum parts_state read_share(const transfer_record *record, transfer_key key,
                                   transfer_share *share)
{
    const struct cell *cell = record_cell(record, key_number(key));

    if (!cell)
        return PARTS_ABSENT;
    if (cell->unreadable)
        return PARTS_WRONG;
    *share = *cell->value.share;
    return PARTS_GIVEN;
}

void parts_item_read(transfer_record *record, struct parts_item *item)
{
    int funds = record->type == TRANSFER_TYPE_CONTRIBUTION;

    item->record = record;
    item->amount_key = funds ? TRANSFER_CONTRIBUTION_AMOUNT : TRANSFER_ALLOCATION_AMOUNT;
    item->share_key = funds ? TRANSFER_CONTRIBUTION_SHARE : TRANSFER_ALLOCATION_SHARE;
    item->amount_state = read_amount(record, item->amount_key, &item->amount);
    item->share_state = read_share(record, item->share_key, &item->share);
}

void parts_find(const transfer_record *agreement, transfer_key key, struct parts *parts)
{
    const struct cell *cell = record_cell(agreement, key_number(key));

    *parts = (struct parts){.agreement = agreement, .key = key};
    if (cell && cell->unreadable) {
        parts->wrong = 1;
    } else if (cell) {
        parts->records = cell->value.list->items.records;
        parts->count = cell->value.list->count;
    }
}

void parts_read(const transfer_record *agreement, transfer_key key, struct parts *parts)
{
    size_t amounts = 0, shares = 0, neither = 0, wrong_amounts = 0, wrong_shares = 0;
    size_t needed = 0; /* shares that are wrong beside no amount */
    struct parts_item item;

    parts_find(agreement, key, parts);
    for (size_t i = 0; i < parts->count; i++) {
        parts_item_read(parts->records[i], &item);
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
    struct parts parts;

    parts_find(agreement, TRANSFER_AGREEMENT_FUNDERS, &parts);
    for (size_t i = 0; i < parts.count; i++) {
        int is_own;

        if (transfer_record_get_boolean(parts.records[i], TRANSFER_CONTRIBUTION_OWN_CONTRIBUTION,
                                        &is_own) == TRANSFER_OK &&
            is_own)
            return 1;
    }
    return 0;
}
