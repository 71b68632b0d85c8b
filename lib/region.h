/* Codes of regions: NUTS, levels 1 to 3.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef REGION_H
#define REGION_H

#include "reference.h"

enum { REGION_CODE_MAX = 5 };

/* What a code tells. */
struct region {
    /* Of the region, or at level 3 of the one that it lies in; NULL: no table has those of its
     * country, or it is none of its regions ("FRZ": outside of all). */
    const struct reference_row *row;
    int level;
    char country[3]; /* as NUTS spells it: EL and UK differ from ISO 3166 */
};

/* Reads a code.  Returns 0 where there is no such region. */
int region_read(const char *code, struct region *region);
/* Writes the code that a text surely meant: "fr-41" is FR41, "GBI" UKI.  0 when none. */
int region_suggest(const char *text, char buffer[REGION_CODE_MAX + 1]);
/* Whether a region can lie in a country of ISO 3166, such as FRY4 in FR and in RE. */
int region_lies_in(const struct region *region, const char *country);
/* The country of ISO 3166 that a region belongs to; `region` holds it. */
const char *region_country(const struct region *region);

#endif
