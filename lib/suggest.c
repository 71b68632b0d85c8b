/* "Did you mean": optimal string alignment distance, banded.
 *
 * SPDX-License-Identifier: MIT
 */
#include "suggest.h"

#include "utf8.h"

enum {
    /* Near candidates are at most half as long again as the word. */
    CANDIDATE_MAX = SUGGEST_WORD_MAX + SUGGEST_WORD_MAX / 2,
    /* A changed letter costs more than all small differences together. */
    EDIT = 128,
    SLIGHT = 1,
    FAR = 0xffff
};

/* What differs slightly folds to the same. */
static uint32_t fold(uint32_t point)
{
    if (point >= 'A' && point <= 'Z')
        return point + 32;
    if (point == '-' || point == ' ' || point == '.')
        return '_';
    if (point >= 0xc0 && point <= 0xde && point != 0xd7)
        return point + 32;
    return point;
}

/* The characters of a text; more than `max` when it has more. */
static size_t decode(const char *text, size_t length, uint32_t *points, size_t max,
                     uint64_t *letters)
{
    size_t count = 0;

    *letters = 0;
    for (size_t i = 0; i < length;) {
        uint32_t point;
        size_t size = utf8_decode(text + i, length - i, &point);

        if (count == max)
            return max + 1;
        if (size == 0) { /* not UTF-8: a byte is a character of its own */
            point = 0x110000u + (unsigned char)text[i];
            size = 1;
        }
        points[count++] = point;
        *letters |= UINT64_C(1) << (fold(point) & 63);
        i += size;
    }
    return count;
}

void suggest_init(struct suggestion *suggestion, const char *word, size_t length)
{
    suggestion->best = NULL;
    suggestion->best_length = 0;
    suggestion->best_cost = FAR;
    suggestion->length =
        decode(word, length, suggestion->word, SUGGEST_WORD_MAX, &suggestion->letters);
    if (suggestion->length > SUGGEST_WORD_MAX)
        suggestion->length = 0;
}

static unsigned count_bits(uint64_t bits)
{
    return (unsigned)__builtin_popcountll(bits);
}

static unsigned minimum(unsigned a, unsigned b)
{
    return a < b ? a : b;
}

/* The cost of making `b` of `a`; FAR when it is more than `limit`. */
static unsigned distance(const uint32_t *a, size_t a_length, const uint32_t *b, size_t b_length,
                         unsigned limit)
{
    unsigned rows[3][CANDIDATE_MAX + 1];
    unsigned *before = rows[0], *last = rows[1], *row = rows[2];
    size_t band = limit / EDIT; /* further from the diagonal everything costs too much */

    for (size_t j = 0; j <= b_length; j++)
        last[j] = j <= band ? (unsigned)j * EDIT : FAR;
    for (size_t i = 1; i <= a_length; i++) {
        size_t from = i > band ? i - band : 1;
        size_t to = i + band < b_length ? i + band : b_length;
        unsigned least = FAR, *oldest = before;

        row[from - 1] = from == 1 && i <= band ? (unsigned)i * EDIT : FAR;
        for (size_t j = from; j <= to; j++) {
            uint32_t x = a[i - 1], y = b[j - 1];
            unsigned cost = last[j - 1] + (x == y ? 0 : fold(x) == fold(y) ? SLIGHT : EDIT);

            cost = minimum(cost, last[j] + EDIT);
            cost = minimum(cost, row[j - 1] + EDIT);
            if (i > 1 && j > 1 && fold(x) == fold(b[j - 2]) && fold(a[i - 2]) == fold(y))
                cost = minimum(cost, before[j - 2] + EDIT);
            row[j] = cost;
            least = minimum(least, cost);
        }
        if (to < b_length)
            row[to + 1] = FAR;
        /* Also a swap, which reaches back two rows, costs more than this. */
        if (least > limit)
            return FAR;
        before = last;
        last = row;
        row = oldest;
    }
    return last[b_length] <= limit ? last[b_length] : FAR;
}

void suggest_offer(struct suggestion *suggestion, const char *candidate, size_t length)
{
    uint32_t points[CANDIDATE_MAX];
    size_t count, longer, shorter;
    uint64_t letters;
    unsigned cost, limit;

    if (suggestion->length == 0 || suggestion->best_cost == 0)
        return;
    count = decode(candidate, length, points, CANDIDATE_MAX, &letters);
    if (count == 0 || count > CANDIDATE_MAX)
        return;
    longer = count > suggestion->length ? count : suggestion->length;
    shorter = count + suggestion->length - longer;
    limit = minimum((unsigned)(longer / 3) * EDIT + EDIT - 1, suggestion->best_cost - 1);
    if (longer - shorter > limit / EDIT)
        return;
    /* Each letter that only one has takes an edit. */
    if (count_bits(letters & ~suggestion->letters) > limit / EDIT ||
        count_bits(suggestion->letters & ~letters) > limit / EDIT)
        return;
    cost = distance(suggestion->word, suggestion->length, points, count, limit);
    if (cost > limit)
        return;
    suggestion->best = candidate;
    suggestion->best_length = length;
    suggestion->best_cost = cost;
}

const char *suggest_best(const struct suggestion *suggestion)
{
    return suggestion->best;
}
