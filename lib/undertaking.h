/* Single undertakings: partners that are one through ownership above one half.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef UNDERTAKING_H
#define UNDERTAKING_H

#include "portfolio.h"

/* One partner owns more than half of another. */
struct undertaking_link {
    uint32_t owner, owned; /* where they stand in the section of partners */
    transfer_date since;   /* the day by which it certainly did; year 0: always */
    const transfer_record *holding;
};

/* Partners by where they stand in their section, joined link by link. */
struct undertakings {
    uint32_t *above; /* of each partner one that it was joined to, perhaps itself */
    size_t count;
    struct undertaking_link *links; /* by the day since when, those that always were first */
    size_t link_count;
};

/* Reads the links of a portfolio and joins none; free with undertakings_free(). */
transfer_status undertakings_read(const transfer_portfolio *portfolio,
                                  struct undertakings *undertakings);
void undertakings_free(struct undertakings *undertakings);
/* Undoes every join. */
void undertakings_reset(struct undertakings *undertakings);
/* The partner that stands for all that a partner was joined with. */
uint32_t undertakings_find(struct undertakings *undertakings, uint32_t partner);
/* Joins two that stand for others; the first stands for all from now on. */
void undertakings_join(struct undertakings *undertakings, uint32_t first, uint32_t second);

#endif
