/* Single undertakings.
 *
 * SPDX-License-Identifier: MIT
 */
#include "undertaking.h"

#include <stdlib.h>

#include "date.h"
#include "share.h"

static int is_majority(const transfer_record *holding)
{
    static const struct fraction half = {1, 2};
    transfer_share share;

    return transfer_record_get_share(holding, TRANSFER_HOLDING_SHARE, &share) == TRANSFER_OK &&
           share_is_explicit(&share) && fraction_compare(share_fraction(&share), half) > 0;
}

/* Reads the link that a holding is; returns 0 when it is none, or when nobody knows by when. */
static int read_link(const struct section *partners, size_t owned, const transfer_record *holding,
                     struct undertaking_link *link)
{
    transfer_record *owner;
    transfer_date from, first;

    *link = (struct undertaking_link){.owned = (uint32_t)owned, .holding = holding};
    if (!is_majority(holding) ||
        transfer_record_get_reference(holding, TRANSFER_HOLDING_OWNER, &owner) != TRANSFER_OK)
        return 0;
    link->owner = (uint32_t)section_index(partners, owner);
    if (!transfer_record_has(holding, TRANSFER_HOLDING_FROM))
        return 1;
    return transfer_record_get_date(holding, TRANSFER_HOLDING_FROM, &from) == TRANSFER_OK &&
           transfer_date_bounds(&from, &first, &link->since) == TRANSFER_OK &&
           link->since.year != 0;
}

static size_t count_holdings(const transfer_record *partner)
{
    size_t count;

    return transfer_record_count(partner, TRANSFER_PARTNER_OWNERSHIP, &count) == TRANSFER_OK ? count
                                                                                             : 0;
}

static int compare_links(const void *a, const void *b)
{
    const struct undertaking_link *first = a, *second = b;

    return date_compare_days(&first->since, &second->since);
}

static void read_links(const struct section *partners, struct undertakings *undertakings)
{
    for (size_t i = 0; i < partners->count; i++) {
        size_t count = count_holdings(partners->items[i]);

        for (size_t j = 0; j < count; j++) {
            transfer_record *holding;

            (void)transfer_record_record_at(partners->items[i], TRANSFER_PARTNER_OWNERSHIP, j,
                                            &holding);
            undertakings->link_count += (size_t)read_link(
                partners, i, holding, &undertakings->links[undertakings->link_count]);
        }
    }
    if (undertakings->link_count > 1)
        qsort(undertakings->links, undertakings->link_count, sizeof *undertakings->links,
              compare_links);
}

transfer_status undertakings_read(const transfer_portfolio *portfolio,
                                  struct undertakings *undertakings)
{
    const struct section *partners = &portfolio->sections[TRANSFER_TYPE_PARTNER];
    size_t holdings = 0;

    for (size_t i = 0; i < partners->count; i++)
        holdings += count_holdings(partners->items[i]);
    *undertakings = (struct undertakings){.count = partners->count};
    undertakings->above = calloc(partners->count + 1, sizeof *undertakings->above);
    undertakings->links = calloc(holdings + 1, sizeof *undertakings->links);
    if (!undertakings->above || !undertakings->links) {
        undertakings_free(undertakings);
        return TRANSFER_NO_MEMORY;
    }
    undertakings_reset(undertakings);
    read_links(partners, undertakings);
    return TRANSFER_OK;
}

void undertakings_free(struct undertakings *undertakings)
{
    free(undertakings->above);
    free(undertakings->links);
    *undertakings = (struct undertakings){.above = NULL};
}

void undertakings_reset(struct undertakings *undertakings)
{
    for (size_t i = 0; i < undertakings->count; i++)
        undertakings->above[i] = (uint32_t)i;
}

/* Halves the way up as it goes, so that all ways stay short. */
uint32_t undertakings_find(struct undertakings *undertakings, uint32_t partner)
{
    uint32_t *above = undertakings->above;

    while (above[partner] != partner) {
        above[partner] = above[above[partner]];
        partner = above[partner];
    }
    return partner;
}

void undertakings_join(struct undertakings *undertakings, uint32_t first, uint32_t second)
{
    undertakings->above[second] = first;
}
