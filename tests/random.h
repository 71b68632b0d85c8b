/* Random numbers from a seed, the same everywhere.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef RANDOM_H
#define RANDOM_H

#include <stdint.h>

struct random {
    uint64_t state;
};

/* splitmix64: seeds that lie beside each other give numbers that do not. */
static inline uint64_t random_next(struct random *random)
{
    uint64_t mixed = random->state += 0x9e3779b97f4a7c15u;

    mixed = (mixed ^ mixed >> 30) * 0xbf58476d1ce4e5b9u;
    mixed = (mixed ^ mixed >> 27) * 0x94d049bb133111ebu;
    return mixed ^ mixed >> 31;
}

/* From 0 to limit - 1. */
static inline int64_t random_below(struct random *random, int64_t limit)
{
    return limit > 0 ? (int64_t)(random_next(random) % (uint64_t)limit) : 0;
}

/* Both ends included. */
static inline int64_t random_between(struct random *random, int64_t first, int64_t last)
{
    return first + random_below(random, last - first + 1);
}

static inline int random_chance(struct random *random, int percent)
{
    return random_below(random, 100) < percent;
}

#define RANDOM_ONE_OF(random, array) \
    ((array)[random_below((random), (int64_t)(sizeof(array) / sizeof(array)[0]))])

#endif
