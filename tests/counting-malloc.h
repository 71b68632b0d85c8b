/* The allocations of a whole program, libyaml's and the C library's included: counted, and made to
 * fail when a test wants it.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef COUNTING_MALLOC_H
#define COUNTING_MALLOC_H

#include <stddef.h>

struct counting_malloc {
    long allowed;      /* allocations until one fails; -1: none does */
    size_t least;      /* smaller ones do not fail and are not counted as allowed */
    int only_one;      /* those behind the failed one succeed */
    unsigned long failed;
    unsigned long blocks; /* that are allocated */
    size_t bytes;
};

extern struct counting_malloc counting_malloc;

#endif
