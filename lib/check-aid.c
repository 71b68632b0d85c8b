/* All declarations of aid in a portfolio.
 *
 * SPDX-License-Identifier: MIT
 */
#include "check-aid.h"

#include <stdlib.h>

#include "date.h"
#include "query.h"
#include "record-date.h"

static void free_items(void *data)
{
    struct aid_items *all = data;

    free(all->items);
    free(all->by_address);
    free(all);
}

static size_t count_aid(const transfer_record *agreement)
{
    size_t count;

    return transfer_record_count(agreement, TRANSFER_AGREEMENT_AID, &count) == TRANSFER_OK ? count
                                                                                           : 0;
}

static void read_item(const transfer_record *declaration, const transfer_record *agreement,
                      struct aid_item *item)
{
    const transfer_record *project = aid_project(agreement);

    *item = (struct aid_item){.declaration = declaration,
                              .agreement = agreement,
                              .beneficiary = aid_beneficiary(declaration),
                              .project = project,
                              .regime = (uint8_t)aid_regime(declaration),
                              .category = (uint8_t)aid_category(declaration, project)};
    (void)transfer_record_get_amount(declaration, TRANSFER_AID_DECLARATION_AID, &item->aid);
    (void)aid_costs(declaration, &item->costs);
    if (record_date(agreement, &item->day))
        item->days = aid_days_of(&item->day);
    else
        item->day.year = 0;
}

static void read_items(struct check *check, const transfer_certainty *in_force,
                       struct aid_items *all)
{
    const struct section *agreements = &check->portfolio->sections[TRANSFER_TYPE_AGREEMENT];

    for (size_t i = 0; i < agreements->count; i++) {
        const transfer_record *agreement = agreements->items[i];
        size_t count = count_aid(agreement);

        for (size_t j = 0; j < count; j++) {
            struct aid_item *item = &all->items[all->count];
            transfer_record *declaration;

            (void)transfer_record_record_at(agreement, TRANSFER_AGREEMENT_AID, j, &declaration);
            read_item(declaration, agreement, item);
            item->order = all->count;
            item->is_replaced = in_force[i] == TRANSFER_CERTAINLY_NOT ||
                                check_may_amend(check, agreement);
            all->by_address[all->count++] = item;
        }
    }
}

int aid_compare_addresses(const void *a, const void *b)
{
    uintptr_t first = (uintptr_t)a, second = (uintptr_t)b;

    return first == second ? 0 : first < second ? -1 : 1;
}

static int compare_declarations(const void *a, const void *b)
{
    const struct aid_item *const *first = a, *const *second = b;

    return aid_compare_addresses((*first)->declaration, (*second)->declaration);
}

static void *build_items(struct check *check)
{
    const struct section *agreements = &check->portfolio->sections[TRANSFER_TYPE_AGREEMENT];
    transfer_certainty *in_force = calloc(agreements->count + 1, sizeof *in_force);
    struct aid_items *all = calloc(1, sizeof *all);
    size_t total = 0;

    for (size_t i = 0; i < agreements->count; i++)
        total += count_aid(agreements->items[i]);
    if (all) {
        all->items = calloc(total + 1, sizeof *all->items);
        all->by_address = calloc(total + 1, sizeof(const struct aid_item *));
    }
    if (!in_force || !all || !all->items || !all->by_address ||
        versions_in_force(agreements->items, agreements->count, NULL, 1, in_force) !=
            TRANSFER_OK) {
        check->status = TRANSFER_NO_MEMORY;
        free(in_force);
        if (all)
            free_items(all);
        return NULL;
    }
    read_items(check, in_force, all);
    free(in_force);
    if (all->count > 1)
        qsort(all->by_address, all->count, sizeof(const struct aid_item *), compare_declarations);
    return all;
}

static const struct index aid_items = {build_items, free_items};

const struct aid_items *check_aid_items(struct check *check)
{
    return check_index(check, &aid_items);
}

const struct aid_item *check_aid_item(struct check *check, const transfer_record *declaration)
{
    struct aid_items *all = check_index(check, &aid_items);
    size_t low = 0, high = all ? all->count : 0;

    for (size_t i = all ? all->last : 0; i < high && i <= all->last + 1; i++)
        if (all->items[i].declaration == declaration) {
            all->last = i;
            return &all->items[i];
        }
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = aid_compare_addresses(all->by_address[middle]->declaration, declaration);

        if (order == 0) {
            all->last = all->by_address[middle]->order;
            return all->by_address[middle];
        }
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

int aid_compare_days(const struct aid_item *a, const struct aid_item *b)
{
    int order = date_compare_days(&a->day, &b->day);

    if (order != 0)
        return order;
    return a->order == b->order ? 0 : a->order < b->order ? -1 : 1;
}

transfer_reason aid_why_not(const transfer_record *declaration, transfer_key key)
{
    return transfer_record_has(declaration, key) ? TRANSFER_REASON_REPORTED
                                                 : TRANSFER_REASON_MISSING;
}

int64_t aid_add(int64_t a, int64_t b)
{
    int64_t sum;

    return __builtin_add_overflow(a, b, &sum) ? INT64_MAX : sum;
}

transfer_amount aid_amount(int64_t minor, const transfer_amount *like)
{
    transfer_amount amount = *like;

    amount.minor = minor;
    amount.qualifier = minor == INT64_MAX ? TRANSFER_AT_LEAST : TRANSFER_EXACTLY;
    return amount;
}
