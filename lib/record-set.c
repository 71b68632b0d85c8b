/* Sets of records.
 *
 * SPDX-License-Identifier: MIT
 */
#include "record-set.h"

#include <stdlib.h>

#include "ids.h"
#include "record.h"

enum { ITEMS_FIRST = 8 };

int record_order(const transfer_record *a, const transfer_record *b)
{
    if (a == b)
        return 0;
    if (!a || !b)
        return a ? -1 : 1;
    if (a->type != b->type)
        return a->type < b->type ? -1 : 1;
    /* The portfolio's own records have no sequence: there is one for each source. */
    if (a->type == TRANSFER_TYPE_PORTFOLIO)
        return a->source < b->source ? -1 : 1;
    return record_top(a)->sequence < record_top(b)->sequence ? -1 : 1;
}

void record_set_free(struct record_set *set)
{
    free(set->items);
    free(set->slots);
}

/* The slot of a record, or the empty one where it belongs. */
static size_t *set_slot(const struct record_set *set, const transfer_record *record)
{
    uint64_t hash = (uint64_t)(uintptr_t)record * UINT64_C(0x9e3779b97f4a7c15);
    size_t mask = set->slot_count - 1, i = (size_t)(hash >> 32) & mask;

    while (set->slots[i] && set->items[set->slots[i] - 1] != record)
        i = (i + 1) & mask;
    return &set->slots[i];
}

/* Doubles the room for items, and keeps twice as many slots. */
static int set_grow(struct record_set *set)
{
    size_t capacity = set->capacity ? set->capacity * 2 : ITEMS_FIRST;
    transfer_record **items = realloc(set->items, capacity * sizeof(*items));
    size_t *slots;

    if (!items)
        return 0;
    set->items = items;
    slots = calloc(capacity * 2, sizeof(*slots));
    if (!slots)
        return 0;
    free(set->slots);
    set->slots = slots;
    set->slot_count = capacity * 2;
    set->capacity = capacity;
    for (size_t i = 0; i < set->count; i++)
        *set_slot(set, items[i]) = i + 1;
    return 1;
}

int record_set_add(struct record_set *set, transfer_record *record)
{
    size_t *slot;

    if (set->count == set->capacity && !set_grow(set))
        return -1;
    slot = set_slot(set, record);
    if (*slot)
        return 0;
    set->items[set->count++] = record;
    *slot = set->count;
    return 1;
}

int record_set_has(const struct record_set *set, const transfer_record *record)
{
    return set->slot_count > 0 && *set_slot(set, record) != 0;
}

int record_set_add_referrers(struct record_set *set, const transfer_record *record)
{
    const struct entry *entry = record->nested ? NULL : record_top(record)->entry;

    /* The id of a removed record may be another's by now. */
    if (!entry || entry->record != record)
        return 1;
    if (entry->first && record_set_add(set, record_root(entry->first)) < 0)
        return 0;
    for (const struct links *links = entry->links; links; links = links->next)
        for (uint32_t i = 0; i < links->count; i++)
            if (record_set_add(set, record_root(links->records[i])) < 0)
                return 0;
    return 1;
}

static int compare_items(const void *a, const void *b)
{
    return record_order(*(transfer_record *const *)a, *(transfer_record *const *)b);
}

void record_set_sort(struct record_set *set)
{
    free(set->slots);
    set->slots = NULL;
    set->slot_count = 0;
    if (set->count > 1)
        qsort(set->items, set->count, sizeof(*set->items), compare_items);
}
