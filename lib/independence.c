/* Whether partners are independent of each other.
 *
 * SPDX-License-Identifier: MIT
 */
#include "independence.h"

#include "check.h"
#include "share.h"

static int lineage_has(const struct lineage *lineage, const transfer_record *partner)
{
    for (size_t i = 0; i < lineage->count; i++)
        if (lineage->items[i] == partner)
            return 1;
    return 0;
}

static void add_partner(struct lineage *lineage, const transfer_record *partner)
{
    int kind;

    if (transfer_record_get_choice(partner, TRANSFER_PARTNER_KIND, &kind) != TRANSFER_OK) {
        lineage->is_cut = 1; /* it may be the State */
        return;
    }
    if (kind == TRANSFER_PARTNER_KIND_STATE || kind == TRANSFER_PARTNER_KIND_EUROPEAN_UNION ||
        lineage_has(lineage, partner))
        return;
    if (lineage->count == LINEAGE_MAX)
        lineage->is_cut = 1;
    else
        lineage->items[lineage->count++] = partner;
}

/* Whether a holding is of more than half, and certainly was on the day. */
static int is_majority(const transfer_record *holding, const transfer_date *day)
{
    static const struct fraction half = {1, 2};
    transfer_share share;
    transfer_date from;

    if (transfer_record_get_share(holding, TRANSFER_HOLDING_SHARE, &share) != TRANSFER_OK ||
        !share_is_explicit(&share) || fraction_compare(share_fraction(&share), half) <= 0)
        return 0;
    if (!day || !transfer_record_has(holding, TRANSFER_HOLDING_FROM))
        return !check_is_misspelt(holding, TRANSFER_HOLDING_FROM);
    return transfer_record_get_date(holding, TRANSFER_HOLDING_FROM, &from) == TRANSFER_OK &&
           transfer_date_is_before(day, &from) == TRANSFER_CERTAINLY_NOT;
}

static void add_parents(struct lineage *lineage, const transfer_record *partner)
{
    transfer_record *parent;
    size_t count = 0;

    (void)transfer_record_count(partner, TRANSFER_PARTNER_PARENTS, &count);
    for (size_t i = 0; i < count && !lineage->is_cut; i++) {
        if (transfer_record_reference_at(partner, TRANSFER_PARTNER_PARENTS, i, &parent) ==
            TRANSFER_OK)
            add_partner(lineage, parent);
        else
            lineage->is_cut = 1;
    }
}

static void add_owners(struct lineage *lineage, const transfer_record *partner,
                       const transfer_date *day)
{
    transfer_record *holding, *owner;
    size_t count = 0;

    (void)transfer_record_count(partner, TRANSFER_PARTNER_OWNERSHIP, &count);
    for (size_t i = 0; i < count && !lineage->is_cut; i++) {
        (void)transfer_record_record_at(partner, TRANSFER_PARTNER_OWNERSHIP, i, &holding);
        if (!is_majority(holding, day))
            continue;
        if (transfer_record_get_reference(holding, TRANSFER_HOLDING_OWNER, &owner) == TRANSFER_OK)
            add_partner(lineage, owner);
        else
            lineage->is_cut = 1;
    }
}

void lineage_read(const transfer_record *partner, const transfer_date *day,
                  struct lineage *lineage)
{
    lineage->items[0] = partner;
    lineage->count = 1;
    lineage->is_cut = 0;
    for (size_t i = 0; i < lineage->count && !lineage->is_cut; i++) {
        add_parents(lineage, lineage->items[i]);
        add_owners(lineage, lineage->items[i], day);
    }
}

transfer_certainty lineages_are_independent(const struct lineage *a, const struct lineage *b)
{
    for (size_t i = 0; i < a->count; i++)
        if (lineage_has(b, a->items[i]))
            return TRANSFER_CERTAINLY_NOT;
    return a->is_cut || b->is_cut ? TRANSFER_POSSIBLY : TRANSFER_CERTAINLY;
}
