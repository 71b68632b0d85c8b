/* Sums of amounts that may be qualified: the interval in which the true sum lies.
 *
 * SPDX-License-Identifier: MIT
 *
 * "more than 2 EUR" is what lies above 2 EUR, "at most 2 EUR" what lies between nothing and 2 EUR,
 * and "about 2 EUR" may be anything: a sum contradicts a total only where no values of both agree.
 */
#ifndef INTERVAL_H
#define INTERVAL_H

#include <transfer/transfer.h>

#include "wide.h"

/* Minor units of one currency, none negative.  All zeros: nothing, exactly. */
struct interval {
    struct wide low, high;
    unsigned above_low : 1;  /* low itself is not in it */
    unsigned below_high : 1; /* high itself is not in it */
    unsigned unbounded : 1;  /* it has no upper end; high is 0 */
    unsigned vague : 1;      /* a qualified amount is in it */
};

/* How the ends of a part fall on minor units. */
enum interval_rounding {
    INTERVAL_OUTWARD, /* low down, high up */
    INTERVAL_INWARD   /* low up, high down: may leave nothing between them */
};

enum interval_end { INTERVAL_LOW, INTERVAL_HIGH };

/* What an amount, which is not negative, may be. */
struct interval interval_of(const transfer_amount *amount);
/* What numerator / denominator of an amount, which is not negative, may be. */
struct interval interval_of_part(const transfer_amount *whole, uint64_t numerator,
                                 uint64_t denominator, enum interval_rounding rounding);
/* Adds.  Ends beyond 128 bits are not exact but remain true: the low one stays below. */
void interval_add(struct interval *sum, const struct interval *addend);
/* Whether all of `a` lies above all of `b`. */
transfer_certainty interval_is_above(const struct interval *a, const struct interval *b);
/* By how much `a`, which certainly lies above `b`, does so at least. */
struct interval interval_gap(const struct interval *a, const struct interval *b);
/* Whether nothing but the sign of a number is known: "more than 0 EUR". */
int interval_is_sign(const struct interval *interval);

/* The spelling of an interval by one of its ends, in the currency of `unit`: "at least 3 EUR",
 * "less than 5 EUR", one that is exact "3 EUR"; by its low end where it has no other. */
void interval_spell(const struct interval *interval, enum interval_end end,
                    const transfer_amount *unit, char buffer[TRANSFER_VALUE_SIZE]);

#endif
