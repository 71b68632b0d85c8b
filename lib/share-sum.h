/* Sums of shares, and how far they are from a whole.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef SHARE_SUM_H
#define SHARE_SUM_H

#include "report.h"
#include "share.h"
#include "wide.h"

/* Starts as SHARE_SUM_NONE.  Where the exact sum does not fit there are still bounds on both sides
 * of it, so that a sum is wrong or right in all cases but where it is as near to the whole as the
 * bounds are to each other. */
struct share_sum {
    struct fraction value; /* the sum; less than it where that is inexact */
    struct wide low, high; /* it lies between these, both included, in parts of 10^-18 */
    unsigned inexact : 1;  /* the exact sum does not fit */
    unsigned has_ratio : 1; /* one of the shares is written as a ratio */
};

#define SHARE_SUM_NONE                                                                             \
    {                                                                                              \
        .value = {0, 1}                                                                            \
    }

/* Adds an explicit share. */
void share_sum_add(struct share_sum *sum, const transfer_share *share);
/* Whether the sum is certainly above the whole, or below it. */
int share_sum_is_above(const struct share_sum *sum);
int share_sum_is_below(const struct share_sum *sum);
/* How far the exact sum is from the whole. */
struct fraction share_sum_gap(const struct share_sum *sum);

/* Room for texts that a finding refers to. */
struct share_sum_texts {
    char found[TRANSFER_VALUE_SIZE], gap[TRANSFER_VALUE_SIZE];
};

/* Adds the sum as "found", the whole as "expected", and the gap as "missing" or "excess": in per
 * cent, or as ratios where a share is written as one.  The sum is certainly not the whole. */
void share_sum_fill(const struct share_sum *sum, struct finding *finding,
                    struct share_sum_texts *texts);

#endif
