/* Groups of partners with one identifier.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef IDENTIFIER_GROUP_H
#define IDENTIFIER_GROUP_H

#include "identifier-field.h"

/* By index in the section of partners; each entry is 1 + an index, 0: none. */
struct groups {
    uint32_t *first; /* of the partner's group, itself where it is the first */
    uint32_t *next;  /* in it */
};

/* Of the partners with one SIREN number, finds for each the first that it is reported with: one
 * that does not belong to the same institution, as far as parents and siret tell.  `earlier` is
 * all zeros.  Returns 0 when memory runs out. */
int find_earlier_units(const transfer_portfolio *portfolio, const struct groups *groups,
                       uint32_t *earlier);

#endif
