/* Which agreements are in force: an agreement that another amends is replaced by it.
 *
 * SPDX-License-Identifier: MIT
 */
#include <stdlib.h>

#include "ids.h"
#include "query.h"
#include "record-set.h"
#include "record.h"

/* Since when an agreement is in force, by the first that it states of: the day it was signed, the
 * day it was awarded, the start of its period.  Returns 0 when it states none. */
static int find_start(const transfer_record *agreement, transfer_date *start)
{
    transfer_period period;
    transfer_date last;

    if (transfer_record_get_date(agreement, TRANSFER_AGREEMENT_SIGNED, start) == TRANSFER_OK ||
        transfer_record_get_date(agreement, TRANSFER_AGREEMENT_AWARDED, start) == TRANSFER_OK)
        return 1;
    if (transfer_record_get_period(agreement, TRANSFER_AGREEMENT_PERIOD, &period) != TRANSFER_OK)
        return 0;
    /* A period "2014/2016" begins with the year, where a day "2014" is any of it. */
    (void)transfer_period_bounds(&period, start, &last);
    start->flags = period.start.flags;
    return start->year != 0;
}

/* An agreement without any date was always there. */
static transfer_certainty has_begun(const transfer_record *agreement, const transfer_date *as_of)
{
    transfer_date start;

    if (!as_of || !find_start(agreement, &start))
        return TRANSFER_CERTAINLY;
    switch (transfer_date_is_before(as_of, &start)) {
    case TRANSFER_CERTAINLY:
        return TRANSFER_CERTAINLY_NOT;
    case TRANSFER_CERTAINLY_NOT:
        return TRANSFER_CERTAINLY;
    default:
        return TRANSFER_POSSIBLY;
    }
}

/* The index of what an agreement amends; `count` when that is nothing, or not among them. */
static size_t find_amended(transfer_record *const *agreements, size_t count,
                           const transfer_record *agreement)
{
    size_t low = 0, high = count;
    transfer_record *amended;

    if (transfer_record_get_reference(agreement, TRANSFER_AGREEMENT_AMENDS, &amended) !=
        TRANSFER_OK)
        return count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (record_order(agreements[middle], amended) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && agreements[low] == amended ? low : count;
}

transfer_status versions_in_force(transfer_record *const *agreements, size_t count,
                                  const transfer_date *as_of, int once,
                                  transfer_certainty *certainties)
{
    unsigned char *replaced = calloc(count + 1, sizeof(*replaced));

    if (!replaced)
        return TRANSFER_NO_MEMORY;
    for (size_t i = 0; i < count; i++) {
        certainties[i] = has_begun(agreements[i], as_of);
        if (once && certainties[i] == TRANSFER_POSSIBLY)
            certainties[i] = TRANSFER_CERTAINLY;
    }
    /* Each replaces all that it amends, directly or not.  What is marked as surely as that has
     * passed its mark on already, so every agreement is marked twice at most; of a cycle, which no
     * valid file has, the first remains. */
    for (size_t i = 0; i < count; i++) {
        size_t next = i;

        if (replaced[i] >= certainties[i])
            continue;
        while ((next = find_amended(agreements, count, agreements[next])) < count && next != i &&
               replaced[next] < certainties[i])
            replaced[next] = (unsigned char)certainties[i];
    }
    for (size_t i = 0; i < count; i++) {
        if (replaced[i] == TRANSFER_CERTAINLY)
            certainties[i] = TRANSFER_CERTAINLY_NOT;
        else if (replaced[i] == TRANSFER_POSSIBLY && certainties[i] == TRANSFER_CERTAINLY)
            certainties[i] = TRANSFER_POSSIBLY;
    }
    free(replaced);
    return TRANSFER_OK;
}

static int amends(const transfer_record *other, const transfer_record *agreement)
{
    transfer_record *amended;

    return other != agreement &&
           transfer_record_get_reference(other, TRANSFER_AGREEMENT_AMENDS, &amended) ==
               TRANSFER_OK &&
           amended == agreement;
}

int agreement_is_amended(const transfer_record *agreement)
{
    const struct entry *entry = record_top(agreement)->entry;

    if (amends(entry->first, agreement))
        return 1;
    for (const struct links *links = entry->links; links; links = links->next)
        for (uint32_t i = 0; i < links->count; i++)
            if (amends(links->records[i], agreement))
                return 1;
    return 0;
}
