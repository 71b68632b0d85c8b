/* "Did you mean": the nearest of many candidates to a word.
 *
 * SPDX-License-Identifier: MIT
 *
 * Nearest counts the letters to change, add, drop or swap with their neighbour, in characters; a
 * letter in the other case, or "-", "_", " " and "." for each other, count almost nothing.  A
 * candidate is near when that is at most a third of the longer of the two.  Words of more than 64
 * characters are near to nothing.  Of equally near candidates the first offered is best.
 *
 *     suggest_init(&suggestion, word, length);
 *     for each candidate: suggest_offer(&suggestion, candidate, its length);
 *     best = suggest_best(&suggestion);
 */
#ifndef SUGGEST_H
#define SUGGEST_H

#include <stddef.h>
#include <stdint.h>

enum { SUGGEST_WORD_MAX = 64 };

/* Needs no freeing.  The candidates offered must live as long as the best is used. */
struct suggestion {
    const char *best;   /* as offered; NULL while none was near */
    size_t best_length; /* in bytes, as offered */
    unsigned best_cost;
    uint64_t letters;   /* a set of the word's characters, hashed to bits */
    size_t length;      /* in characters; 0: nothing is near */
    uint32_t word[SUGGEST_WORD_MAX];
};

void suggest_init(struct suggestion *suggestion, const char *word, size_t length);
/* The word itself, offered, is the best of all. */
void suggest_offer(struct suggestion *suggestion, const char *candidate, size_t length);
/* The pointer that was offered; NULL when no candidate is near. */
const char *suggest_best(const struct suggestion *suggestion);

#endif
