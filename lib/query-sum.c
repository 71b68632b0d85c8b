/* What funders pay, in all and by whatever one asks.
 *
 * SPDX-License-Identifier: MIT
 */
#include <stdlib.h>

#include "portfolio.h"
#include "query.h"
#include "value.h"

enum {
    BY_ALL =
        TRANSFER_BY_FUNDER | TRANSFER_BY_YEAR | TRANSFER_BY_BENEFICIARY | TRANSFER_BY_AGREEMENT,
    MERGE_FIRST = 4096 /* rows */
};

static transfer_status add_agreements(transfer_answer *answer, const struct section *agreements,
                                      const transfer_certainty *certainties,
                                      const transfer_date *as_of)
{
    struct cells_allowance allowance = CELLS_ALLOWANCE;
    size_t merge_at = MERGE_FIRST;

    for (size_t i = 0; i < agreements->count; i++) {
        transfer_status status;

        if (certainties[i] == TRANSFER_CERTAINLY_NOT)
            continue;
        status = cells_add(answer, agreements->items[i], as_of, &allowance);
        /* So that memory goes with the groups, not with the agreements. */
        if (status == TRANSFER_OK && answer->count >= merge_at) {
            status = answer_merge(answer, 0);
            merge_at = MERGE_FIRST + answer->count * 2;
        }
        if (status != TRANSFER_OK)
            return status;
    }
    return answer_merge(answer, 0);
}

transfer_status transfer_portfolio_sum(const transfer_portfolio *portfolio, unsigned by,
                                       const transfer_date *as_of, transfer_answer **out)
{
    const struct section *agreements;
    transfer_certainty *certainties;
    transfer_answer *answer;
    transfer_status status = TRANSFER_NO_MEMORY;

    if (!portfolio || !out || (by & ~(unsigned)BY_ALL) || (as_of && !value_date_is_valid(as_of)))
        return TRANSFER_MISUSE;
    agreements = &portfolio->sections[TRANSFER_TYPE_AGREEMENT];
    answer = answer_new(by, 1);
    certainties = calloc(agreements->count + 1, sizeof(*certainties));
    if (answer && certainties)
        status = versions_in_force(agreements->items, agreements->count, as_of, 1, certainties);
    if (status == TRANSFER_OK)
        status = add_agreements(answer, agreements, certainties, as_of);
    free(certainties);
    return answer_finish(answer, status, out);
}
