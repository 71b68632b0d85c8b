/* 128-bit products, for compilers without such a type.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef WIDE_H
#define WIDE_H

#include <stdint.h>

struct wide {
    uint64_t high, low;
};

struct wide wide_multiply(uint64_t a, uint64_t b);
/* The sum must fit. */
struct wide wide_add(struct wide a, struct wide b);
/* `a` must not be less than `b`. */
struct wide wide_subtract(struct wide a, struct wide b);
/* -1, 0 or 1. */
int wide_compare(struct wide a, struct wide b);
/* The quotient; `divisor` must not be 0.  *remainder may be left out with NULL. */
struct wide wide_divide(struct wide dividend, uint64_t divisor, uint64_t *remainder);

#endif
