/* Exact rational numbers, which shares are.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef SHARE_H
#define SHARE_H

#include <stdint.h>

#include <transfer/transfer.h>

/* Both parts at most INT64_MAX, the denominator at least 1. */
struct fraction {
    uint64_t numerator, denominator;
};

struct fraction fraction_reduce(struct fraction a);
/* The exact sum, reduced.  TRANSFER_OVERFLOW: it does not fit. */
transfer_status fraction_add(struct fraction a, struct fraction b, struct fraction *sum);
/* The same of the difference.  TRANSFER_MISUSE: it would be negative. */
transfer_status fraction_subtract(struct fraction a, struct fraction b,
                                  struct fraction *difference);
/* The exact product, reduced.  TRANSFER_OVERFLOW: it does not fit. */
transfer_status fraction_multiply(struct fraction a, struct fraction b, struct fraction *product);
/* -1, 0 or 1. */
int fraction_compare(struct fraction a, struct fraction b);

/* Whether the share is a number: neither "equal" nor "rest". */
int share_is_explicit(const transfer_share *share);
/* The number that an explicit share is. */
struct fraction share_fraction(const transfer_share *share);
/* A number as a share, in percent where that is exact. */
transfer_share share_of_fraction(struct fraction fraction);

#endif
