/* Sums of shares, and how far they are from a whole.
 *
 * SPDX-License-Identifier: MIT
 */
#include "share-sum.h"

#include <string.h>

#include "decimal.h"

enum { PERCENT_DECIMALS = 2, POWER_MAX = 18 };

static const struct fraction one = {1, 1};

/* Keeps the bounds of the sum. */
static void add_bounds(struct share_sum *sum, struct fraction addend)
{
    struct wide product = wide_multiply(addend.numerator, decimal_power(POWER_MAX));
    uint64_t remainder;
    struct wide part = wide_divide(product, addend.denominator, &remainder);

    sum->low = wide_add(sum->low, part);
    sum->high = wide_add(wide_add(sum->high, part), (struct wide){0, remainder != 0});
}

void share_sum_add(struct share_sum *sum, const transfer_share *share)
{
    struct fraction addend = share_fraction(share);

    sum->has_ratio |= share->form == TRANSFER_SHARE_RATIO;
    add_bounds(sum, addend);
    if (fraction_add(sum->value, addend, &sum->value) == TRANSFER_OK)
        return;
    /* Both are more than nothing: the sum is more than the larger of them. */
    sum->inexact = 1;
    if (fraction_compare(addend, sum->value) > 0)
        sum->value = addend;
}

static int compare_with_one(struct wide bound)
{
    return wide_compare(bound, (struct wide){0, decimal_power(POWER_MAX)});
}

int share_sum_is_above(const struct share_sum *sum)
{
    int order = fraction_compare(sum->value, one);

    return order > 0 || (sum->inexact && (order == 0 || compare_with_one(sum->low) > 0));
}

int share_sum_is_below(const struct share_sum *sum)
{
    return sum->inexact ? compare_with_one(sum->high) < 0 : fraction_compare(sum->value, one) < 0;
}

struct fraction share_sum_gap(const struct share_sum *sum)
{
    struct fraction gap = {0, 1};

    if (fraction_subtract(sum->value, one, &gap) != TRANSFER_OK)
        (void)fraction_subtract(one, sum->value, &gap);
    return gap;
}

/* As per cent with as few decimals as are exact; 0 where none are. */
static int to_percent(struct fraction value, transfer_share *share)
{
    value = fraction_reduce(value);
    for (size_t power = PERCENT_DECIMALS; power <= POWER_MAX; power++) {
        uint64_t denominator = decimal_power(power), numerator;

        if (denominator % value.denominator != 0)
            continue;
        if (__builtin_mul_overflow(value.numerator, denominator / value.denominator, &numerator) ||
            numerator > INT64_MAX)
            return 0;
        *share = (transfer_share){.numerator = (int64_t)numerator,
                                  .denominator = (int64_t)denominator,
                                  .form = TRANSFER_SHARE_PERCENT};
        return 1;
    }
    return 0;
}

static void spell(const struct share_sum *sum, struct fraction value,
                  char text[TRANSFER_VALUE_SIZE])
{
    transfer_share share;

    if (sum->has_ratio || !to_percent(value, &share)) {
        value = fraction_reduce(value);
        share = (transfer_share){.numerator = (int64_t)value.numerator,
                                 .denominator = (int64_t)value.denominator,
                                 .form = TRANSFER_SHARE_RATIO};
    }
    (void)transfer_share_format(&share, text, TRANSFER_VALUE_SIZE);
}

static void spell_bound(uint8_t bound, uint64_t numerator, uint64_t denominator,
                        char text[TRANSFER_VALUE_SIZE])
{
    const char *qualifier = qualifier_text(bound);
    size_t length = strlen(qualifier);
    transfer_share share = {.numerator = (int64_t)numerator,
                            .denominator = (int64_t)denominator,
                            .form = TRANSFER_SHARE_PERCENT};

    memcpy(text, qualifier, length + 1);
    (void)transfer_share_format(&share, text + length, TRANSFER_VALUE_SIZE - length);
}

/* A bound of the sum that has no exact value, with as few decimals as tell it from the whole. */
static void spell_bounds(const struct share_sum *sum, struct share_sum_texts *texts)
{
    int above = share_sum_is_above(sum);
    uint64_t number = 0, scale = 0;

    for (size_t power = PERCENT_DECIMALS + 2; power <= POWER_MAX && number == scale; power++) {
        uint64_t remainder;
        struct wide rounded = wide_divide(above ? sum->low : sum->high,
                                          decimal_power(POWER_MAX - power), &remainder);

        scale = decimal_power(power);
        number = rounded.high || rounded.low > INT64_MAX ? INT64_MAX : rounded.low;
        number += !above && remainder;
    }
    if (number == scale) {
        spell_bound(TRANSFER_MORE_THAN, number, scale, texts->found);
        texts->gap[0] = '\0';
        return;
    }
    spell_bound(above ? TRANSFER_AT_LEAST : TRANSFER_AT_MOST, number, scale, texts->found);
    spell_bound(TRANSFER_AT_LEAST, above ? number - scale : scale - number, scale, texts->gap);
}

void share_sum_fill(const struct share_sum *sum, struct finding *finding,
                    struct share_sum_texts *texts)
{
    if (sum->inexact) {
        spell_bounds(sum, texts);
    } else {
        spell(sum, sum->value, texts->found);
        spell(sum, share_sum_gap(sum), texts->gap);
    }
    finding_add_string(finding, "found", texts->found);
    finding_add_string(finding, "expected", sum->has_ratio && !sum->inexact ? "1" : "100%");
    if (texts->gap[0] != '\0')
        finding_add_string(finding, share_sum_is_above(sum) ? "excess" : "missing", texts->gap);
}
